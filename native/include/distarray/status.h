/** @file
 *  How a call ended, and the text of the last error of the calling thread. */
#ifndef DISTARRAY_STATUS_H
#define DISTARRAY_STATUS_H

#include "distarray/api.h"

DA_BEGIN

/** How a call ended. */
typedef enum da_status_code {
    DA_OK = 0,              /**< done */
    DA_ERR_NULL = 1,        /**< a pointer that must not be NULL is NULL */
    DA_ERR_ARGUMENT = 2,    /**< a value is out of its range */
    DA_ERR_MEMORY = 3,      /**< out of memory */
    DA_ERR_STATE = 4,       /**< not possible now, such as before MPI is initialized */
    DA_ERR_NOT_FOUND = 5,   /**< no such name */
    DA_ERR_UNSUPPORTED = 6, /**< this build or this library cannot */
    DA_ERR_MPI = 7,         /**< MPI reported an error */
    DA_ERR_FORTRAN = 8,     /**< a Fortran library reported an error, such as STOP */
    DA_ERR_HDF5 = 9,        /**< HDF5 reported an error */
    DA_ERR_TRILINOS = 10,   /**< Trilinos threw */
    DA_ERR_INTERNAL = 11    /**< an exception nobody foresaw */
} da_status_code;

/** A da_status_code in a fixed width. */
typedef int32_t da_status;

/** Text of the last error of the calling thread, UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_last_error(char *buffer, int64_t capacity, int64_t *length);

/** MPI's error code of the last DA_ERR_MPI of the calling thread, else 0.
 *  @param[out] code      the code, for da_mpi_error_class
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_last_mpi_error(int32_t *code);

DA_END

#endif
