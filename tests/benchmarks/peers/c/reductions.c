/* Reductions as a C program writes them. Compiled with -ffast-math, so that sums are vectors. */
#include <math.h>
#include <stdint.h>

double peer_sum(const double *a, int64_t n) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++)
        sum += a[i];
    return sum;
}

double peer_max(const double *a, int64_t n) {
    double max = a[0];
    for (int64_t i = 0; i < n; i++)
        max = a[i] > max ? a[i] : max;
    return max;
}

double peer_var(const double *a, int64_t n) {
    double mean = peer_sum(a, n) / n, sum = 0;
    for (int64_t i = 0; i < n; i++) {
        double difference = a[i] - mean;
        sum += difference * difference;
    }
    return sum / n;
}

double peer_norm(const double *a, int64_t n) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++)
        sum += a[i] * a[i];
    return sqrt(sum);
}

int64_t peer_argmax(const double *a, int64_t n) {
    int64_t index = 0;
    double max = a[0];
    for (int64_t i = 1; i < n; i++)
        if (a[i] > max) {
            max = a[i];
            index = i;
        }
    return index;
}

/* Sums of an array of shape (n0, n1, n2) over its middle axis; n0 = 1 is the first axis of a matrix. */
void peer_sum_middle(double *restrict d, const double *restrict a, int64_t n0, int64_t n1, int64_t n2) {
    for (int64_t i = 0; i < n0; i++) {
        double *row = d + i * n2;
        for (int64_t k = 0; k < n2; k++)
            row[k] = 0;
        for (int64_t j = 0; j < n1; j++)
            for (int64_t k = 0; k < n2; k++)
                row[k] += a[(i * n1 + j) * n2 + k];
    }
}

/* Sums of a matrix of shape (n0, n1) over its last axis. */
void peer_sum_last(double *restrict d, const double *restrict a, int64_t n0, int64_t n1) {
    for (int64_t i = 0; i < n0; i++)
        d[i] = peer_sum(a + i * n1, n1);
}
