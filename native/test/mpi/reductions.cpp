// Every reduction over every element type, all forms, against values computed here; pairs that are not defined.
#include "check.hpp"

#include <algorithm>
#include <complex>
#include <functional>
#include <limits>
#include <type_traits>
#include <vector>

namespace {

template <class T> constexpr bool is_complex = false;
template <class T> constexpr bool is_complex<std::complex<T>> = true;

/** What rank r contributes in place i: small, so that products stay exact, and never the same twice in a row. */
template <class T> T contribution(int r, int64_t i) {
    if constexpr (is_complex<T>)
        return {static_cast<typename T::value_type>(r + 1), static_cast<typename T::value_type>(i % 3 - 1)};
    else
        return static_cast<T>((r * 5 + i * 3) % 4 + 1);
}
template <> bool contribution<bool>(int r, int64_t i) { return (r + i) % 3 != 0; }

/** Fortran's logicals are integers that travel as such; the operation makes them 0 or 1. */
template <class T> T logical(int r, int64_t i) { return static_cast<T>((r + i) % 3); }

template <class T> using Function = std::function<T(T, T)>;
template <class T> using Source = std::function<T(int, int64_t)>;

/** A vector that is an array also for bool. */
template <class T> struct Array {
    explicit Array(int64_t count, T value = T()) : bytes(static_cast<size_t>(count) * sizeof(T)), count_(count) {
        for (int64_t i = 0; i < count; ++i)
            (*this)[i] = value;
    }
    T *data() { return reinterpret_cast<T *>(bytes.data()); }
    T &operator[](int64_t i) { return data()[i]; }
    bool operator==(const Array &other) const { return bytes == other.bytes; }
    int64_t size() const { return count_; }
    std::vector<unsigned char> bytes;
    int64_t count_;
};

template <class T>
Array<T> combined(int64_t count, int ranks, const Source<T> &source, const Function<T> &f, int64_t first = 0) {
    Array<T> values(count);
    for (int64_t i = 0; i < count; ++i) {
        values[i] = source(0, first + i);
        for (int r = 1; r < ranks; ++r)
            values[i] = f(values[i], source(r, first + i));
    }
    return values;
}

template <class T>
void reduce(int32_t type, int32_t kind, int64_t count, const Source<T> &source, const Function<T> &f) {
    int64_t op = 0, request = 0;
    da_mpi_status status{};
    CHECK(da_mpi_op_builtin(kind, type, &op) == DA_OK);
    Array<T> mine(count), got(count);
    for (int64_t i = 0; i < count; ++i)
        mine[i] = source(rank_, i);
    auto all = combined<T>(count, size_, source, f), below = combined<T>(count, std::max(rank_, 1), source, f),
         upto = combined<T>(count, rank_ + 1, source, f);
    int root = static_cast<int>(count) % size_;
    auto in_place = mine;

    CHECK(da_mpi_reduce(world, mine.data(), rank_ == root ? got.data() : nullptr, count, type, op, root) == DA_OK);
    CHECK(rank_ != root || got == all);
    CHECK(da_mpi_reduce(world, in_place.data(), in_place.data(), count, type, op, root) == DA_OK);
    CHECK(in_place == (rank_ == root ? all : mine));

    got = Array<T>(count);
    CHECK(da_mpi_allreduce(world, mine.data(), got.data(), count, type, op) == DA_OK && got == all);
    in_place = mine;
    CHECK(da_mpi_allreduce(world, in_place.data(), in_place.data(), count, type, op) == DA_OK && in_place == all);

    got = Array<T>(count);
    CHECK(da_mpi_iallreduce(world, mine.data(), got.data(), count, type, op, &request) == DA_OK);
    CHECK(da_mpi_request_wait(&request, &status) == DA_OK && got == all);
    in_place = mine;
    CHECK(da_mpi_iallreduce(world, in_place.data(), in_place.data(), count, type, op, &request) == DA_OK);
    int32_t done = 0;
    while (!done && failures == 0)
        CHECK(da_mpi_request_test(&request, &done, &status) == DA_OK);
    CHECK(in_place == all);

    got = Array<T>(count);
    CHECK(da_mpi_scan(world, mine.data(), got.data(), count, type, op) == DA_OK && got == upto);
    in_place = mine;
    CHECK(da_mpi_scan(world, in_place.data(), in_place.data(), count, type, op) == DA_OK && in_place == upto);

    got = mine;
    CHECK(da_mpi_exscan(world, mine.data(), got.data(), count, type, op) == DA_OK && got == (rank_ > 0 ? below : mine));
    in_place = mine;
    CHECK(da_mpi_exscan(world, in_place.data(), in_place.data(), count, type, op) == DA_OK &&
          in_place == (rank_ > 0 ? below : mine));

    // Parts of different sizes, none for rank 0.
    std::vector<int64_t> counts(size_);
    int64_t total = 0, first = 0;
    for (int r = 0; r < size_; ++r) {
        first += r == rank_ ? total : 0;
        total += counts[r] = r == 0 && size_ > 1 ? 0 : count + r;
    }
    Array<T> whole(total), part(counts[rank_]);
    for (int64_t i = 0; i < total; ++i)
        whole[i] = source(rank_, i);
    auto expected = combined<T>(counts[rank_], size_, source, f, first);
    CHECK(da_mpi_reduce_scatter(world, whole.data(), part.data(), counts.data(), type, op) == DA_OK &&
          part == expected);
    CHECK(da_mpi_reduce_scatter(world, whole.data(), whole.data(), counts.data(), type, op) == DA_OK);
    CHECK(std::equal(expected.bytes.begin(), expected.bytes.end(), whole.bytes.begin()));
}

template <class T> void numbers(int32_t type) {
    int64_t op = 0;
    for (int64_t count : {0, 1, 5}) {
        reduce<T>(type, DA_MPI_ADD, count, contribution<T>, [](T a, T b) { return static_cast<T>(a + b); });
        reduce<T>(type, DA_MPI_MULTIPLY, count, contribution<T>, [](T a, T b) { return static_cast<T>(a * b); });
        if constexpr (!is_complex<T>) {
            reduce<T>(type, DA_MPI_MIN, count, contribution<T>, [](T a, T b) { return std::min(a, b); });
            reduce<T>(type, DA_MPI_MAX, count, contribution<T>, [](T a, T b) { return std::max(a, b); });
            // Both ends of the range: unsigned ones are no negative numbers.
            auto ends = [](int r, int64_t i) {
                return (r + i) % 2 ? std::numeric_limits<T>::max() : std::numeric_limits<T>::lowest();
            };
            reduce<T>(type, DA_MPI_MIN, count, ends, [](T a, T b) { return std::min(a, b); });
            reduce<T>(type, DA_MPI_MAX, count, ends, [](T a, T b) { return std::max(a, b); });
        }
        if constexpr (std::is_integral_v<T>) {
            reduce<T>(type, DA_MPI_BITWISE_AND, count, contribution<T>, [](T a, T b) { return static_cast<T>(a & b); });
            reduce<T>(type, DA_MPI_BITWISE_OR, count, contribution<T>, [](T a, T b) { return static_cast<T>(a | b); });
            reduce<T>(type, DA_MPI_BITWISE_XOR, count, contribution<T>, [](T a, T b) { return static_cast<T>(a ^ b); });
        }
    }
    for (int32_t kind : {DA_MPI_LOGICAL_AND, DA_MPI_LOGICAL_OR, DA_MPI_LOGICAL_XOR})
        CHECK(da_mpi_op_builtin(kind, type, &op) == DA_ERR_UNSUPPORTED);
    for (int32_t kind : {DA_MPI_MIN, DA_MPI_MAX})
        CHECK(da_mpi_op_builtin(kind, type, &op) == (is_complex<T> ? DA_ERR_UNSUPPORTED : DA_OK));
    for (int32_t kind : {DA_MPI_BITWISE_AND, DA_MPI_BITWISE_OR, DA_MPI_BITWISE_XOR})
        CHECK(da_mpi_op_builtin(kind, type, &op) == (std::is_integral_v<T> ? DA_OK : DA_ERR_UNSUPPORTED));
}

template <class T> void logicals(int32_t type, const Source<T> &source) {
    int64_t op = 0;
    for (int64_t count : {0, 1, 5}) {
        // One rank alone combines nothing, and its values stay as they are.
        reduce<T>(type, DA_MPI_LOGICAL_AND, count, source, [](T a, T b) { return static_cast<T>(a && b); });
        reduce<T>(type, DA_MPI_LOGICAL_OR, count, source, [](T a, T b) { return static_cast<T>(a || b); });
        reduce<T>(type, DA_MPI_LOGICAL_XOR, count, source, [](T a, T b) { return static_cast<T>(!a != !b); });
    }
    for (int32_t kind : {DA_MPI_ADD, DA_MPI_MULTIPLY, DA_MPI_MIN, DA_MPI_MAX, DA_MPI_BITWISE_AND, DA_MPI_BITWISE_OR,
                         DA_MPI_BITWISE_XOR})
        CHECK(da_mpi_op_builtin(kind, type, &op) == DA_ERR_UNSUPPORTED);
}

void errors() {
    int64_t op = 0;
    double x = 1, y = 0;
    CHECK(da_mpi_op_builtin(0, DA_FLOAT64, &op) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_op_builtin(11, DA_FLOAT64, &op) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, 0, &op) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, DA_FLOAT64, nullptr) == DA_ERR_NULL);
    CHECK(da_mpi_op_builtin(DA_MPI_ADD, DA_FLOAT64, &op) == DA_OK);
    CHECK(da_mpi_allreduce(world, &x, &y, 1, DA_FLOAT64, 0) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_allreduce(world, nullptr, &y, 1, DA_FLOAT64, op) == DA_ERR_NULL);
    CHECK(da_mpi_allreduce(world, &x, nullptr, 1, DA_FLOAT64, op) == DA_ERR_NULL);
    CHECK(da_mpi_allreduce(world, &x, &y, -1, DA_FLOAT64, op) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_reduce(world, &x, &y, 1, DA_FLOAT64, op, size_) == DA_ERR_ARGUMENT);
    CHECK(da_mpi_reduce_scatter(world, &x, &y, nullptr, DA_FLOAT64, op) == DA_ERR_NULL);
}

} // namespace

int main() {
    return run_mpi_test([] {
        errors();
        for (int64_t limit : {0, 2}) {
            CHECK(da_mpi_set_count_limit(limit) == DA_OK);
            numbers<int8_t>(DA_INT8);
            numbers<uint8_t>(DA_UINT8);
            numbers<int16_t>(DA_INT16);
            numbers<uint16_t>(DA_UINT16);
            numbers<int32_t>(DA_INT32);
            numbers<uint32_t>(DA_UINT32);
            numbers<int64_t>(DA_INT64);
            numbers<uint64_t>(DA_UINT64);
            numbers<float>(DA_FLOAT32);
            numbers<double>(DA_FLOAT64);
            numbers<std::complex<float>>(DA_COMPLEX64);
            numbers<std::complex<double>>(DA_COMPLEX128);
            logicals<bool>(DA_BOOLEAN, contribution<bool>);
            logicals<int32_t>(DA_LOGICAL32, logical<int32_t>);
            logicals<int64_t>(DA_LOGICAL64, logical<int64_t>);
        }
    });
}
