// Collective operations with equal counts, for every element type and for limits that force pieces; communicators.
#include "check.hpp"

#include <cstring>
#include <vector>

namespace {

struct Type {
    int32_t type;
    int64_t bytes;
};

const std::vector<Type> types = {{DA_BOOLEAN, 1},     {DA_INT8, 1},      {DA_UINT8, 1},    {DA_INT16, 2},
                                 {DA_UINT16, 2},      {DA_INT32, 4},     {DA_UINT32, 4},   {DA_INT64, 8},
                                 {DA_UINT64, 8},      {DA_FLOAT32, 4},   {DA_FLOAT64, 8},  {DA_COMPLEX64, 8},
                                 {DA_COMPLEX128, 16}, {DA_LOGICAL32, 4}, {DA_LOGICAL64, 8}};

using Bytes = std::vector<unsigned char>;

/** Bytes that tell rank, peer and position, so that no two places are alike; 0 and 1 for booleans. */
Bytes part(Type t, int64_t count, int from, int to = 0) {
    Bytes bytes(static_cast<size_t>(count * t.bytes));
    for (size_t i = 0; i < bytes.size(); ++i)
        bytes[i] =
            static_cast<unsigned char>((from * 71 + to * 29 + static_cast<int>(i) * 7 + (static_cast<int>(i) >> 5)) %
                                       (t.type == DA_BOOLEAN ? 2 : 251));
    return bytes;
}

Bytes joined(Type t, int64_t count, int to = 0) {
    Bytes all;
    for (int r = 0; r < size_; ++r) {
        auto one = part(t, count, r, to);
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

void move(Type t, int64_t count, int root) {
    auto mine = part(t, count, rank_), all = joined(t, count);
    bool here = rank_ == root;
    auto room = [&] { return Bytes(all.size(), 253); };
    auto at = [&](Bytes &b, int r) { return b.data() + r * count * t.bytes; };
    da_mpi_status status{};

    auto buffer = here ? part(t, count, root) : Bytes(mine.size(), 253);
    CHECK(da_mpi_bcast(world, buffer.data(), count, t.type, root) == DA_OK && buffer == part(t, count, root));
    int64_t request = 0;
    if (!here)
        std::fill(buffer.begin(), buffer.end(), 253);
    CHECK(da_mpi_ibcast(world, buffer.data(), count, t.type, root, &request) == DA_OK);
    CHECK(da_mpi_request_wait(&request, &status) == DA_OK && buffer == part(t, count, root));

    auto got = here ? room() : Bytes();
    CHECK(da_mpi_gather(world, mine.data(), count, here ? got.data() : nullptr, t.type, root) == DA_OK &&
          (!here || got == all));
    if (here) {
        got = room();
        std::copy(mine.begin(), mine.end(), at(got, rank_));
    }
    CHECK(da_mpi_gather(world, here ? at(got, rank_) : mine.data(), count, got.data(), t.type, root) == DA_OK &&
          (!here || got == all));

    got = room();
    CHECK(da_mpi_allgather(world, mine.data(), count, got.data(), t.type) == DA_OK && got == all);
    got = room();
    std::copy(mine.begin(), mine.end(), at(got, rank_));
    CHECK(da_mpi_allgather(world, at(got, rank_), count, got.data(), t.type) == DA_OK && got == all);

    Bytes own(mine.size(), 253);
    CHECK(da_mpi_scatter(world, here ? all.data() : nullptr, own.data(), count, t.type, root) == DA_OK && own == mine);
    auto source = all;
    CHECK(da_mpi_scatter(world, source.data(), here ? at(source, rank_) : own.data(), count, t.type, root) == DA_OK &&
          source == all);

    Bytes out;
    for (int r = 0; r < size_; ++r) {
        auto one = part(t, count, rank_, r);
        out.insert(out.end(), one.begin(), one.end());
    }
    got = room();
    CHECK(da_mpi_alltoall(world, out.data(), got.data(), count, t.type) == DA_OK && got == joined(t, count, rank_));
}

void barriers() {
    CHECK(da_mpi_barrier(world) == DA_OK);
    int64_t request = 0;
    da_mpi_status status{};
    int32_t done = 0;
    CHECK(da_mpi_ibarrier(world, &request) == DA_OK);
    while (!done && failures == 0)
        CHECK(da_mpi_request_test(&request, &done, &status) == DA_OK);
}

void communicators() {
    int64_t self = 0, none = 0, half = 0, copy = 0, again = 0;
    int32_t rank = -1, size = -1, result = -1, fortran = -1;
    CHECK(da_mpi_comm_self(&self) == DA_OK && da_mpi_comm_size(self, &size) == DA_OK && size == 1);
    CHECK(da_mpi_comm_null(&none) == DA_OK && da_mpi_comm_size(none, &size) == DA_ERR_ARGUMENT);

    // Even and odd ranks, in reverse order.
    CHECK(da_mpi_comm_split(world, rank_ % 2, -rank_, &half) == DA_OK && half != none);
    int of_my_kind = (size_ + 1 - rank_ % 2) / 2;
    CHECK(da_mpi_comm_size(half, &size) == DA_OK && size == of_my_kind);
    CHECK(da_mpi_comm_rank(half, &rank) == DA_OK && rank == of_my_kind - 1 - rank_ / 2);
    // What a part reduces stays in it.
    int64_t sum = 0, op = 0, mine = rank_, expected = 0;
    for (int r = rank_ % 2; r < size_; r += 2)
        expected += r;
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, DA_INT64, &op) == DA_OK);
    CHECK(da_mpi_allreduce(half, &mine, &sum, 1, DA_INT64, op) == DA_OK && sum == expected);
    CHECK(da_mpi_send(half, nullptr, 0, DA_INT64, size, 0) == DA_ERR_MPI);
    CHECK(da_mpi_comm_free(half) == DA_OK);

    CHECK(da_mpi_comm_split(world, rank_ == 0 ? DA_MPI_ANY : 4, 0, &half) == DA_OK && (half == none) == (rank_ == 0));
    CHECK(da_mpi_comm_free(half) == DA_OK);

    CHECK(da_mpi_comm_dup(world, &copy) == DA_OK);
    CHECK(da_mpi_comm_compare(world, world, &result) == DA_OK && result == DA_MPI_IDENT);
    CHECK(da_mpi_comm_compare(world, copy, &result) == DA_OK && result == DA_MPI_CONGRUENT);
    CHECK(da_mpi_comm_compare(world, self, &result) == DA_OK &&
          result == (size_ == 1 ? DA_MPI_CONGRUENT : DA_MPI_UNEQUAL));
    CHECK(da_mpi_comm_c2f(copy, &fortran) == DA_OK && da_mpi_comm_f2c(fortran, &again) == DA_OK && again == copy);
    CHECK(da_mpi_comm_f2c(-5, &again) == DA_ERR_ARGUMENT);
    // A private communicator hangs on the copy and goes with it.
    int64_t counts[4] = {1, 1, 1, 1}, offsets[4] = {0, 1, 2, 3}, ranks[4];
    CHECK(da_mpi_gatherv(copy, &mine, 1, ranks, counts, offsets, DA_INT64, 0) == DA_OK);
    CHECK(da_mpi_comm_free(copy) == DA_OK);

    int64_t shadow = 0;
    CHECK(da_mpi_comm_dup(world, &copy) == DA_OK);
    CHECK(da_mpi_comm_shadow(copy, 0, &shadow) == DA_OK && shadow == none);
    CHECK(da_mpi_comm_shadow(copy, 1, &shadow) == DA_OK && da_mpi_comm_shadow(copy, 0, &again) == DA_OK && again == shadow);
    CHECK(da_mpi_comm_compare(copy, shadow, &result) == DA_OK && result == DA_MPI_CONGRUENT);
    CHECK(da_mpi_comm_free(copy) == DA_OK);

    char name[64] = "";
    int64_t length = 0;
    CHECK(da_mpi_comm_name(world, name, sizeof name, &length) == DA_OK && std::strcmp(name, "MPI_COMM_WORLD") == 0 &&
          length == 14);
    CHECK(da_mpi_comm_split(world, -2, 0, &half) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_bcast(world, &mine, 1, DA_INT64, size_) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_bcast(world, &mine, 1, DA_INT64, -1) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_alltoall(world, ranks, ranks, 1, DA_INT64) == DA_ERR_ARGUMENT);
}

} // namespace

int main() {
    return run_mpi_test([] {
        barriers();
        communicators();
        for (int64_t limit : {0, 1, 3, 5}) {
            CHECK(da_mpi_set_count_limit(limit) == DA_OK);
            for (auto t : types)
                for (int64_t count : {0, 1, 2, 7})
                    move(t, count, static_cast<int>(count) % size_);
        }
        barriers();
    });
}
