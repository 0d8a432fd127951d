// Communicators, and the private one that every counted collective operation sends its messages on.
#pragma once

#include "mpi/error.hpp"
#include "mpi/handle.hpp"

#include <mpi.h>

#include <cstdint>

namespace distarray::mpi {

/** The communicator of a call: throws where MPI does not run or the handle is null. */
inline MPI_Comm comm_of(int64_t handle) {
    require_active();
    auto comm = from_int64<MPI_Comm>(handle);
    if (handle == 0 || comm == MPI_COMM_NULL) [[unlikely]]
        throw Error(DA_ERR_ARGUMENT, "the communicator is null");
    return comm;
}

/** Number of this process and processes of a communicator. */
struct Group {
    int rank;
    int size;
};
Group group_of(MPI_Comm comm);

/** Throws unless 0 <= rank < size; what names the rank in the text. */
void require_rank(int32_t rank, int size, const char *what);

/** A duplicate for messages of our own, made on first use and freed with the communicator. Collective the first time. */
MPI_Comm private_comm(MPI_Comm comm);

/** Makes the errors of world and self be returned. */
void attach_comms();

/** Frees what attach_comms and private_comm made for world and self. */
void detach_comms() noexcept;

} // namespace distarray::mpi
