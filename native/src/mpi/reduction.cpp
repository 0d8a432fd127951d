// Reductions. Their counts are the same on every rank; beyond MPI's ints they go piece by piece.
#include "distarray/mpi.h"
#include "mpi/comm.hpp"
#include "mpi/datatype.hpp"
#include "mpi/exchange.hpp"
#include "mpi/op.hpp"
#include "mpi/request.hpp"

#include <algorithm>
#include <vector>

using namespace distarray;

namespace {

/** What all reductions are given, checked. */
struct Reduction {
    MPI_Comm comm;
    mpi::Element element;
    MPI_Op op;
    const void *send;
    void *receive;

    Reduction(int64_t c, const void *s, void *r, int32_t type, int64_t o)
        : comm(mpi::comm_of(c)), element(mpi::element_of(type)), op(mpi::op_of(o)), send(s), receive(r) {}

    const void *from(int64_t offset) const { return send == receive ? MPI_IN_PLACE : mpi::at(send, offset, element); }
    void *to(int64_t offset) const { return mpi::at(receive, offset, element); }
};

/** One Reduce for every rank's part, into a place of its own since receive may be send. */
void reduce_scatter_by_parts(const Reduction &r, const int64_t *counts, mpi::Group group) {
    std::vector<char> mine(static_cast<size_t>(counts[group.rank] * r.element.bytes));
    int64_t begin = 0;
    for (int root = 0; root < group.size; begin += counts[root++])
        mpi::for_pieces(counts[root], [&](int64_t offset, int piece) {
            auto to = group.rank == root ? mpi::at(mine.data(), offset, r.element) : nullptr;
            mpi::check(
                MPI_Reduce(mpi::at(r.send, begin + offset, r.element), to, piece, r.element.type, r.op, root, r.comm),
                "MPI_Reduce");
        });
    std::copy(mine.begin(), mine.end(), static_cast<char *>(r.receive));
}

} // namespace

da_status da_mpi_reduce(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int64_t op,
                        int32_t root) {
    return guard([&] {
        Reduction r(comm, send, receive, type, op);
        auto group = mpi::group_of(r.comm);
        mpi::require_rank(root, group.size, "root");
        mpi::require_buffer(send, count, "send");
        bool here = group.rank == root;
        if (here)
            mpi::require_buffer(receive, count, "receive");
        mpi::for_pieces(count, [&](int64_t offset, int piece) {
            auto from = here ? r.from(offset) : mpi::at(send, offset, r.element);
            mpi::check(MPI_Reduce(from, r.to(offset), piece, r.element.type, r.op, root, r.comm), "MPI_Reduce");
        });
    });
}

da_status da_mpi_allreduce(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int64_t op) {
    return guard([&] {
        Reduction r(comm, send, receive, type, op);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        mpi::for_pieces(count, [&](int64_t offset, int piece) {
            mpi::check(MPI_Allreduce(r.from(offset), r.to(offset), piece, r.element.type, r.op, r.comm),
                       "MPI_Allreduce");
        });
    });
}

da_status da_mpi_iallreduce(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int64_t op,
                            int64_t *request) {
    return guard([&] {
        require(request, "request");
        Reduction r(comm, send, receive, type, op);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        auto start = [&](int64_t offset, int piece) {
            MPI_Request made = MPI_REQUEST_NULL;
            mpi::check(MPI_Iallreduce(r.from(offset), r.to(offset), piece, r.element.type, r.op, r.comm, &made),
                       "MPI_Iallreduce");
            return made;
        };
        if (count <= mpi::count_limit.load(std::memory_order_relaxed)) {
            *request = mpi::to_int64(start(0, static_cast<int>(count)));
            return;
        }
        std::vector<MPI_Request> requests;
        mpi::for_pieces(count, [&](int64_t offset, int piece) { requests.push_back(start(offset, piece)); });
        *request = mpi::combine_requests(std::move(requests));
    });
}

da_status da_mpi_reduce_scatter(int64_t comm, const void *send, void *receive, const int64_t *counts, int32_t type,
                                int64_t op) {
    return guard([&] {
        require(counts, "counts");
        Reduction r(comm, send, receive, type, op);
        auto group = mpi::group_of(r.comm);
        int64_t total = 0;
        for (int rank = 0; rank < group.size; ++rank) {
            mpi::require_buffer(send, counts[rank], "send");
            total += counts[rank];
        }
        mpi::require_buffer(receive, counts[group.rank], "receive");
        if (total > mpi::count_limit) {
            reduce_scatter_by_parts(r, counts, group);
            return;
        }
        std::vector<int> n(counts, counts + group.size);
        mpi::check(MPI_Reduce_scatter(r.from(0), receive, n.data(), r.element.type, r.op, r.comm),
                   "MPI_Reduce_scatter");
    });
}

da_status da_mpi_scan(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int64_t op) {
    return guard([&] {
        Reduction r(comm, send, receive, type, op);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        mpi::for_pieces(count, [&](int64_t offset, int piece) {
            mpi::check(MPI_Scan(r.from(offset), r.to(offset), piece, r.element.type, r.op, r.comm), "MPI_Scan");
        });
    });
}

da_status da_mpi_exscan(int64_t comm, const void *send, void *receive, int64_t count, int32_t type, int64_t op) {
    return guard([&] {
        Reduction r(comm, send, receive, type, op);
        mpi::require_buffer(send, count, "send");
        mpi::require_buffer(receive, count, "receive");
        mpi::for_pieces(count, [&](int64_t offset, int piece) {
            mpi::check(MPI_Exscan(r.from(offset), r.to(offset), piece, r.element.type, r.op, r.comm), "MPI_Exscan");
        });
    });
}
