/** @file
 *  Direct solvers: Amesos2 over Tpetra. */
#ifndef DISTARRAY_TPETRA_DIRECT_H
#define DISTARRAY_TPETRA_DIRECT_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Whether this Trilinos has a direct solver.
 *  @param[in] method     name of Amesos2's factory, such as "klu2"
 *  @param[out] is_there  1 where it has
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_tpetra_direct_has(const char *method, int32_t *is_there);

/** Parameters that a direct solver knows, with their defaults, as XML of Teuchos; UTF-8, ended by a zero; cut where it does not fit.
 *  @param[in] method     name of Amesos2's factory
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_TRILINOS where there is no such solver */
DA_API da_status da_tpetra_direct_parameters(const char *method, char *buffer, int64_t capacity, int64_t *length);

/** Factors a matrix. On several ranks it is gathered to the first one: the solvers of this Trilinos are wrong on distributed matrices.
 *  @collective on the matrix' communicator
 *  @param[in] method     name of Amesos2's factory, such as "klu2"
 *  @param[in] matrix     a square Tpetra::CrsMatrix, which outlives the solver
 *  @param[in] parameters as XML of Teuchos
 *  @param[out] solver    to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS on every rank where the matrix cannot be factored */
DA_API DA_COLLECTIVE da_status da_tpetra_direct_create(const char *method, const da_trilinos_object *matrix, const char *parameters, da_trilinos_object **solver);

/** Solves A x = b with the factors.
 *  @collective on the matrix' communicator
 *  @param[in] solver     a direct solver
 *  @param[in] b          right-hand sides, a multivector of float64 of the matrix' range map
 *  @param[in] x          receives the solutions, as many, of its domain map
 *  @param[out] residual  largest ||b - A x|| / (||A|| ||x|| + ||b||) of the columns, Frobenius' norm of A
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_direct_solve(da_trilinos_object *solver, const da_trilinos_object *b, da_trilinos_object *x, double *residual);

DA_END

#endif
