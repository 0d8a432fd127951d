// Objects of Trilinos from their making to the end of MPI, whoever forgets them.
#include "check.hpp"
#include "distarray/element.h"
#include "distarray/tpetra_map.h"
#include "distarray/tpetra_vector.h"
#include "distarray/trilinos.h"

#include <string>
#include <vector>

namespace {

int64_t live() {
    int64_t created = 0, count = -1;
    CHECK(da_trilinos_count(&created, &count) == DA_OK && created >= count);
    return count;
}

std::string description() {
    char text[512];
    int64_t length = 0;
    CHECK(da_trilinos_describe(text, sizeof text, &length) == DA_OK);
    return text;
}

} // namespace

int main() {
    da_trilinos_object *map = nullptr, *forgotten = nullptr, *vector = nullptr;
    std::vector<double> memory(2 * 5, 0.0);
    run_mpi_test([&] {
        CHECK(live() == 0);
        CHECK(da_tpetra_map_create(world, nullptr, rank_ == 0 ? 5 : 0, 1, -1, &map) == DA_OK);
        int64_t size = 0, count = 0;
        int32_t contiguous = 0;
        CHECK(da_tpetra_map_info(map, &size, &count, &contiguous) == DA_OK && size == 5 && count == (rank_ == 0 ? 5 : 0) && contiguous == 1);

        CHECK(da_tpetra_vector_wrap(map, DA_FLOAT64, memory.data(), 5, 2, &vector) == DA_OK);
        void *data = nullptr;
        int64_t stride = 0, rows = 0;
        int32_t columns = 0;
        CHECK(da_tpetra_vector_data(vector, &data, &stride, &rows, &columns) == DA_OK && columns == 2 && rows == count);
        CHECK(rank_ != 0 || (data == memory.data() && stride == 5));
        if (rank_ == 0)
            memory[3] = -3, memory[9] = 4;
        double norms[2] = {0, 0};
        CHECK(da_tpetra_vector_norm(vector, 2, norms) == DA_OK && norms[0] == 3 && norms[1] == 4);

        // Another kind, a stride that is too small, a type that Trilinos was not built for.
        da_trilinos_object *none = nullptr;
        CHECK(da_tpetra_vector_norm(map, 2, norms) == DA_ERR_ARGUMENT);
        CHECK(last_error() == "vector is a Tpetra::Map, but a Tpetra::MultiVector of double is needed");
        CHECK(rank_ != 0 || da_tpetra_vector_wrap(map, DA_FLOAT64, memory.data(), 4, 2, &none) == DA_ERR_ARGUMENT);
        CHECK(da_tpetra_vector_wrap(map, DA_COMPLEX128, memory.data(), 5, 1, &none) == DA_ERR_UNSUPPORTED);
        CHECK(none == nullptr);

        CHECK(da_tpetra_vector_create(map, DA_INT64, 1, &forgotten) == DA_OK);
        CHECK(live() == 3 && description() == "1 Tpetra::Map, 1 Tpetra::MultiVector of double, 1 Tpetra::MultiVector of long long");
        CHECK(da_trilinos_object_close(vector) == DA_OK);
        CHECK(da_trilinos_object_close(vector) == DA_OK);
        CHECK(da_trilinos_object_close(nullptr) == DA_OK);
        CHECK(da_tpetra_vector_norm(vector, 2, norms) == DA_ERR_STATE);
        CHECK(live() == 2);
    });
    // MPI has ended, and before it the vector and its map, which nobody closed.
    CHECK(live() == 0 && description().empty());
    CHECK(da_trilinos_object_close(forgotten) == DA_OK);
    CHECK(da_tpetra_map_create(world, nullptr, 5, 1, -1, &map) == DA_ERR_STATE);
    return failures;
}
