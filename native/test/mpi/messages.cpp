// Messages of every length around the limit of one piece, blocking and not; errors that are returned.
#include "check.hpp"

#include <numeric>
#include <vector>

namespace {

std::vector<double> numbered(int64_t count, int from) {
    std::vector<double> values(static_cast<size_t>(count));
    std::iota(values.begin(), values.end(), 1000.0 * from);
    return values;
}

void ring(int64_t count, int64_t capacity) {
    int next = (rank_ + 1) % size_, last = (rank_ + size_ - 1) % size_;
    auto out = numbered(count, rank_), expected = numbered(count, last);
    std::vector<double> in(static_cast<size_t>(capacity), -1);
    expected.resize(in.size(), -1);
    da_mpi_status status{};
    int64_t request = 0;

    CHECK(da_mpi_isend(world, out.data(), count, DA_FLOAT64, next, 5, &request) == DA_OK);
    CHECK(da_mpi_probe(world, last, DA_MPI_ANY, &status) == DA_OK);
    CHECK(status.source == last && status.tag == 5 && status.bytes == 8 * count);
    CHECK(da_mpi_recv(world, in.data(), capacity, DA_FLOAT64, DA_MPI_ANY, DA_MPI_ANY, &status) == DA_OK);
    CHECK(status.source == last && status.tag == 5 && status.bytes == 8 * count && in == expected);
    CHECK(da_mpi_request_wait(&request, &status) == DA_OK);
    int64_t none = 0;
    CHECK(da_mpi_request_null(&none) == DA_OK && request == none);

    std::fill(in.begin(), in.end(), -1);
    CHECK(da_mpi_irecv(world, in.data(), capacity, DA_FLOAT64, last, 6, &request) == DA_OK);
    CHECK(da_mpi_send(world, out.data(), count, DA_FLOAT64, next, 6) == DA_OK);
    int32_t done = 0;
    while (!done && failures == 0)
        CHECK(da_mpi_request_test(&request, &done, &status) == DA_OK);
    CHECK(status.source == last && status.bytes == 8 * count && in == expected);

    std::fill(in.begin(), in.end(), -1);
    CHECK(da_mpi_sendrecv(world, out.data(), count, next, 7, in.data(), capacity, last, 7, DA_FLOAT64, &status) ==
          DA_OK);
    CHECK(status.source == last && status.tag == 7 && status.bytes == 8 * count && in == expected);
}

void lengths() {
    for (int64_t limit : {0, 1, 3, 4}) {
        CHECK(da_mpi_set_count_limit(limit) == DA_OK);
        for (int64_t count : {0, 1, 2, 3, 4, 5, 8, 11, 12, 100}) {
            ring(count, count);
            ring(count, count + 7);
        }
    }
    CHECK(da_mpi_set_count_limit(0) == DA_OK);
}

void many_at_once() {
    std::vector<int64_t> requests;
    std::vector<int> in(static_cast<size_t>(size_), -1);
    for (int r = 0; r < size_; ++r) {
        requests.push_back(0);
        CHECK(da_mpi_irecv(world, &in[r], 1, DA_INT32, r, 9, &requests.back()) == DA_OK);
    }
    int mine = 10 * rank_ + 1;
    for (int r = 0; r < size_; ++r) {
        requests.push_back(0);
        CHECK(da_mpi_isend(world, &mine, 1, DA_INT32, r, 9, &requests.back()) == DA_OK);
    }
    CHECK(da_mpi_request_wait_all(requests.data(), static_cast<int64_t>(requests.size())) == DA_OK);
    for (int r = 0; r < size_; ++r)
        CHECK(in[r] == 10 * r + 1);
    CHECK(da_mpi_request_wait_all(nullptr, 0) == DA_OK);
    da_mpi_status status{};
    int32_t found = -1;
    CHECK(da_mpi_iprobe(world, DA_MPI_ANY, DA_MPI_ANY, &found, &status) == DA_OK && found == 0);
}

void errors() {
    double x[4] = {1, 2, 3, 4};
    da_mpi_status status{};
    int64_t request = 0;
    CHECK(da_mpi_send(world, nullptr, 1, DA_FLOAT64, 0, 0) == DA_ERR_NULL);
    CHECK(da_mpi_send(world, x, -1, DA_FLOAT64, 0, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(world, x, 1, 0, 0, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(world, x, 1, 16, 0, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(0, x, 1, DA_FLOAT64, 0, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(world, x, 1, DA_FLOAT64, -1, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(world, x, 1, DA_FLOAT64, -2, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_send(world, x, 1, DA_FLOAT64, 0, -1) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_recv(world, x, 1, DA_FLOAT64, -2, 0, &status) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_recv(world, x, 1, DA_FLOAT64, 0, -2, &status) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_recv(world, x, 1, DA_FLOAT64, 0, 0, nullptr) == DA_ERR_NULL);
    CHECK(da_mpi_irecv(world, x, 1, DA_FLOAT64, 0, 0, nullptr) == DA_ERR_NULL);
    CHECK(da_mpi_request_wait(nullptr, &status) == DA_ERR_NULL);
    CHECK(da_mpi_request_wait(&request, &status) == DA_ERR_ARGUMENT);
    request = -12345;
    CHECK(da_mpi_request_wait(&request, &status) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_set_count_limit(-1) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_set_count_limit(int64_t{1} << 31) == DA_ERR_ARGUMENT);

    // MPI's own errors come back with a class and a text.
    CHECK(da_mpi_send(world, x, 1, DA_FLOAT64, size_, 0) == DA_ERR_MPI);
    int32_t code = 0, error_class = -1;
    CHECK(da_last_mpi_error(&code) == DA_OK && code != 0);
    CHECK(da_mpi_error_class(code, &error_class) == DA_OK && error_class == DA_MPI_ERR_RANK);
    CHECK(last_error().find("MPI_Send: ") == 0 && last_error().find("nvalid rank") != std::string::npos);

    // A message longer than its buffer is an error, and is gone afterwards.
    CHECK(da_mpi_isend(world, x, 4, DA_FLOAT64, rank_, 3, &request) == DA_OK);
    double in[2] = {};
    CHECK(da_mpi_recv(world, in, 2, DA_FLOAT64, rank_, 3, &status) == DA_ERR_MPI);
    CHECK(da_last_mpi_error(&code) == DA_OK && da_mpi_error_class(code, &error_class) == DA_OK);
    CHECK(error_class == DA_MPI_ERR_TRUNCATE);
    CHECK(da_mpi_request_wait(&request, &status) == DA_OK);
}

} // namespace

int main() {
    return run_mpi_test([] {
        lengths();
        many_at_once();
        errors();
    });
}
