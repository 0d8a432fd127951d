/** @file
 *  Element types of arrays and messages. The numbers are those of DistArray.ElementType. */
#ifndef DISTARRAY_ELEMENT_H
#define DISTARRAY_ELEMENT_H

#include "distarray/api.h"

DA_BEGIN

/** Element type of an array or a message. */
typedef enum da_element_type {
    DA_BOOLEAN = 1,     /**< one byte, 0 or 1 */
    DA_INT8 = 2,        /**< 8-bit signed integer */
    DA_UINT8 = 3,       /**< 8-bit unsigned integer */
    DA_INT16 = 4,       /**< 16-bit signed integer */
    DA_UINT16 = 5,      /**< 16-bit unsigned integer */
    DA_INT32 = 6,       /**< 32-bit signed integer */
    DA_UINT32 = 7,      /**< 32-bit unsigned integer */
    DA_INT64 = 8,       /**< 64-bit signed integer */
    DA_UINT64 = 9,      /**< 64-bit unsigned integer */
    DA_FLOAT32 = 10,    /**< IEEE binary32 */
    DA_FLOAT64 = 11,    /**< IEEE binary64 */
    DA_COMPLEX64 = 12,  /**< two binary32: real, imaginary */
    DA_COMPLEX128 = 13, /**< two binary64: real, imaginary */
    DA_LOGICAL32 = 14,  /**< Fortran logical of 4 bytes */
    DA_LOGICAL64 = 15   /**< Fortran logical of 8 bytes */
} da_element_type;

DA_END

#endif
