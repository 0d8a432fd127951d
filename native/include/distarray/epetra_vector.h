/** @file
 *  Epetra_MultiVector over memory of others or its own: columns of float64 elements, each without gaps. */
#ifndef DISTARRAY_EPETRA_VECTOR_H
#define DISTARRAY_EPETRA_VECTOR_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Makes a multivector over memory that stays its maker's. Nothing is copied.
 *  @param[in] map         rows: which rank has which
 *  @param[in] data        this rank's rows, column after column; NULL where it has none
 *  @param stride          elements from one column to the next, at least the number of rows, at most 2^31 - 1
 *  @param columns         1 or more
 *  @param[out] vector     to be closed with da_trilinos_object_close before the memory goes
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API da_status da_epetra_vector_wrap(const da_trilinos_object *map, double *data, int64_t stride, int32_t columns, da_trilinos_object **vector);

/** Makes a multivector of zeros with memory of its own.
 *  @param[in] map         rows: which rank has which
 *  @param columns         1 or more
 *  @param[out] vector     to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API da_status da_epetra_vector_create(const da_trilinos_object *map, int32_t columns, da_trilinos_object **vector);

/** Where the elements are. Local.
 *  @param[in] vector      a multivector
 *  @param[out] data       first element of the first column
 *  @param[out] stride     elements from one column to the next
 *  @param[out] rows       number of this rank's rows
 *  @param[out] columns    number of columns
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_UNSUPPORTED where columns are at no equal distances, DA_ERR_STATE */
DA_API da_status da_epetra_vector_data(const da_trilinos_object *vector, double **data, int64_t *stride, int64_t *rows, int32_t *columns);

/** Norms of the columns: Epetra_MultiVector::Norm1, Norm2, NormInf.
 *  @collective on the vector's communicator
 *  @param[in] vector      a multivector
 *  @param kind            1, 2, or 0 for the largest absolute value
 *  @param[out] norms      receives one each a column
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_vector_norm(const da_trilinos_object *vector, int32_t kind, double norms[]);

/** Dot products of columns, each with the same one of the other vector: Epetra_MultiVector::Dot.
 *  @collective on the vectors' communicator
 *  @param[in] x           a multivector
 *  @param[in] y           another, of the same map and number of columns
 *  @param[out] dots       receives one each a column
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_vector_dot(const da_trilinos_object *x, const da_trilinos_object *y, double dots[]);

/** y = alpha x + beta y: Epetra_MultiVector::Update. Local.
 *  @param alpha           factor of x
 *  @param[in] x           a multivector
 *  @param beta            factor of y
 *  @param[in] y           another, of the same local length and number of columns
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API da_status da_epetra_vector_update(double alpha, const da_trilinos_object *x, double beta, da_trilinos_object *y);

DA_END

#endif
