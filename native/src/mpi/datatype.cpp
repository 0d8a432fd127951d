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

// Fortran's logicals travel as integers of their size: MPI's logical reductions of integers are theirs.
const std::array<mpi::Element, 16> mpi::elements{{
    {MPI_DATATYPE_NULL, 0},     // none
    {MPI_C_BOOL, 1},            // DA_BOOLEAN
    {MPI_INT8_T, 1},            // DA_INT8
    {MPI_UINT8_T, 1},           // DA_UINT8
    {MPI_INT16_T, 2},           // DA_INT16
    {MPI_UINT16_T, 2},          // DA_UINT16
    {MPI_INT32_T, 4},           // DA_INT32
    {MPI_UINT32_T, 4},          // DA_UINT32
    {MPI_INT64_T, 8},           // DA_INT64
    {MPI_UINT64_T, 8},          // DA_UINT64
    {MPI_FLOAT, 4},             // DA_FLOAT32
    {MPI_DOUBLE, 8},            // DA_FLOAT64
    {MPI_C_FLOAT_COMPLEX, 8},   // DA_COMPLEX64
    {MPI_C_DOUBLE_COMPLEX, 16}, // DA_COMPLEX128
    {MPI_INT32_T, 4},           // DA_LOGICAL32
    {MPI_INT64_T, 8},           // DA_LOGICAL64
}};
static_assert(DA_BOOLEAN == 1 && DA_FLOAT64 == 11 && DA_LOGICAL64 == 15);

void mpi::throw_no_element(int32_t type) {
    throw Error(DA_ERR_ARGUMENT, "element type " + std::to_string(type) + " does not exist");
}

void mpi::throw_bad_buffer(int64_t count, const char *name) {
    if (count < 0 || count > most_elements)
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(count) + " elements, must be 0 to " +
                                         std::to_string(most_elements));
    throw Error(DA_ERR_NULL, std::string(name) + " is NULL, for " + std::to_string(count) + " elements");
}

void mpi::Message::make(int64_t count, Element element) {
    made_ = false;
    int64_t limit = count_limit.load(std::memory_order_relaxed);
    int64_t pieces = count / limit;
    if (pieces > largest_limit)
        throw Error(DA_ERR_ARGUMENT,
                    std::to_string(count) + " elements are too many for pieces of " + std::to_string(limit));
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
            throw Error(DA_ERR_ARGUMENT, "the limit is " + std::to_string(limit) + ", must be 1 to " +
                                             std::to_string(largest_limit) + ", or 0 for the default");
        mpi::count_limit = limit ? limit : largest_limit;
    });
}
