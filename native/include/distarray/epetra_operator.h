/** @file
 *  Epetra_Operator: what a vector can be applied to. Matrices and preconditioners are operators. */
#ifndef DISTARRAY_EPETRA_OPERATOR_H
#define DISTARRAY_EPETRA_OPERATOR_H

#include "distarray/trilinos.h"

DA_BEGIN

/** y = A x on this rank's rows.
 *  @param[in] context    as given to da_epetra_operator_from_function
 *  @param[in] x          columns of the domain map's rows
 *  @param x_stride       elements from one column of x to the next
 *  @param x_rows         this rank's rows of x
 *  @param[in] y          columns of the range map's rows, to be overwritten
 *  @param y_stride       elements from one column of y to the next
 *  @param y_rows         this rank's rows of y
 *  @param columns        columns of x and y
 *  @param transpose      1 for the transposed operator
 *  @return 0, or anything else where it failed: y becomes NaN, so that solvers end on all ranks alike */
typedef int32_t (*da_epetra_function)(void *context, const double *x, int64_t x_stride, int64_t x_rows, double *y, int64_t y_stride, int64_t y_rows, int32_t columns, int32_t transpose);

/** Makes an operator of a function.
 *  @collective on the maps' communicator
 *  @param[in] domain     rows of x
 *  @param[in] range      rows of y
 *  @param function       computes y
 *  @param[in] context    given to function
 *  @param has_transpose  whether function knows the transposed operator
 *  @param[out] operator_ to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE */
DA_API DA_COLLECTIVE da_status da_epetra_operator_from_function(const da_trilinos_object *domain, const da_trilinos_object *range, da_epetra_function function, void *context, int32_t has_transpose, da_trilinos_object **operator_);

/** y = alpha A x + beta y: Epetra_Operator::Apply.
 *  @collective on the operator's communicator
 *  @param[in] operator_  an operator
 *  @param[in] x          a multivector of its domain map
 *  @param[in] y          another, of its range map, with as many columns
 *  @param transpose      1 for the transposed operator; the maps change places
 *  @param alpha          factor of A x
 *  @param beta           factor of y; where 0, y is overwritten whatever it holds
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_UNSUPPORTED where there is no transposed operator, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_operator_apply(const da_trilinos_object *operator_, const da_trilinos_object *x, da_trilinos_object *y, int32_t transpose, double alpha, double beta);

DA_END

#endif
