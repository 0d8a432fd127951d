// Collective operations with a count for every rank.
//
// Only some of the ranks know that one of the counts is beyond MPI's ints, so that a choice between MPI's own form and
// another would have to be agreed upon first. Instead the parts always travel as messages of our own on a private
// communicator, each of which is cut or not by its two ends alone: no agreement, nothing to mismatch. It is what MPI
// libraries do inside (linear gatherv, scatterv and alltoallv), and lets a part of the wrong size be noticed.
#include "distarray/mpi.h"
#include "mpi/comm.hpp"
#include "mpi/datatype.hpp"
#include "mpi/exchange.hpp"

#include <algorithm>
#include <vector>

using namespace distarray;

namespace {

void require_parts(const int64_t *counts, const int64_t *displacements, int size, const void *buffer,
                   const char *name) {
    require(counts, "counts");
    require(displacements, "displacements");
    for (int r = 0; r < size; ++r) {
        mpi::require_buffer(buffer, counts[r], name);
        if (displacements[r] < 0)
            throw Error(DA_ERR_ARGUMENT, std::string("displacement ") + std::to_string(r) + " of " + name + " is " +
                                             std::to_string(displacements[r]) + ", must be 0 or more");
    }
}

/** Throws where this rank's own count differs from what it says of itself in the table. */
void require_own(int64_t count, int64_t listed, int rank) {
    if (count != listed)
        throw Error(DA_ERR_ARGUMENT, "rank " + std::to_string(rank) + " has " + std::to_string(count) +
                                         " elements, but counts say " + std::to_string(listed));
}

int64_t largest(const int64_t *counts, int size) { return *std::max_element(counts, counts + size); }

/** Whether MPI's own all-gather can take the counts, which are the same on every rank. */
bool fits(const int64_t *counts, int size) {
    int64_t room = mpi::count_limit.load(std::memory_order_relaxed);
    for (int r = 0; r < size; ++r)
        if ((room -= counts[r]) < 0)
            return false;
    return true;
}

} // namespace

da_status da_mpi_gatherv(int64_t comm, const void *send, int64_t count, void *receive, const int64_t *counts,
                         const int64_t *displacements, int32_t type, int32_t root) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_rank(root, group.size, "root");
        mpi::require_buffer(send, count, "send");
        if (group.rank == root) {
            require_parts(counts, displacements, group.size, receive, "receive");
            require_own(count, counts[root], root);
        }
        mpi::Exchange exchange(handle, group, element);
        mpi::gather(exchange, send, count, receive, {counts, displacements}, root);
    });
}

da_status da_mpi_scatterv(int64_t comm, const void *send, const int64_t *counts, const int64_t *displacements,
                          void *receive, int64_t count, int32_t type, int32_t root) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_rank(root, group.size, "root");
        mpi::require_buffer(receive, count, "receive");
        if (group.rank == root) {
            require_parts(counts, displacements, group.size, send, "send");
            require_own(count, counts[root], root);
        }
        mpi::Exchange exchange(handle, group, element);
        mpi::scatter(exchange, send, {counts, displacements}, receive, count, root);
    });
}

da_status da_mpi_allgatherv(int64_t comm, const void *send, int64_t count, void *receive, const int64_t *counts,
                            const int64_t *displacements, int32_t type) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_buffer(send, count, "send");
        require_parts(counts, displacements, group.size, receive, "receive");
        require_own(count, counts[group.rank], group.rank);
        mpi::Parts parts(counts, displacements);
        mpi::Exchange exchange(handle, group, element);
        // On one rank MPICH 4.0 leaves the displacement out.
        if (group.size == 1 || !fits(counts, group.size)) {
            mpi::all_gather(exchange, send, receive, parts);
            return;
        }
        // Displacements may differ between ranks, so that MPI's int ones must not decide: beyond them, by way of a packed copy.
        std::vector<int> n(group.size), offsets(group.size);
        bool packed = false;
        int64_t total = 0;
        for (int r = 0; r < group.size; ++r) {
            n[r] = static_cast<int>(counts[r]);
            packed |= displacements[r] > mpi::count_limit;
            total += counts[r];
        }
        std::vector<char> copy(packed ? static_cast<size_t>(total * element.bytes) : 0);
        for (int r = 0, offset = 0; r < group.size; offset += n[r++])
            offsets[r] = packed ? offset : static_cast<int>(displacements[r]);
        bool in_place = !packed && send == mpi::at(receive, displacements[group.rank], element);
        mpi::check(MPI_Allgatherv(in_place ? MPI_IN_PLACE : send, n[group.rank], element.type,
                                  packed ? copy.data() : receive, n.data(), offsets.data(), element.type, handle),
                   "MPI_Allgatherv");
        for (int r = 0; packed && r < group.size; ++r)
            exchange.copy(mpi::at(copy.data(), offsets[r], element), mpi::at(receive, displacements[r], element),
                          counts[r]);
    });
}

da_status da_mpi_alltoallv(int64_t comm, const void *send, const int64_t *send_counts,
                           const int64_t *send_displacements, void *receive, const int64_t *receive_counts,
                           const int64_t *receive_displacements, int32_t type) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        require_parts(send_counts, send_displacements, group.size, send, "send");
        require_parts(receive_counts, receive_displacements, group.size, receive, "receive");
        require_own(send_counts[group.rank], receive_counts[group.rank], group.rank);
        mpi::require_apart(send, receive,
                           std::min(largest(send_counts, group.size), largest(receive_counts, group.size)));
        mpi::Exchange exchange(handle, group, element);
        mpi::all_to_all(exchange, send, {send_counts, send_displacements}, receive,
                        {receive_counts, receive_displacements});
    });
}
