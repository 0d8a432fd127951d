// User-made reductions: contexts, order of the operands, as many as there can be, several at a time.
#include "check.hpp"

#include <vector>

namespace {

/** An affine map x -> a x + b modulo 97; composing them does not commute. */
struct Map {
    int32_t a, b;
};
static_assert(sizeof(Map) == 8);

Map map_of(int r, int64_t i) {
    return {(r * 7 + static_cast<int32_t>(i) * 3) % 96 + 1, (r * 13 + static_cast<int32_t>(i)) % 97};
}

/** The lower ranks' map first. */
Map then(Map first, Map second) { return {second.a * first.a % 97, (second.a * first.b + second.b) % 97}; }

bool same(Map x, Map y) { return x.a == y.a && x.b == y.b; }

void compose(void *context, const void *in, void *inout, int64_t count) {
    ++*static_cast<int64_t *>(context);
    auto *lower = static_cast<const Map *>(in);
    auto *higher = static_cast<Map *>(inout);
    for (int64_t i = 0; i < count; ++i)
        higher[i] = then(lower[i], higher[i]);
}

void add_context(void *context, const void *in, void *inout, int64_t count) {
    for (int64_t i = 0; i < count; ++i)
        static_cast<int64_t *>(inout)[i] += static_cast<const int64_t *>(in)[i] + *static_cast<int64_t *>(context);
}

void order() {
    int64_t calls = 0, op = 0;
    CHECK(da_mpi_op_create(compose, &calls, 0, &op) == DA_OK);
    for (int64_t limit : {0, 3}) {
        CHECK(da_mpi_set_count_limit(limit) == DA_OK);
        for (int64_t count : {0, 1, 10, 500}) {
            std::vector<Map> mine(static_cast<size_t>(count)), got(mine.size()), scanned(mine.size());
            for (int64_t i = 0; i < count; ++i)
                mine[i] = map_of(rank_, i);
            CHECK(da_mpi_allreduce(world, mine.data(), got.data(), count, DA_INT64, op) == DA_OK);
            CHECK(da_mpi_scan(world, mine.data(), scanned.data(), count, DA_INT64, op) == DA_OK);
            for (int64_t i = 0; i < count; ++i) {
                auto expected = map_of(0, i), upto = expected;
                for (int r = 1; r < size_; ++r) {
                    expected = then(expected, map_of(r, i));
                    if (r <= rank_)
                        upto = expected;
                }
                CHECK(same(got[i], expected) && same(scanned[i], upto));
            }
        }
    }
    CHECK(da_mpi_set_count_limit(0) == DA_OK);
    int64_t add = 0, all_calls = 0;
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, DA_INT64, &add) == DA_OK);
    CHECK(da_mpi_allreduce(world, &calls, &all_calls, 1, DA_INT64, add) == DA_OK && (all_calls > 0) == (size_ > 1));
    CHECK(da_mpi_op_free(op) == DA_OK);
    CHECK(da_mpi_op_free(op) == DA_ERR_ARGUMENT);
}

/** All that fit, each with its own context, all under way at once. */
void many() {
    int32_t capacity = 0;
    CHECK(da_mpi_op_capacity(&capacity) == DA_OK && capacity >= 64);
    std::vector<int64_t> contexts(capacity), ops(capacity), requests(capacity), results(capacity);
    int64_t one_more = 0, mine = rank_;
    for (int round = 0; round < 2; ++round) {
        for (int k = 0; k < capacity; ++k) {
            contexts[k] = 1000 * k + round;
            CHECK(da_mpi_op_create(add_context, &contexts[k], k % 2, &ops[k]) == DA_OK);
        }
        CHECK(da_mpi_op_create(add_context, &contexts[0], 1, &one_more) == DA_ERR_UNSUPPORTED);
        for (int k = 0; k < capacity; ++k)
            CHECK(da_mpi_iallreduce(world, &mine, &results[k], 1, DA_INT64, ops[k], &requests[k]) == DA_OK);
        CHECK(da_mpi_request_wait_all(requests.data(), capacity) == DA_OK);
        for (int k = 0; k < capacity; ++k)
            CHECK(results[k] == size_ * (size_ - 1) / 2 + (size_ - 1) * contexts[k]);
        for (int k = 0; k < capacity; ++k)
            CHECK(da_mpi_op_free(ops[k]) == DA_OK);
    }
    int64_t op = 0;
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, DA_INT64, &op) == DA_OK && da_mpi_op_free(op) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_op_create(nullptr, nullptr, 1, &op) == DA_ERR_NULL);
    CHECK(da_mpi_op_create(compose, nullptr, 1, nullptr) == DA_ERR_NULL);
}

} // namespace

int main() {
    return run_mpi_test([] {
        order();
        many();
    });
}
