/* Exchange of the faces of one axis with both neighbours, around the ring: pack, MPI_Isend and MPI_Irecv, unpack. */
#include <mpi.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int64_t stride0, stride1;      /* in elements; the last axis is contiguous */
    int64_t rows0, rows1, length;  /* shape of a face */
    int64_t from[2], to[2];        /* where the low and the high face starts: owned, ghost */
    int64_t count;                 /* elements of a face */
    double *sent[2], *received[2]; /* low, high */
    int low, high;                 /* neighbours */
} peer_halo;

/* An array of n0 x n1 x n2 owned elements with `width` ghost cells a side, in C order, divided along `axis`. */
peer_halo *peer_halo_create(int64_t n0, int64_t n1, int64_t n2, int32_t axis, int64_t width) {
    int rank, size;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    peer_halo *halo = malloc(sizeof *halo);
    int64_t owned[3] = {n0, n1, n2}, face[3] = {n0, n1, n2};
    int64_t strides[3] = {(n1 + 2 * width) * (n2 + 2 * width), n2 + 2 * width, 1};
    int64_t corner = width * (strides[0] + strides[1] + strides[2]), step = strides[axis];
    face[axis] = width;
    halo->stride0 = strides[0];
    halo->stride1 = strides[1];
    halo->rows0 = face[0];
    halo->rows1 = face[1];
    halo->length = face[2];
    halo->from[0] = corner;
    halo->from[1] = corner + (owned[axis] - width) * step;
    halo->to[0] = corner - width * step;
    halo->to[1] = corner + owned[axis] * step;
    halo->count = face[0] * face[1] * face[2];
    for (int side = 0; side < 2; side++) {
        halo->sent[side] = calloc((size_t)halo->count, sizeof(double));
        halo->received[side] = calloc((size_t)halo->count, sizeof(double));
    }
    halo->low = (rank + size - 1) % size;
    halo->high = (rank + 1) % size;
    return halo;
}

static void pack(const peer_halo *halo, const double *u, int side) {
    double *to = halo->sent[side];
    for (int64_t i = 0; i < halo->rows0; i++)
        for (int64_t j = 0; j < halo->rows1; j++) {
            const double *row = u + halo->from[side] + i * halo->stride0 + j * halo->stride1;
            if (halo->length > 4)
                memcpy(to, row, (size_t)halo->length * sizeof(double));
            else
                for (int64_t k = 0; k < halo->length; k++)
                    to[k] = row[k];
            to += halo->length;
        }
}

static void unpack(const peer_halo *halo, double *u, int side) {
    const double *from = halo->received[side];
    for (int64_t i = 0; i < halo->rows0; i++)
        for (int64_t j = 0; j < halo->rows1; j++) {
            double *row = u + halo->to[side] + i * halo->stride0 + j * halo->stride1;
            if (halo->length > 4)
                memcpy(row, from, (size_t)halo->length * sizeof(double));
            else
                for (int64_t k = 0; k < halo->length; k++)
                    row[k] = from[k];
            from += halo->length;
        }
}

static void exchange(const peer_halo *halo, double *u) {
    enum { downwards, upwards };
    MPI_Request requests[4];
    int count = (int)halo->count;
    MPI_Irecv(halo->received[0], count, MPI_DOUBLE, halo->low, upwards, MPI_COMM_WORLD, &requests[0]);
    MPI_Irecv(halo->received[1], count, MPI_DOUBLE, halo->high, downwards, MPI_COMM_WORLD, &requests[1]);
    pack(halo, u, 0);
    MPI_Isend(halo->sent[0], count, MPI_DOUBLE, halo->low, downwards, MPI_COMM_WORLD, &requests[2]);
    pack(halo, u, 1);
    MPI_Isend(halo->sent[1], count, MPI_DOUBLE, halo->high, upwards, MPI_COMM_WORLD, &requests[3]);
    MPI_Waitall(4, requests, MPI_STATUSES_IGNORE);
    unpack(halo, u, 0);
    unpack(halo, u, 1);
}

/* Seconds of an exchange. */
double peer_halo_exchange(const peer_halo *halo, double *u, int32_t iterations) {
    MPI_Barrier(MPI_COMM_WORLD);
    double start = MPI_Wtime();
    for (int32_t i = 0; i < iterations; i++)
        exchange(halo, u);
    return (MPI_Wtime() - start) / iterations;
}

void peer_halo_free(peer_halo *halo) {
    for (int side = 0; side < 2; side++) {
        free(halo->sent[side]);
        free(halo->received[side]);
    }
    free(halo);
}
