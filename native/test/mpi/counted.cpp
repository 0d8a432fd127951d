// Collective operations with a count for every rank: zero counts, gaps, limits that only some counts exceed, wrong counts.
#include "check.hpp"

#include <numeric>
#include <vector>

namespace {

using Counts = std::vector<int64_t>;

/** Elements that rank from has for rank to: different for every pair, none for some. */
int64_t count_of(int from, int to, int step) { return (from * 3 + to * 5 + step) % 7; }

int32_t value_of(int from, int to, int64_t i) { return 10000 * from + 100 * to + static_cast<int32_t>(i); }

/** Offsets with a gap of two after every part; the end in the last place. */
Counts offsets_of(const Counts &counts) {
    Counts offsets(counts.size() + 1, 1);
    for (size_t r = 0; r < counts.size(); ++r)
        offsets[r + 1] = offsets[r] + counts[r] + 2;
    return offsets;
}

std::vector<int32_t> filled(const Counts &counts, const Counts &offsets, bool from_me, int me) {
    std::vector<int32_t> values(static_cast<size_t>(offsets.back()), -1);
    for (int r = 0; r < size_; ++r)
        for (int64_t i = 0; i < counts[r]; ++i)
            values[static_cast<size_t>(offsets[r] + i)] = from_me ? value_of(me, r, i) : value_of(r, me, i);
    return values;
}

void gather(int step, int root) {
    Counts counts(size_);
    for (int r = 0; r < size_; ++r)
        counts[r] = count_of(r, root, step);
    auto offsets = offsets_of(counts);
    auto expected = filled(counts, offsets, false, root);
    std::vector<int32_t> mine;
    for (int64_t i = 0; i < counts[rank_]; ++i)
        mine.push_back(value_of(rank_, root, i));

    bool here = rank_ == root;
    std::vector<int32_t> got(expected.size(), -1);
    CHECK(da_mpi_gatherv(world, mine.data(), counts[rank_], here ? got.data() : nullptr, here ? counts.data() : nullptr,
                         here ? offsets.data() : nullptr, DA_INT32, root) == DA_OK);
    CHECK(!here || got == expected);

    std::fill(got.begin(), got.end(), -1);
    CHECK(da_mpi_allgatherv(world, mine.data(), counts[rank_], got.data(), counts.data(), offsets.data(), DA_INT32) ==
          DA_OK);
    CHECK(got == expected);
    std::fill(got.begin(), got.end(), -1);
    std::copy(mine.begin(), mine.end(), got.begin() + offsets[rank_]);
    CHECK(da_mpi_allgatherv(world, got.data() + offsets[rank_], counts[rank_], got.data(), counts.data(),
                            offsets.data(), DA_INT32) == DA_OK);
    CHECK(got == expected);

    std::vector<int32_t> own(mine.size(), -1);
    CHECK(da_mpi_scatterv(world, here ? expected.data() : nullptr, here ? counts.data() : nullptr,
                          here ? offsets.data() : nullptr, own.data(), counts[rank_], DA_INT32, root) == DA_OK);
    CHECK(own == mine);
}

void exchange(int step) {
    Counts out(size_), in(size_);
    for (int r = 0; r < size_; ++r) {
        out[r] = count_of(rank_, r, step);
        in[r] = count_of(r, rank_, step);
    }
    auto out_offsets = offsets_of(out), in_offsets = offsets_of(in);
    auto send = filled(out, out_offsets, true, rank_), expected = filled(in, in_offsets, false, rank_);
    std::vector<int32_t> got(expected.size(), -1);
    CHECK(da_mpi_alltoallv(world, send.data(), out.data(), out_offsets.data(), got.data(), in.data(), in_offsets.data(),
                           DA_INT32) == DA_OK);
    CHECK(got == expected);
}

/** Where there is nothing to move the buffers do not matter: the last rank gives the same one twice and must not stay away. */
void exchange_without_elements_here() {
    Counts zeros(size_, 0), some(size_, 0), offsets(size_, 0);
    int last = size_ - 1;
    for (int r = 0; r < last; ++r) {
        some[r] = r + 1;
        offsets[r] = 8 * r;
    }
    bool empty = rank_ == last;
    std::vector<int32_t> send(64), got(64, -1);
    std::iota(send.begin(), send.end(), 1000 * rank_);
    Counts out(size_, empty ? 0 : rank_ + 1);
    out[last] = 0;
    auto &in = empty ? zeros : some;
    CHECK(da_mpi_alltoallv(world, send.data(), out.data(), zeros.data(), empty ? send.data() : got.data(), in.data(),
                           offsets.data(), DA_INT32) == DA_OK);
    for (int r = 0; r < last; ++r)
        for (int i = 0; i <= r; ++i)
            CHECK(empty || got[static_cast<size_t>(8 * r + i)] == 1000 * r + i);
}

void wrong_counts() {
    int32_t values[32] = {};
    Counts counts(size_, 2), offsets(size_, 0);
    CHECK(da_mpi_gatherv(world, values, 1, values, nullptr, nullptr, DA_INT32, size_) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_allgatherv(world, values, 3, values, counts.data(), offsets.data(), DA_INT32) == DA_ERR_ARGUMENT);
    Counts negative(size_, -1);
    CHECK(da_mpi_allgatherv(world, values, 2, values, counts.data(), negative.data(), DA_INT32) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_alltoallv(world, values, negative.data(), offsets.data(), values + 8, counts.data(), offsets.data(),
                           DA_INT32) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_alltoallv(world, values, nullptr, offsets.data(), values + 8, counts.data(), offsets.data(),
                           DA_INT32) == DA_ERR_NULL);
    if (size_ == 1)
        return;
    // The last rank sends less, then more, than the root expects: noticed on the root.
    int last = size_ - 1;
    for (int64_t sent : {1, 3}) {
        std::iota(offsets.begin(), offsets.end(), 0);
        auto status = da_mpi_gatherv(world, values, rank_ == last ? sent : 2, values + 8, counts.data(), offsets.data(),
                                     DA_INT32, 0);
        CHECK(status == (rank_ == 0 ? DA_ERR_MPI : DA_OK));
        int32_t code = 0, error_class = 0;
        if (rank_ == 0)
            CHECK(da_last_mpi_error(&code) == DA_OK && da_mpi_error_class(code, &error_class) == DA_OK &&
                  error_class == DA_MPI_ERR_TRUNCATE);
        CHECK(rank_ != 0 || sent > 2 ||
              last_error() == "rank " + std::to_string(last) + " sent 1 elements to rank 0, which expects 2");
        CHECK(da_mpi_barrier(world) == DA_OK);
    }
}

} // namespace

int main() {
    return run_mpi_test([] {
        for (int64_t limit : {0, 1, 3, 4}) {
            CHECK(da_mpi_set_count_limit(limit) == DA_OK);
            for (int step = 0; step < 7; ++step) {
                gather(step, step % size_);
                exchange(step);
            }
        }
        CHECK(da_mpi_set_count_limit(0) == DA_OK);
        exchange_without_elements_here();
        wrong_counts();
    });
}
