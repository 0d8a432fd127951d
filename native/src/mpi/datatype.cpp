#include "mpi/datatype.hpp"

#include "distarray/element.h"
#include "distarray/mpi.h"

#include <string>

using namespace distarray;

namespace {

constexpr int64_t largest_limit = std::numeric_limits<int>::max();

/** A datatype under construction: freed where an error ends it. */
struct Scratch {
    MPI_Datatype type = MPI_DATATYPE_NULL;
    ~Scratch() {
        if (type != MPI_DATATYPE_NULL)
            MPI_Type_free(&type);
    }
};

} // namespace

std::atomic<int64_t> mpi::count_limit{largest_limit};

mpi::Element mpi::element_of(int32_t type) {
    switch (type) {
    case DA_BOOLEAN: return {MPI_C_BOOL, 1};
    case DA_INT8: return {MPI_INT8_T, 1};
    case DA_UINT8: return {MPI_UINT8_T, 1};
    case DA_INT16: return {MPI_INT16_T, 2};
    case DA_UINT16: return {MPI_UINT16_T, 2};
    case DA_INT32: return {MPI_INT32_T, 4};
    case DA_UINT32: return {MPI_UINT32_T, 4};
    case DA_INT64: return {MPI_INT64_T, 8};
    case DA_UINT64: return {MPI_UINT64_T, 8};
    case DA_FLOAT32: return {MPI_FLOAT, 4};
    case DA_FLOAT64: return {MPI_DOUBLE, 8};
    case DA_COMPLEX64: return {MPI_C_FLOAT_COMPLEX, 8};
    case DA_COMPLEX128: return {MPI_C_DOUBLE_COMPLEX, 16};
    // Fortran's logicals travel as integers of their size: MPI's logical reductions of integers are theirs.
    case DA_LOGICAL32: return {MPI_INT32_T, 4};
    case DA_LOGICAL64: return {MPI_INT64_T, 8};
    default: throw Error(DA_ERR_ARGUMENT, "element type " + std::to_string(type) + " does not exist");
    }
}

void mpi::require_buffer(const void *buffer, int64_t count, const char *name) {
    constexpr int64_t most = std::numeric_limits<int64_t>::max() / 16;
    if (count < 0 || count > most) [[unlikely]]
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(count) + " elements, must be 0 to " + std::to_string(most));
    if (!buffer && count > 0) [[unlikely]]
        throw Error(DA_ERR_NULL, std::string(name) + " is NULL, for " + std::to_string(count) + " elements");
}

void mpi::Message::make(int64_t count, Element element) {
    made_ = false;
    int64_t limit = count_limit.load(std::memory_order_relaxed);
    int64_t pieces = count / limit;
    if (pieces > largest_limit)
        throw Error(DA_ERR_ARGUMENT, std::to_string(count) + " elements are too many for pieces of " + std::to_string(limit));
    Scratch piece, whole;
    check(MPI_Type_contiguous(static_cast<int>(limit), element.type, &piece.type), "MPI_Type_contiguous");
    int lengths[2] = {static_cast<int>(pieces), static_cast<int>(count % limit)};
    MPI_Aint offsets[2] = {0, static_cast<MPI_Aint>(pieces * limit * element.bytes)};
    MPI_Datatype types[2] = {piece.type, element.type};
    check(MPI_Type_create_struct(lengths[1] ? 2 : 1, lengths, offsets, types, &whole.type), "MPI_Type_create_struct");
    check(MPI_Type_commit(&whole.type), "MPI_Type_commit");
    count_ = 1;
    type_ = std::exchange(whole.type, MPI_DATATYPE_NULL);
    made_ = true;
}

da_status da_mpi_count_limit(int64_t *limit) {
    return guard([&] {
        require(limit, "limit");
        *limit = mpi::count_limit;
    });
}

da_status da_mpi_set_count_limit(int64_t limit) {
    return guard([&] {
        if (limit < 0 || limit > largest_limit)
            throw Error(DA_ERR_ARGUMENT, "the limit is " + std::to_string(limit) + ", must be 1 to " + std::to_string(largest_limit) + ", or 0 for the default");
        mpi::count_limit = limit ? limit : largest_limit;
    });
}
