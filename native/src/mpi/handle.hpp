// MPI's C handles as int64_t: a pointer (Open MPI) or an int (MPICH). Never negative, so that negative numbers are ours.
#pragma once

#include <mpi.h>

#include <cstdint>
#include <type_traits>

namespace distarray::mpi {

template <class Handle> int64_t to_int64(Handle handle) noexcept {
    if constexpr (std::is_pointer_v<Handle>)
        return static_cast<int64_t>(reinterpret_cast<intptr_t>(handle));
    else
        return static_cast<int64_t>(static_cast<uint32_t>(handle));
}

template <class Handle> Handle from_int64(int64_t value) noexcept {
    if constexpr (std::is_pointer_v<Handle>)
        return reinterpret_cast<Handle>(static_cast<intptr_t>(value));
    else
        return static_cast<Handle>(static_cast<uint32_t>(value));
}

} // namespace distarray::mpi
