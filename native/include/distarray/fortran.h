/** @file
 *  Fortran core libraries: loading them, the arrays that they publish, calls into them.
 *  A library is used by one thread at a time. */
#ifndef DISTARRAY_FORTRAN_H
#define DISTARRAY_FORTRAN_H

#include "distarray/api.h"
#include "distarray/element.h"
#include "distarray/status.h"

DA_BEGIN

/** Most dimensions of a published array. */
#define DA_FORTRAN_MAX_NDIM 7

/** Most arguments of a procedure of a generated companion. */
#define DA_FORTRAN_MAX_ARGUMENTS 128

/** A loaded core library with the arrays that it publishes. */
typedef struct da_fortran_library da_fortran_library;

/** A procedure of a core library, ready to be called. */
typedef struct da_fortran_procedure da_fortran_procedure;

/** A procedure that Fortran calls and the host program implements. */
typedef struct da_fortran_callback da_fortran_callback;

/** What a callback runs: finds the address of every argument's value, and writes the result, 8 bytes at least. */
typedef void (*da_fortran_callback_function)(void **arguments, void *result, void *context);

/** How an argument or a result is passed. By value: the numbers of da_element_type, which stand beside these. */
typedef enum da_fortran_passing {
    DA_FORTRAN_NONE = 0,    /**< no result: a subroutine */
    DA_FORTRAN_POINTER = 64 /**< an address: of a scalar, an array, a text, a descriptor or a procedure */
} da_fortran_passing;

/** What is known of a published array. The first axis is Fortran's first, the fastest in memory. */
typedef struct da_fortran_array {
    void *address;            /**< of the first element */
    int64_t generation;       /**< the library's generation at the last change of this array */
    int64_t element_bytes;    /**< bytes of an element */
    int32_t element_type;     /**< a da_element_type */
    int32_t ndim;             /**< number of dimensions; 0 for a scalar */
    int32_t is_distributed;   /**< 1 where global_shape and global_offset were given, else 0 */
    int32_t periodic;         /**< bit i is set where axis i is periodic */
    int64_t shape[7];         /**< extents in memory, halo included */
    int64_t byte_strides[7];  /**< from an element to the next along the axis, of any sign */
    int64_t lower_bounds[7];  /**< Fortran's index of the first element */
    int64_t global_shape[7];  /**< extents of the whole array */
    int64_t global_offset[7]; /**< global index, from 0, of the first element owned */
    int64_t halo_low[7];      /**< ghost elements before the owned ones */
    int64_t halo_high[7];     /**< ghost elements after the owned ones */
} da_fortran_array;

/** Loads a core library with local visibility. It is never unloaded: open it again and its variables are as they were.
 *  @param[in] path       full path of the library, UTF-8
 *  @param[out] library   to be destroyed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_NOT_FOUND with the loader's text, DA_ERR_UNSUPPORTED where it belongs to another
 *          MPI, DA_ERR_STATE where it brings a second libdistarray */
DA_API da_status da_fortran_library_open(const char *path, da_fortran_library **library);

/** Forgets a library and what it published. The code stays loaded.
 *  @param[in] library    may be NULL
 *  @return DA_OK */
DA_API da_status da_fortran_library_destroy(da_fortran_library *library);

/** Address of an exported symbol of the library.
 *  @param[in] library    borrowed
 *  @param[in] name       its name, such as that of a bind(C) procedure
 *  @param[out] address   of the symbol
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_NOT_FOUND */
DA_API da_status da_fortran_library_symbol(const da_fortran_library *library, const char *name, void **address);

/** Names of the functions that the library itself exports, each ended by a newline; cut where they do not fit.
 *  @param[in] library    borrowed
 *  @param[out] buffer    receives the text, ended by a zero; may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_fortran_library_functions(const da_fortran_library *library, char *buffer, int64_t capacity,
                                              int64_t *length);

/** Names the companion's publish procedure, which every later call into the library runs again at its end.
 *  @param[in] library    borrowed
 *  @param[in] publish    a bind(C) subroutine without arguments, or NULL for none
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_fortran_library_set_publish(da_fortran_library *library, void *publish);

/** Runs the publish procedure now. What an earlier run published and this one does not is withdrawn.
 *  @param[in] library       borrowed
 *  @param[out] generation   raised whenever an array appeared, changed or vanished
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT with what was refused, DA_ERR_FORTRAN where it stopped */
DA_API da_status da_fortran_library_publish(da_fortran_library *library, int64_t *generation);

/** Counts the changes of the published arrays. It is up to date after a failed call too.
 *  @param[in] library       borrowed
 *  @param[out] generation   raised whenever an array appeared, changed or vanished
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_fortran_library_generation(const da_fortran_library *library, int64_t *generation);

/** Number of arrays that are published now.
 *  @param[in] library    borrowed
 *  @param[out] count     their number
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_fortran_array_count(const da_fortran_library *library, int64_t *count);

/** What is known of a published array.
 *  @param[in] library    borrowed
 *  @param index          from 0, in the order of publishing
 *  @param[out] array     its description
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT */
DA_API da_status da_fortran_array_get(const da_fortran_library *library, int64_t index, da_fortran_array *array);

/** Name of a published array.
 *  @param[in] library    borrowed
 *  @param index          from 0, in the order of publishing
 *  @param[out] buffer    receives the name, ended by a zero and cut where it does not fit; may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole name without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT */
DA_API da_status da_fortran_array_name(const da_fortran_library *library, int64_t index, char *buffer, int64_t capacity,
                                       int64_t *length);

/** Prepares calls of a procedure.
 *  @param[in] library         borrowed; must outlive the procedure
 *  @param[in] address         of a bind(C) procedure
 *  @param[in] argument_types  count da_element_type or DA_FORTRAN_POINTER
 *  @param count               number of arguments
 *  @param result_type         a da_element_type, DA_FORTRAN_POINTER or DA_FORTRAN_NONE
 *  @param[out] procedure      to be destroyed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_UNSUPPORTED */
DA_API da_status da_fortran_procedure_create(da_fortran_library *library, void *address, const int32_t *argument_types,
                                             int32_t count, int32_t result_type, da_fortran_procedure **procedure);

/** Ends the use of a procedure.
 *  @param[in] procedure  may be NULL
 *  @return DA_OK */
DA_API da_status da_fortran_procedure_destroy(da_fortran_procedure *procedure);

/** Calls a procedure, then runs the library's publish procedure. A STOP or ERROR STOP of a library linked with
 *  distarray_wrap_core ends the call, not the process; MPI state and open Fortran units may be lost then.
 *  @param[in] procedure     borrowed
 *  @param[in] arguments     the address of every argument's value; may be NULL where there are none
 *  @param[out] result       receives the result; 8 bytes at least for an integer; NULL for a subroutine
 *  @param[out] generation   as of da_fortran_library_generation, after the call
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_FORTRAN with the text of the STOP, DA_ERR_ARGUMENT with what was refused in
 *          publishing after the call */
DA_API da_status da_fortran_procedure_call(const da_fortran_procedure *procedure, void *const *arguments, void *result,
                                           int64_t *generation);

/** Calls a procedure of a generated companion (distarray wrap), all of whose arguments are addresses. It ends as
 *  da_fortran_procedure_call does.
 *  @param[in] library       a da_fortran_library, borrowed; without a type, for calls that cost little
 *  @param[in] wrapper       address of the procedure
 *  @param[in] arguments     count addresses; may be NULL where there are none
 *  @param count             number of arguments, at most DA_FORTRAN_MAX_ARGUMENTS
 *  @param[out] generation   as of da_fortran_library_generation, after the call
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_FORTRAN with the text of the STOP, DA_ERR_ARGUMENT with what was refused in
 *          publishing after the call, or where there are too many arguments */
DA_API da_status da_fortran_wrapper_call(void *library, void *wrapper, void *const *arguments, int32_t count,
                                         int64_t *generation);

/** Makes a procedure for Fortran to call (a bind(C) dummy procedure, a type(c_funptr)).
 *  @param[in] argument_types  count da_element_type or DA_FORTRAN_POINTER
 *  @param count               number of arguments
 *  @param result_type         a da_element_type, DA_FORTRAN_POINTER or DA_FORTRAN_NONE
 *  @param[in] function        what it runs; nothing may escape from it
 *  @param[in] context         handed to function
 *  @param[out] callback       to be destroyed, when no Fortran code can call it any more
 *  @param[out] address        what to hand to Fortran
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_MEMORY, DA_ERR_UNSUPPORTED */
DA_API da_status da_fortran_callback_create(const int32_t *argument_types, int32_t count, int32_t result_type,
                                            da_fortran_callback_function function, void *context,
                                            da_fortran_callback **callback, void **address);

/** Ends the use of a callback.
 *  @param[in] callback   may be NULL
 *  @return DA_OK */
DA_API da_status da_fortran_callback_destroy(da_fortran_callback *callback);

/** Size of a Fortran array descriptor (CFI_cdesc_t).
 *  @param ndim           number of dimensions, at most 15
 *  @param[out] bytes     its size
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT */
DA_API da_status da_fortran_descriptor_size(int32_t ndim, int64_t *bytes);

/** Describes memory to a Fortran procedure with an assumed-shape or assumed-rank argument.
 *  @param[out] descriptor     receives the descriptor, as many bytes as da_fortran_descriptor_size says, 8-byte aligned
 *  @param[in] address         of the first element; may be NULL where there is none
 *  @param element_type        a da_element_type
 *  @param ndim                number of dimensions, at most 15
 *  @param[in] shape           ndim extents
 *  @param[in] byte_strides    ndim strides of any sign
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT */
DA_API da_status da_fortran_descriptor_establish(void *descriptor, const void *address, int32_t element_type,
                                                 int32_t ndim, const int64_t *shape, const int64_t *byte_strides);

/** Reads a descriptor that Fortran hands to a callback with an assumed-shape argument.
 *  @param[in] descriptor   a CFI_cdesc_t
 *  @param[out] array       address, element type, dimensions, shape and strides; the rest is 0
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_UNSUPPORTED */
DA_API da_status da_fortran_descriptor_read(const void *descriptor, da_fortran_array *array);

DA_END

#endif
