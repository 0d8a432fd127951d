/* Fused loops as a C program writes them. Compiled with -O3 -march=native -fno-math-errno. */
#include <math.h>
#include <stdint.h>

void peer_add_multiply(double *restrict d, const double *restrict a, const double *restrict b, const double *restrict c,
                       int64_t n) {
    for (int64_t i = 0; i < n; i++)
        d[i] = a[i] + b[i] * c[i];
}

void peer_hypotenuse(double *restrict d, const double *restrict a, const double *restrict b, int64_t n) {
    for (int64_t i = 0; i < n; i++)
        d[i] = sqrt(a[i] * a[i] + b[i] * b[i]);
}

void peer_where(double *restrict d, const double *restrict a, const double *restrict b, int64_t n) {
    for (int64_t i = 0; i < n; i++)
        d[i] = a[i] > b[i] ? a[i] : b[i];
}

/* The interior of square arrays of side m + 2. */
void peer_interior(double *restrict d, const double *restrict a, const double *restrict b, const double *restrict c,
                   int64_t m) {
    int64_t pitch = m + 2;
    for (int64_t i = 1; i <= m; i++)
        for (int64_t j = 1; j <= m; j++)
            d[i * pitch + j] = a[i * pitch + j] + b[i * pitch + j] * c[i * pitch + j];
}

/* A square array of side m times a row, plus a column. */
void peer_broadcast(double *restrict d, const double *restrict a, const double *restrict row,
                    const double *restrict column, int64_t m) {
    for (int64_t i = 0; i < m; i++) {
        double add = column[i];
        for (int64_t j = 0; j < m; j++)
            d[i * m + j] = a[i * m + j] * row[j] + add;
    }
}
