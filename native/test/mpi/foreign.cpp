// A program that starts and ends MPI itself: the library joins, and does not end what it has not started.
#include "check.hpp"

#include <mpi.h>

int main() {
    int given = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &given);
    int32_t active = 0, provided = -1, owned = -1;
    CHECK(da_mpi_is_active(&active) == DA_OK && active == 1);
    CHECK(da_mpi_comm_world(&world) == DA_OK && da_mpi_barrier(world) == DA_ERR_STATE);
    CHECK(da_mpi_init(7, &provided, &owned) == DA_ERR_ARGUMENT);
    for (int twice = 0; twice < 2; ++twice)
        CHECK(da_mpi_init(DA_MPI_THREAD_MULTIPLE, &provided, &owned) == DA_OK && owned == 0 && provided == given);
    CHECK(da_mpi_comm_rank(world, &rank_) == DA_OK && da_mpi_comm_size(world, &size_) == DA_OK);

    int64_t counts[2] = {1, 1}, offsets[2] = {0, 1}, mine = rank_ + 7, all[2] = {};
    CHECK(da_mpi_gatherv(world, &mine, 1, all, counts, offsets, DA_INT64, 0) == DA_OK);
    CHECK(rank_ != 0 || (all[0] == 7 && (size_ == 1 || all[1] == 8)));

    CHECK(da_mpi_finalize() == DA_OK);
    int ended = -1;
    MPI_Finalized(&ended);
    CHECK(ended == 0 && da_mpi_barrier(world) == DA_OK);

    MPI_Finalize();
    CHECK(da_mpi_is_active(&active) == DA_OK && active == 0);
    CHECK(da_mpi_barrier(world) == DA_ERR_STATE);
    CHECK(da_mpi_init(DA_MPI_THREAD_SINGLE, &provided, &owned) == DA_ERR_STATE);
    return failures;
}
