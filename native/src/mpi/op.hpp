// Reductions: handles of built-in ones, and user-made ones behind MPI's callbacks, which carry no context.
#pragma once

#include "mpi/error.hpp"
#include "mpi/handle.hpp"

#include <mpi.h>

#include <cstdint>

namespace distarray::mpi {

/** The reduction of a call: throws where the handle is null. */
inline MPI_Op op_of(int64_t handle) {
    auto op = from_int64<MPI_Op>(handle);
    if (handle == 0 || op == MPI_OP_NULL) [[unlikely]]
        throw Error(DA_ERR_ARGUMENT, "the reduction is null");
    return op;
}

} // namespace distarray::mpi
