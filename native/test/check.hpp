// Checks of the test programs: every failure is printed with its rank; main returns their number.
#pragma once

#include "distarray/mpi.h"
#include "distarray/mpi_comm.h"
#include "distarray/mpi_op.h"
#include "distarray/mpi_request.h"
#include "distarray/status.h"

#include <cstdio>
#include <string>

inline int failures;
inline int32_t rank_ = -1, size_ = -1;
inline int64_t world;

inline std::string last_error() {
    char text[2048];
    int64_t length = 0;
    da_last_error(text, sizeof text, &length);
    return text;
}

inline void check_at(bool ok, const char *text, const char *file, int line) {
    if (ok)
        return;
    ++failures;
    std::printf("rank %d of %d: %s:%d: %s (last error: %s)\n", rank_, size_, file, line, text, last_error().c_str());
    std::fflush(stdout);
}

#define CHECK(condition) check_at((condition), #condition, __FILE__, __LINE__)

/** Starts MPI, runs the body, ends MPI; the number of failures on this rank. */
template <class Body> int run_mpi_test(Body &&body) {
    int32_t provided = 0, owned = 0;
    CHECK(da_mpi_init(DA_MPI_THREAD_MULTIPLE, &provided, &owned) == DA_OK && owned == 1);
    CHECK(da_mpi_comm_world(&world) == DA_OK);
    CHECK(da_mpi_comm_rank(world, &rank_) == DA_OK && da_mpi_comm_size(world, &size_) == DA_OK);
    body();
    CHECK(da_mpi_finalize() == DA_OK);
    CHECK(da_mpi_barrier(world) == DA_ERR_STATE);
    return failures;
}
