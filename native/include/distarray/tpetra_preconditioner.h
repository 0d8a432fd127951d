/** @file
 *  Preconditioners of matrices: Ifpack2 and MueLu. They are operators: what they are applied to is a residual. */
#ifndef DISTARRAY_TPETRA_PRECONDITIONER_H
#define DISTARRAY_TPETRA_PRECONDITIONER_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Makes a preconditioner of Ifpack2.
 *  @collective on the matrix' communicator
 *  @param[in] type       name of Ifpack2's factory, such as "RELAXATION", "ILUT"
 *  @param[in] matrix     a Tpetra::CrsMatrix, which outlives the preconditioner
 *  @param overlap        layers of rows of other ranks that each rank adds to its own
 *  @param[in] parameters as XML of Teuchos
 *  @param[out] preconditioner to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT on every rank where a diagonal entry that is needed is 0, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_preconditioner_ifpack2(const char *type, const da_trilinos_object *matrix, int32_t overlap, const char *parameters, da_trilinos_object **preconditioner);

/** Makes a multigrid preconditioner of MueLu.
 *  @collective on the matrix' communicator
 *  @param[in] matrix     a Tpetra::CrsMatrix, which outlives the preconditioner
 *  @param[in] parameters as XML of Teuchos
 *  @param[in] coordinates of the rows' points, a multivector of float64 with a column each an axis; may be NULL
 *  @param[in] null_space near null space of the matrix, a multivector of float64; may be NULL for the constant
 *  @param[out] preconditioner to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_preconditioner_muelu(const da_trilinos_object *matrix, const char *parameters, const da_trilinos_object *coordinates, const da_trilinos_object *null_space, da_trilinos_object **preconditioner);

/** Computes a preconditioner anew after the values of its matrix have changed; what does not depend on values is kept.
 *  @collective on the matrix' communicator
 *  @param[in] preconditioner of Ifpack2 or MueLu
 *  @param[in] matrix     its matrix
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_preconditioner_recompute(da_trilinos_object *preconditioner, const da_trilinos_object *matrix);

/** Parameters that MueLu knows, with their defaults, as XML of Teuchos; UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_TRILINOS */
DA_API da_status da_tpetra_preconditioner_parameters(char *buffer, int64_t capacity, int64_t *length);

DA_END

#endif
