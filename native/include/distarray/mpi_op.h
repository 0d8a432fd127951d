/** @file
 *  Reductions. A handle is an int64_t that holds the C handle MPI_Op. */
#ifndef DISTARRAY_MPI_OP_H
#define DISTARRAY_MPI_OP_H

#include "distarray/api.h"
#include "distarray/status.h"

DA_BEGIN

/** Built-in reductions. The numbers are those of DistArray.OperationKind. */
typedef enum da_mpi_op_kind {
    DA_MPI_ADD = 1,         /**< sum; not of booleans and logicals */
    DA_MPI_MULTIPLY = 2,    /**< product; not of booleans and logicals */
    DA_MPI_MIN = 3,         /**< minimum of integers and floating-point numbers */
    DA_MPI_MAX = 4,         /**< maximum of integers and floating-point numbers */
    DA_MPI_LOGICAL_AND = 5, /**< logical and of booleans and logicals */
    DA_MPI_LOGICAL_OR = 6,  /**< logical or of booleans and logicals */
    DA_MPI_LOGICAL_XOR = 7, /**< logical exclusive or of booleans and logicals */
    DA_MPI_BITWISE_AND = 8, /**< bitwise and of integers */
    DA_MPI_BITWISE_OR = 9,  /**< bitwise or of integers */
    DA_MPI_BITWISE_XOR = 10 /**< bitwise exclusive or of integers */
} da_mpi_op_kind;

/** Combines element by element: inout[i] = in[i] op inout[i]. Must not throw or jump out. May be called by several
 *  threads at a time, for a part of the elements.
 *  @param[in] context    the pointer given with the function
 *  @param[in] in         operand of the lower ranks
 *  @param[in,out] inout  operand of the higher ranks, and the result
 *  @param count          elements */
typedef void (*da_mpi_op_function)(void *context, const void *in, void *inout, int64_t count);

/** A built-in reduction.
 *  @param kind           da_mpi_op_kind
 *  @param type           da_element_type
 *  @param[out] op        handle, never freed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_UNSUPPORTED where the kind is not defined for the type */
DA_API da_status da_mpi_op_builtin(int32_t kind, int32_t type, int64_t *op);

/** How many user-made reductions there can be at a time.
 *  @param[out] capacity  reductions
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_op_capacity(int32_t *capacity);

/** Makes a reduction of a function.
 *  @param function       combines
 *  @param[in] context    handed to every call of function, may be NULL; must live as long as the reduction
 *  @param commutes       1 where the order of the operands does not matter, else 0: ranks are combined in their order
 *  @param[out] op        handle, freed with da_mpi_op_free
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_STATE, DA_ERR_UNSUPPORTED where da_mpi_op_capacity are in use, DA_ERR_MPI */
DA_API da_status da_mpi_op_create(da_mpi_op_function function, void *context, int32_t commutes, int64_t *op);

/** Frees a user-made reduction. No operation that uses it may be under way.
 *  @param op             from da_mpi_op_create
 *  @return DA_OK, DA_ERR_ARGUMENT where it is none of those, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_op_free(int64_t op);

DA_END

#endif
