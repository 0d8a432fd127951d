/** @file
 *  Iterative solvers: Belos over Tpetra. */
#ifndef DISTARRAY_TPETRA_SOLVER_H
#define DISTARRAY_TPETRA_SOLVER_H

#include "distarray/trilinos.h"

DA_BEGIN

/** How a solve ended. */
typedef struct da_tpetra_solution {
    int32_t iterations;    /**< number of iterations */
    int32_t converged;     /**< whether Belos' own test of convergence was met */
    int32_t lost_accuracy; /**< whether Belos noticed that the residual it updates has left the true one */
    double achieved;       /**< residual of that test, relative */
    double residual;       /**< largest ||b - A x|| / ||b|| of the columns, computed at the end; / ||b - A x0|| where b is 0 */
} da_tpetra_solution;

/** Called for each iteration, on every rank.
 *  @param[in] context    as given to da_tpetra_solver_solve
 *  @param iteration      number of the iteration
 *  @param residual       relative residual, the largest of the columns
 *  @return 0 to go on, anything else to end on all ranks */
typedef int32_t (*da_tpetra_progress)(void *context, int32_t iteration, double residual);

/** Makes a solver.
 *  @collective on the operator's communicator
 *  @param[in] method     name of Belos' solver factory, such as "PSEUDOBLOCK CG"
 *  @param[in] operator_  what is to be inverted
 *  @param[in] left       left preconditioner, may be NULL
 *  @param[in] right      right preconditioner, may be NULL
 *  @param[in] parameters as XML of Teuchos
 *  @param[out] solver    to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_solver_create(const char *method, const da_trilinos_object *operator_, const da_trilinos_object *left, const da_trilinos_object *right, const char *parameters, da_trilinos_object **solver);

/** Parameters that a method knows, with their defaults, as XML of Teuchos; UTF-8, ended by a zero; cut where it does not fit.
 *  @param[in] method     name of Belos' solver factory
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_TRILINOS where there is no such method */
DA_API da_status da_tpetra_solver_parameters(const char *method, char *buffer, int64_t capacity, int64_t *length);

/** Solves A x = b. Not to converge is no error.
 *  @collective on the solver's communicator
 *  @param[in] solver     a solver
 *  @param[in] b          right-hand sides, a multivector of float64 of the operator's range map
 *  @param[in] x          the initial guesses, and afterwards the solutions: as many of its domain map
 *  @param[in] progress   called for each iteration; not where the communicator is without the job's first rank, on which Belos prints
 *  @param is_live        1 to call it as the iterations come, 0 after the last
 *  @param[in] context    given to progress
 *  @param[out] solution  how it ended
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_solver_solve(da_trilinos_object *solver, const da_trilinos_object *b, da_trilinos_object *x, da_tpetra_progress progress, int32_t is_live, void *context, da_tpetra_solution *solution);

DA_END

#endif
