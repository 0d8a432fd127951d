/* The vector functions of libmvec, which the compiler calls under -ffast-math. */
#include <math.h>
#include <stdint.h>

void peer_wave(double *restrict d, const double *restrict a, const double *restrict b, const double *restrict c,
               int64_t n) {
    for (int64_t i = 0; i < n; i++)
        d[i] = sin(a[i]) * exp(-b[i]) + c[i];
}
