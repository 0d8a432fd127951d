/** @file
 *  Preconditioners of matrices: Ifpack and ML. They are operators: what they are applied to, inverted, is a residual. */
#ifndef DISTARRAY_EPETRA_PRECONDITIONER_H
#define DISTARRAY_EPETRA_PRECONDITIONER_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Makes a preconditioner of Ifpack.
 *  @collective on the matrix' communicator
 *  @param[in] type        name of Ifpack's factory, such as "ILU", "point relaxation"
 *  @param[in] matrix      an Epetra_CrsMatrix, which outlives the preconditioner
 *  @param overlap         layers of rows of other ranks that each rank adds to its own
 *  @param[in] parameters  as XML of Teuchos
 *  @param[out] preconditioner to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT on every rank where a diagonal entry that is needed is 0, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_preconditioner_ifpack(const char *type, const da_trilinos_object *matrix, int32_t overlap, const char *parameters, da_trilinos_object **preconditioner);

/** Makes a multigrid preconditioner of ML.
 *  @collective on the matrix' communicator
 *  @param[in] matrix      an Epetra_CrsMatrix, which outlives the preconditioner
 *  @param[in] defaults    a set of ML's defaults, such as "SA" or "NSSA"
 *  @param[in] parameters  as XML of Teuchos
 *  @param[out] preconditioner to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_preconditioner_ml(const da_trilinos_object *matrix, const char *defaults, const char *parameters, da_trilinos_object **preconditioner);

/** Computes a preconditioner anew after the values of its matrix have changed.
 *  @collective on the matrix' communicator
 *  @param[in] preconditioner of Ifpack or ML
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_preconditioner_recompute(da_trilinos_object *preconditioner);

/** Parameters that a package knows, with their defaults, as XML of Teuchos; UTF-8, ended by a zero; cut where it does not fit.
 *  @param is_ml           1 for ML, 0 for Ifpack
 *  @param[out] buffer     receives the text, may be NULL when capacity is 0
 *  @param capacity        bytes of buffer
 *  @param[out] length     bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_TRILINOS */
DA_API da_status da_epetra_preconditioner_parameters(int32_t is_ml, char *buffer, int64_t capacity, int64_t *length);

DA_END

#endif
