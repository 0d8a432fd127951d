/** @file
 *  Marks of the C ABI. Every function that crosses the border returns a da_status, takes fixed-width integers
 *  and opaque handles only, and gives its results last. */
#ifndef DISTARRAY_API_H
#define DISTARRAY_API_H

#include <stdint.h>

#ifdef __cplusplus
#define DA_BEGIN extern "C" {
#define DA_END }
#else
#define DA_BEGIN
#define DA_END
#endif

/** Exported from the library. */
#define DA_API __attribute__((visibility("default")))
/** Every rank of the communicator that the documentation names must call. */
#if defined(__castxml__)
#define DA_COLLECTIVE __attribute__((annotate("collective")))
#else
#define DA_COLLECTIVE
#endif

/** Raised with every change that an older caller would not survive. */
#define DA_ABI_VERSION 1

#endif
