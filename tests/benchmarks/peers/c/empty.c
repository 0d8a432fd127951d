/* The smallest MPI program, at the thread level of the C# one. */
#include <mpi.h>

int main(int argc, char **argv) {
    int provided;
    MPI_Init_thread(&argc, &argv, MPI_THREAD_MULTIPLE, &provided);
    return MPI_Finalize();
}
