#include "mpi/exchange.hpp"

#include "mpi/request.hpp"

#include <cstring>
#include <string>

using namespace distarray;

namespace {

constexpr int tag = 0;

} // namespace

mpi::Exchange::Exchange(MPI_Comm comm, Group group, Element element)
    : comm_(group.size > 1 ? private_comm(comm) : comm), group_(group), element_(element) {}

void mpi::Exchange::send(const void *buffer, int64_t count, int destination) {
    Message message(count, element_);
    requests_.emplace_back(MPI_REQUEST_NULL);
    check(MPI_Isend(buffer, message.count(), message.type(), destination, tag, comm_, &requests_.back()), "MPI_Isend");
}

void mpi::Exchange::receive(void *buffer, int64_t count, int source) {
    Message message(count, element_);
    requests_.emplace_back(MPI_REQUEST_NULL);
    check(MPI_Irecv(buffer, message.count(), message.type(), source, tag, comm_, &requests_.back()), "MPI_Irecv");
    expected_.push_back({requests_.size() - 1, count});
}

void mpi::Exchange::copy(const void *from, void *to, int64_t count) const {
    if (count > 0 && from != to)
        std::memmove(to, from, static_cast<size_t>(count * element_.bytes));
}

void mpi::Exchange::finish() {
    if (requests_.empty())
        return;
    auto statuses = wait_all(requests_);
    for (auto &[request, count] : expected_) {
        da_mpi_status status{};
        read_status(statuses[request], &status);
        if (status.bytes != count * element_.bytes)
            throw MpiError(MPI_ERR_TRUNCATE, "rank " + std::to_string(status.source) + " sent " +
                                                 std::to_string(status.bytes / element_.bytes) + " elements to rank " +
                                                 std::to_string(group_.rank) + ", which expects " +
                                                 std::to_string(count));
    }
    requests_.clear();
    expected_.clear();
}

void mpi::gather(Exchange &exchange, const void *send, int64_t count, void *receive, const Parts &parts, int root) {
    auto element = exchange.element();
    if (exchange.rank() != root) {
        exchange.send(send, count, root);
    } else {
        for (int r = 0; r < exchange.size(); ++r)
            if (r != root)
                exchange.receive(at(receive, parts.offset(r), element), parts.count(r), r);
        exchange.copy(send, at(receive, parts.offset(root), element), count);
    }
    exchange.finish();
}

void mpi::scatter(Exchange &exchange, const void *send, const Parts &parts, void *receive, int64_t count, int root) {
    auto element = exchange.element();
    if (exchange.rank() != root) {
        exchange.receive(receive, count, root);
    } else {
        for (int r = 0; r < exchange.size(); ++r)
            if (r != root)
                exchange.send(at(send, parts.offset(r), element), parts.count(r), r);
        exchange.copy(at(send, parts.offset(root), element), receive, count);
    }
    exchange.finish();
}

void mpi::all_gather(Exchange &exchange, const void *send, void *receive, const Parts &parts) {
    // A ring: every step passes on the part that came last, so that no rank sends more than all others.
    auto element = exchange.element();
    int rank = exchange.rank(), size = exchange.size();
    exchange.copy(send, at(receive, parts.offset(rank), element), parts.count(rank));
    for (int step = 0; step + 1 < size; ++step) {
        int mine = (rank - step + size) % size, next = (rank - step - 1 + size) % size;
        exchange.receive(at(receive, parts.offset(next), element), parts.count(next), (rank - 1 + size) % size);
        exchange.send(at(receive, parts.offset(mine), element), parts.count(mine), (rank + 1) % size);
        exchange.finish();
    }
}

void mpi::all_to_all(Exchange &exchange, const void *send, const Parts &sent, void *receive, const Parts &received) {
    auto element = exchange.element();
    int rank = exchange.rank(), size = exchange.size();
    for (int step = 1; step < size; ++step) {
        int from = (rank - step + size) % size;
        exchange.receive(at(receive, received.offset(from), element), received.count(from), from);
    }
    for (int step = 1; step < size; ++step) {
        int to = (rank + step) % size;
        exchange.send(at(send, sent.offset(to), element), sent.count(to), to);
    }
    exchange.copy(at(send, sent.offset(rank), element), at(receive, received.offset(rank), element), sent.count(rank));
    exchange.finish();
}
