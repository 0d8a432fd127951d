// Collective operations whose counts are the same on every rank, so that every rank takes the same path by itself.
#include "distarray/mpi.h"
#include "mpi/comm.hpp"
#include "mpi/datatype.hpp"
#include "mpi/exchange.hpp"
#include "mpi/request.hpp"

using namespace distarray;

namespace {

/** Whether MPI's own collective can be trusted with the whole: many compute size x count in an int. */
bool fits(int64_t count, int size) { return count <= mpi::count_limit.load(std::memory_order_relaxed) / size; }

} // namespace

da_status da_mpi_barrier(int64_t comm) {
    return guard([&] { mpi::check(MPI_Barrier(mpi::comm_of(comm)), "MPI_Barrier"); });
}

da_status da_mpi_ibarrier(int64_t comm, int64_t *request) {
    return guard([&] {
        require(request, "request");
        MPI_Request made = MPI_REQUEST_NULL;
        mpi::check(MPI_Ibarrier(mpi::comm_of(comm), &made), "MPI_Ibarrier");
        *request = mpi::to_int64(made);
    });
}

da_status da_mpi_bcast(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t root) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::require_rank(root, mpi::group_of(handle).size, "root");
        mpi::for_pieces(count, [&](int64_t offset, int piece) {
            mpi::check(MPI_Bcast(mpi::at(buffer, offset, element), piece, element.type, root, handle), "MPI_Bcast");
        });
    });
}

da_status da_mpi_ibcast(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t root, int64_t *request) {
    return guard([&] {
        require(request, "request");
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::require_rank(root, mpi::group_of(handle).size, "root");
        mpi::Message message(count, element);
        MPI_Request made = MPI_REQUEST_NULL;
        mpi::check(MPI_Ibcast(buffer, message.count(), message.type(), root, handle, &made), "MPI_Ibcast");
        *request = mpi::to_int64(made);
    });
}

da_status da_mpi_gather(int64_t comm, const void *send, int64_t count, void *receive, int32_t type, int32_t root) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_rank(root, group.size, "root");
        mpi::require_buffer(send, count, "send");
        if (group.rank == root)
            mpi::require_buffer(receive, count, "receive");
        if (fits(count, group.size)) {
            bool in_place = group.rank == root && send == mpi::at(receive, root * count, element);
            int n = static_cast<int>(count);
            mpi::check(
                MPI_Gather(in_place ? MPI_IN_PLACE : send, n, element.type, receive, n, element.type, root, handle),
                "MPI_Gather");
        } else {
            mpi::Exchange exchange(handle, group, element);
            mpi::gather(exchange, send, count, receive, mpi::Parts::even(count), root);
        }
    });
}

da_status da_mpi_allgather(int64_t comm, const void *send, int64_t count, void *receive, int32_t type) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        if (fits(count, group.size)) {
            bool in_place = send == mpi::at(receive, group.rank * count, element);
            int n = static_cast<int>(count);
            mpi::check(MPI_Allgather(in_place ? MPI_IN_PLACE : send, n, element.type, receive, n, element.type, handle),
                       "MPI_Allgather");
        } else {
            mpi::Exchange exchange(handle, group, element);
            mpi::all_gather(exchange, send, receive, mpi::Parts::even(count));
        }
    });
}

da_status da_mpi_scatter(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int32_t root) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_rank(root, group.size, "root");
        mpi::require_buffer(receive, count, "receive");
        if (group.rank == root)
            mpi::require_buffer(send, count, "send");
        if (fits(count, group.size)) {
            bool in_place = group.rank == root && receive == mpi::at(send, root * count, element);
            int n = static_cast<int>(count);
            mpi::check(
                MPI_Scatter(send, n, element.type, in_place ? MPI_IN_PLACE : receive, n, element.type, root, handle),
                "MPI_Scatter");
        } else {
            mpi::Exchange exchange(handle, group, element);
            mpi::scatter(exchange, send, mpi::Parts::even(count), receive, count, root);
        }
    });
}

da_status da_mpi_alltoall(int64_t comm, const void *send, void *receive, int64_t count, int32_t type) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        auto group = mpi::group_of(handle);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        mpi::require_apart(send, receive, count);
        if (fits(count, group.size)) {
            int n = static_cast<int>(count);
            mpi::check(MPI_Alltoall(send, n, element.type, receive, n, element.type, handle), "MPI_Alltoall");
        } else {
            mpi::Exchange exchange(handle, group, element);
            mpi::all_to_all(exchange, send, mpi::Parts::even(count), receive, mpi::Parts::even(count));
        }
    });
}
