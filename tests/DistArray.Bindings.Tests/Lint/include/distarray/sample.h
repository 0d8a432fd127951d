/** @file
 *  What the lint must find: each function breaks the one rule that it is named after. */
#ifndef DISTARRAY_SAMPLE_H
#define DISTARRAY_SAMPLE_H

#include "distarray/status.h"

#include <stdbool.h>
#include <stddef.h>

DA_BEGIN

typedef struct ompi_communicator_t *MPI_Comm;

/** Released below. */
typedef struct da_sample da_sample;

/** Nobody releases it. */
typedef struct da_sample_leak da_sample_leak;

/** A field of no fixed width. */
typedef struct da_sample_record {
    int32_t good; /**< fine */
    long width;   /**< differs between systems */
} da_sample_record;

/** May be called back. */
typedef void (*da_sample_function)(void *context, const double *in, int64_t count);

/** Calls back with a length of no fixed width. */
typedef void (*da_sample_size_function)(size_t count);

/** Breaks nothing.
 *  @collective on all ranks
 *  @param[in] sample   may be NULL
 *  @param function     called back
 *  @param[out] buffer  receives count values
 *  @param count        values
 *  @param[out] values  receives count values
 *  @param scale        a number
 *  @param[in,out] inout  one value
 *  @param[out] result  one value
 *  @return DA_OK */
DA_API DA_COLLECTIVE da_status da_sample_good(const da_sample *sample, da_sample_function function, void *buffer, int64_t count,
                                              double values[], double scale, int32_t *inout, int64_t *result);

/** Releases it.
 *  @param[in] sample   may be NULL
 *  @return DA_OK */
DA_API da_status da_sample_destroy(da_sample *sample);

/** Another noun.
 *  @return DA_OK */
DA_API da_status da_other_name(void);

/** Not in snake case.
 *  @return DA_OK */
DA_API da_status da_sample_camelCase(void);

/** No status.
 *  @return DA_OK */
DA_API int32_t da_sample_no_status(void);

/** A bool.
 *  @param flag   a flag
 *  @return DA_OK */
DA_API da_status da_sample_bool(bool flag);

/** A long.
 *  @param value  a value
 *  @return DA_OK */
DA_API da_status da_sample_long(long value);

/** A length of no fixed width, pointed to.
 *  @param[out] size   a size
 *  @return DA_OK */
DA_API da_status da_sample_size(size_t *size);

/** An enum, whose width is the compiler's.
 *  @param code   a code
 *  @return DA_OK */
DA_API da_status da_sample_enum(da_status_code code);

/** A type inside a callback.
 *  @param function   called back
 *  @return DA_OK */
DA_API da_status da_sample_callback(da_sample_size_function function);

/** A handle of MPI's.
 *  @param comm   a communicator
 *  @return DA_OK */
DA_API da_status da_sample_mpi(MPI_Comm comm);

/**
 *  @return DA_OK */
DA_API da_status da_sample_no_summary(void);

/** A parameter without a word.
 *  @param first   is documented
 *  @return DA_OK */
DA_API da_status da_sample_undocumented(int32_t first, int32_t second);

/** A word without a parameter.
 *  @param gone   is not there
 *  @return DA_OK */
DA_API da_status da_sample_no_such_parameter(void);

/** A pointer that goes nobody knows where.
 *  @param buffer   some memory
 *  @return DA_OK */
DA_API da_status da_sample_no_direction(void *buffer);

/** A result that cannot be written.
 *  @param[out] result   const
 *  @return DA_OK */
DA_API da_status da_sample_const_result(const int32_t *result);

/** A result that is no pointer.
 *  @param[out] result   by value
 *  @return DA_OK */
DA_API da_status da_sample_value_result(int32_t result);

/** No word on the statuses. */
DA_API da_status da_sample_no_return(void);

/** The result is not last.
 *  @param[out] result   comes too early
 *  @param value         goes in
 *  @return DA_OK */
DA_API da_status da_sample_result_first(int64_t *result, int64_t value);

/** Marked, not documented.
 *  @return DA_OK */
DA_API DA_COLLECTIVE da_status da_sample_silent_collective(void);

/** Documented, not marked.
 *  @collective on all ranks
 *  @return DA_OK */
DA_API da_status da_sample_unmarked_collective(void);

DA_END

#endif
