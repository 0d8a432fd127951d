/* Redistribution by MPI_Alltoallw with derived types, which are made once. */
#include <mpi.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct {
    int ranks;
    int *send_counts, *send_starts, *receive_counts, *receive_starts; /* starts in bytes */
    MPI_Datatype *send_types, *receive_types;
} peer_redistribution;

static int64_t first(int64_t n, int part, int parts) { return n * part / parts; }

static peer_redistribution *create(void) {
    peer_redistribution *plan = malloc(sizeof *plan);
    MPI_Comm_size(MPI_COMM_WORLD, &plan->ranks);
    size_t ranks = (size_t)plan->ranks;
    plan->send_counts = calloc(ranks, sizeof(int));
    plan->send_starts = calloc(ranks, sizeof(int));
    plan->receive_counts = calloc(ranks, sizeof(int));
    plan->receive_starts = calloc(ranks, sizeof(int));
    plan->send_types = calloc(ranks, sizeof(MPI_Datatype));
    plan->receive_types = calloc(ranks, sizeof(MPI_Datatype));
    return plan;
}

static MPI_Datatype part_of(int rows, int columns, int row, int column, int height, int width) {
    MPI_Datatype type;
    int shape[2] = {rows, columns}, part[2] = {height, width}, start[2] = {row, column};
    MPI_Type_create_subarray(2, shape, part, start, MPI_ORDER_C, MPI_DOUBLE, &type);
    MPI_Type_commit(&type);
    return type;
}

/* A matrix of side n: blocks of rows become blocks of columns. */
peer_redistribution *peer_rows_to_columns(int64_t n) {
    int rank;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    peer_redistribution *plan = create();
    int ranks = plan->ranks;
    int height = (int)(first(n, rank + 1, ranks) - first(n, rank, ranks)), width = height;
    for (int other = 0; other < ranks; other++) {
        int start = (int)first(n, other, ranks), extent = (int)first(n, other + 1, ranks) - start;
        plan->send_counts[other] = plan->receive_counts[other] = 1;
        plan->send_types[other] = part_of(height, (int)n, 0, start, height, extent);
        plan->receive_types[other] = part_of((int)n, width, start, 0, extent, width);
    }
    return plan;
}

/* n elements, which the number of ranks divides: blocks become cyclic. */
peer_redistribution *peer_block_to_cyclic(int64_t n) {
    int rank;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    peer_redistribution *plan = create();
    int ranks = plan->ranks;
    int64_t local = n / ranks;
    int received = 0;
    for (int other = 0; other < ranks; other++) {
        int64_t mine = ((other - rank * local) % ranks + ranks) % ranks;   /* my first element of the other's */
        int64_t theirs = ((rank - other * local) % ranks + ranks) % ranks; /* the other's first element of mine */
        plan->send_counts[other] = 1;
        plan->send_starts[other] = (int)(mine * (int64_t)sizeof(double));
        MPI_Type_vector((int)((local - mine + ranks - 1) / ranks), 1, ranks, MPI_DOUBLE, &plan->send_types[other]);
        MPI_Type_commit(&plan->send_types[other]);
        plan->receive_counts[other] = (int)((local - theirs + ranks - 1) / ranks);
        plan->receive_starts[other] = received * (int)sizeof(double);
        MPI_Type_dup(MPI_DOUBLE, &plan->receive_types[other]);
        MPI_Type_commit(&plan->receive_types[other]);
        received += plan->receive_counts[other];
    }
    return plan;
}

/* Seconds of a redistribution. */
double peer_redistribute(const peer_redistribution *plan, const double *from, double *to, int32_t iterations) {
    MPI_Barrier(MPI_COMM_WORLD);
    double start = MPI_Wtime();
    for (int32_t i = 0; i < iterations; i++)
        MPI_Alltoallw(from, plan->send_counts, plan->send_starts, plan->send_types, to, plan->receive_counts,
                      plan->receive_starts, plan->receive_types, MPI_COMM_WORLD);
    return (MPI_Wtime() - start) / iterations;
}

void peer_redistribution_free(peer_redistribution *plan) {
    for (int other = 0; other < plan->ranks; other++) {
        MPI_Type_free(&plan->send_types[other]);
        MPI_Type_free(&plan->receive_types[other]);
    }
    free(plan->send_counts);
    free(plan->send_starts);
    free(plan->receive_counts);
    free(plan->receive_starts);
    free(plan->send_types);
    free(plan->receive_types);
    free(plan);
}
