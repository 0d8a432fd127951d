#include "mpi/op.hpp"

#include "distarray/element.h"
#include "distarray/mpi_op.h"
#include "mpi/datatype.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <utility>

using namespace distarray;

namespace {

// MPI calls back with no context of ours, so that every reduction under way needs a function of its own.
constexpr int capacity_of_table = 128;

struct Slot {
    da_mpi_op_function function = nullptr;
    void *context = nullptr;
    MPI_Op op = MPI_OP_NULL;
};

std::array<Slot, capacity_of_table> slots;
std::mutex slots_lock;

template <int Number> void trampoline(void *in, void *inout, int *count, MPI_Datatype *) {
    auto &slot = slots[Number];
    slot.function(slot.context, in, inout, *count);
}

template <int... Numbers> constexpr auto make_trampolines(std::integer_sequence<int, Numbers...>) {
    return std::array<MPI_User_function *, sizeof...(Numbers)>{trampoline<Numbers>...};
}

constexpr auto trampolines = make_trampolines(std::make_integer_sequence<int, capacity_of_table>{});

enum class Family { Logical, Integer, Real, Complex };

Family family_of(int32_t type) {
    switch (type) {
    case DA_BOOLEAN:
    case DA_LOGICAL32:
    case DA_LOGICAL64:
        return Family::Logical;
    case DA_FLOAT32:
    case DA_FLOAT64:
        return Family::Real;
    case DA_COMPLEX64:
    case DA_COMPLEX128:
        return Family::Complex;
    default:
        return Family::Integer;
    }
}

struct Builtin {
    MPI_Op op;
    const char *name;
    bool defined;
};

Builtin builtin(int32_t kind, Family family) {
    bool logical = family == Family::Logical, integer = family == Family::Integer;
    bool ordered = integer || family == Family::Real;
    switch (kind) {
    case DA_MPI_ADD:
        return {MPI_SUM, "sum", !logical};
    case DA_MPI_MULTIPLY:
        return {MPI_PROD, "product", !logical};
    case DA_MPI_MIN:
        return {MPI_MIN, "minimum", ordered};
    case DA_MPI_MAX:
        return {MPI_MAX, "maximum", ordered};
    case DA_MPI_LOGICAL_AND:
        return {MPI_LAND, "logical and", logical};
    case DA_MPI_LOGICAL_OR:
        return {MPI_LOR, "logical or", logical};
    case DA_MPI_LOGICAL_XOR:
        return {MPI_LXOR, "logical exclusive or", logical};
    case DA_MPI_BITWISE_AND:
        return {MPI_BAND, "bitwise and", integer};
    case DA_MPI_BITWISE_OR:
        return {MPI_BOR, "bitwise or", integer};
    case DA_MPI_BITWISE_XOR:
        return {MPI_BXOR, "bitwise exclusive or", integer};
    default:
        throw Error(DA_ERR_ARGUMENT, "reduction kind " + std::to_string(kind) + " does not exist");
    }
}

#ifdef MPICH_NUMVERSION

// MPICH 4.0 compares unsigned integers as signed ones: the greatest would be the least. These are ours.
template <class T> void least(void *in, void *inout, int *count, MPI_Datatype *) {
    for (int i = 0; i < *count; ++i)
        static_cast<T *>(inout)[i] = std::min(static_cast<T *>(inout)[i], static_cast<T *>(in)[i]);
}

template <class T> void greatest(void *in, void *inout, int *count, MPI_Datatype *) {
    for (int i = 0; i < *count; ++i)
        static_cast<T *>(inout)[i] = std::max(static_cast<T *>(inout)[i], static_cast<T *>(in)[i]);
}

struct UnsignedOrder {
    int32_t type;
    int32_t kind;
    MPI_User_function *function;
    MPI_Op op = MPI_OP_NULL;
};

std::array<UnsignedOrder, 8> unsigned_orders{{
    {DA_UINT8, DA_MPI_MIN, least<uint8_t>},
    {DA_UINT8, DA_MPI_MAX, greatest<uint8_t>},
    {DA_UINT16, DA_MPI_MIN, least<uint16_t>},
    {DA_UINT16, DA_MPI_MAX, greatest<uint16_t>},
    {DA_UINT32, DA_MPI_MIN, least<uint32_t>},
    {DA_UINT32, DA_MPI_MAX, greatest<uint32_t>},
    {DA_UINT64, DA_MPI_MIN, least<uint64_t>},
    {DA_UINT64, DA_MPI_MAX, greatest<uint64_t>},
}};
std::mutex unsigned_lock;

MPI_Op in_place_of(MPI_Op op, int32_t kind, int32_t type) {
    auto found = std::find_if(unsigned_orders.begin(), unsigned_orders.end(),
                              [=](auto &o) { return o.type == type && o.kind == kind; });
    if (found == unsigned_orders.end())
        return op;
    mpi::require_active();
    std::lock_guard lock(unsigned_lock);
    // Kept until MPI ends.
    if (found->op == MPI_OP_NULL)
        mpi::check(MPI_Op_create(found->function, 1, &found->op), "MPI_Op_create");
    return found->op;
}

#else

MPI_Op in_place_of(MPI_Op op, int32_t, int32_t) { return op; }

#endif

} // namespace

da_status da_mpi_op_builtin(int32_t kind, int32_t type, int64_t *op) {
    return guard([&] {
        require(op, "op");
        mpi::element_of(type);
        auto found = builtin(kind, family_of(type));
        if (!found.defined)
            throw Error(DA_ERR_UNSUPPORTED,
                        std::string("the ") + found.name + " is not defined for element type " + std::to_string(type));
        *op = mpi::to_int64(in_place_of(found.op, kind, type));
    });
}

da_status da_mpi_op_capacity(int32_t *capacity) {
    return guard([&] {
        require(capacity, "capacity");
        *capacity = capacity_of_table;
    });
}

da_status da_mpi_op_create(da_mpi_op_function function, void *context, int32_t commutes, int64_t *op) {
    return guard([&] {
        require(reinterpret_cast<const void *>(function), "function");
        require(op, "op");
        mpi::require_active();
        std::lock_guard lock(slots_lock);
        auto slot = std::find_if(slots.begin(), slots.end(), [](auto &s) { return !s.function; });
        if (slot == slots.end())
            throw Error(DA_ERR_UNSUPPORTED, "there are " + std::to_string(capacity_of_table) +
                                                " user-made reductions already, the most there can be: free one");
        auto number = static_cast<size_t>(slot - slots.begin());
        mpi::check(MPI_Op_create(trampolines[number], commutes ? 1 : 0, &slot->op), "MPI_Op_create");
        slot->function = function;
        slot->context = context;
        *op = mpi::to_int64(slot->op);
    });
}

da_status da_mpi_op_free(int64_t op) {
    return guard([&] {
        mpi::require_active();
        auto handle = mpi::op_of(op);
        std::lock_guard lock(slots_lock);
        auto slot = std::find_if(slots.begin(), slots.end(), [&](auto &s) { return s.function && s.op == handle; });
        if (slot == slots.end())
            throw Error(DA_ERR_ARGUMENT, "this reduction was not made by da_mpi_op_create");
        mpi::check(MPI_Op_free(&handle), "MPI_Op_free");
        *slot = {};
    });
}
