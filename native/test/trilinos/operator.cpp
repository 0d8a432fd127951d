// A bind(C) procedure of Fortran as an operator of Tpetra: no wrapper between.
#include "check.hpp"
#include "distarray/element.h"
#include "distarray/tpetra_map.h"
#include "distarray/tpetra_operator.h"
#include "distarray/tpetra_vector.h"

#include <cmath>
#include <vector>

extern "C" int32_t core_apply(void *context, const double *x, int64_t x_stride, int64_t x_rows, double *y, int64_t y_stride, int64_t y_rows, int32_t columns, int32_t transpose);

int main() {
    return run_mpi_test([&] {
        const int64_t rows = rank_ == 0 && size_ > 1 ? 0 : 3 + rank_;
        da_trilinos_object *map = nullptr, *apply = nullptr, *x = nullptr, *y = nullptr;
        CHECK(da_tpetra_map_create(world, nullptr, rows, 1, -1, &map) == DA_OK);
        std::vector<double> from(static_cast<size_t>(2 * rows + 8)), to(from.size(), -1);
        for (size_t i = 0; i < from.size(); ++i)
            from[i] = 10.0 * rank_ + static_cast<double>(i);
        double factor = 2.5;
        CHECK(da_tpetra_operator_from_function(map, map, core_apply, &factor, 0, &apply) == DA_OK);
        CHECK(da_tpetra_vector_wrap(map, DA_FLOAT64, from.data(), rows + 2, 2, &x) == DA_OK);
        CHECK(da_tpetra_vector_wrap(map, DA_FLOAT64, to.data(), rows + 3, 2, &y) == DA_OK);
        CHECK(da_tpetra_operator_apply(apply, x, y, 0, 1, 0) == DA_OK);
        for (int64_t column = 0; column < 2; ++column)
            for (int64_t row = 0; row < rows; ++row)
                CHECK(to[static_cast<size_t>(column * (rows + 3) + row)] == 2.5 * from[static_cast<size_t>(column * (rows + 2) + row)]);
        CHECK(to[static_cast<size_t>(rows)] == -1);
        CHECK(da_tpetra_operator_apply(apply, x, y, 0, 2, 1) == DA_OK);
        CHECK(rows == 0 || to[0] == 7.5 * from[0]);
        CHECK(da_tpetra_operator_apply(apply, x, y, 1, 1, 0) == DA_ERR_UNSUPPORTED);
        for (auto *object : {y, x, apply, map})
            CHECK(da_trilinos_object_close(object) == DA_OK);
    });
}
