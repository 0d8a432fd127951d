// What a core linked with -Wl,--wrap=mpi_init_ and its like (distarray_wrap_core) calls instead of MPI's own procedures:
// a core may start MPI where nobody has, and end it only where it started it itself.
#include "distarray/api.h"

#include <mpi.h>

extern "C" {

DA_API void __wrap_mpi_init_(MPI_Fint *ierr);
DA_API void __wrap_mpi_init_f08_(MPI_Fint *ierr);
DA_API void __wrap_mpi_init_thread_(const MPI_Fint *required, MPI_Fint *provided, MPI_Fint *ierr);
DA_API void __wrap_mpi_init_thread_f08_(const MPI_Fint *required, MPI_Fint *provided, MPI_Fint *ierr);
DA_API void __wrap_mpi_finalize_(MPI_Fint *ierr);
DA_API void __wrap_mpi_finalize_f08_(MPI_Fint *ierr);
}

namespace {

bool started_by_core;

void report(int code, MPI_Fint *ierr) {
    if (ierr)
        *ierr = code;
}

int start(int required, int *provided) {
    int initialized = 0;
    MPI_Initialized(&initialized);
    if (initialized)
        return MPI_Query_thread(provided);
    started_by_core = true;
    return MPI_Init_thread(nullptr, nullptr, required, provided);
}

int end() {
    int finalized = 0;
    MPI_Finalized(&finalized);
    if (!started_by_core || finalized)
        return MPI_SUCCESS;
    return MPI_Finalize();
}

} // namespace

void __wrap_mpi_init_(MPI_Fint *ierr) {
    int provided = 0;
    report(start(MPI_THREAD_SINGLE, &provided), ierr);
}

void __wrap_mpi_init_f08_(MPI_Fint *ierr) { __wrap_mpi_init_(ierr); }

void __wrap_mpi_init_thread_(const MPI_Fint *required, MPI_Fint *provided, MPI_Fint *ierr) {
    int level = 0;
    report(start(*required, &level), ierr);
    *provided = level;
}

void __wrap_mpi_init_thread_f08_(const MPI_Fint *required, MPI_Fint *provided, MPI_Fint *ierr) {
    __wrap_mpi_init_thread_(required, provided, ierr);
}

void __wrap_mpi_finalize_(MPI_Fint *ierr) { report(end(), ierr); }

void __wrap_mpi_finalize_f08_(MPI_Fint *ierr) { report(end(), ierr); }
