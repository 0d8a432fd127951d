// Requests: MPI's own handle, or a negative number for one of ours that stands for several of MPI's.
#pragma once

#include "distarray/mpi.h"
#include "mpi/handle.hpp"

#include <mpi.h>

#include <cstdint>
#include <vector>

namespace distarray::mpi {

/** Copies what MPI knows of a message. */
void read_status(const MPI_Status &from, da_mpi_status *to);

/** A handle for several requests that complete together. */
int64_t combine_requests(std::vector<MPI_Request> requests);

/** Waits for all; throws the first error after all have ended. Returns their statuses. */
std::vector<MPI_Status> wait_all(std::vector<MPI_Request> &requests);

[[noreturn]] void throw_out_of_range(const char *what, int32_t value);

/** MPI's source for ours, which may be DA_MPI_ANY. */
inline int source_of(int32_t source) {
    if (source < DA_MPI_ANY) [[unlikely]]
        throw_out_of_range("source", source);
    return source == DA_MPI_ANY ? MPI_ANY_SOURCE : source;
}

/** MPI's tag for ours, which may be DA_MPI_ANY. */
inline int receive_tag_of(int32_t tag) {
    if (tag < DA_MPI_ANY) [[unlikely]]
        throw_out_of_range("tag", tag);
    return tag == DA_MPI_ANY ? MPI_ANY_TAG : tag;
}

/** Throws where a destination or the tag of a sent message is negative (MPI has special meanings for some). */
inline void require_destination(int32_t destination, int32_t tag) {
    if (destination < 0) [[unlikely]]
        throw_out_of_range("destination", destination);
    if (tag < 0) [[unlikely]]
        throw_out_of_range("tag", tag);
}

} // namespace distarray::mpi
