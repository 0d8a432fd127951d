/** @file
 *  Iterative solvers: AztecOO. */
#ifndef DISTARRAY_EPETRA_SOLVER_H
#define DISTARRAY_EPETRA_SOLVER_H

#include "distarray/trilinos.h"

DA_BEGIN

/** A method of AztecOO. */
typedef enum da_epetra_method {
    DA_EPETRA_CG = 0,      /**< conjugate gradients */
    DA_EPETRA_GMRES = 1,   /**< generalized minimal residuals */
    DA_EPETRA_CGS = 2,     /**< conjugate gradients squared */
    DA_EPETRA_TFQMR = 3,   /**< transpose-free quasi-minimal residuals */
    DA_EPETRA_BICGSTAB = 4 /**< stabilized biconjugate gradients */
} da_epetra_method;

/** How a solve ended. */
typedef struct da_epetra_solution {
    int32_t iterations;    /**< number of iterations */
    int32_t converged;     /**< whether the method's own test of convergence was met */
    int32_t why;           /**< AztecOO's AZ_why: 0 normal, 1 parameter, 2 breakdown, 3 loss of precision, 4 ill-conditioned, 5 iterations used up */
    double achieved;       /**< relative residual by the method's measure */
    double residual;       /**< largest ||b - A x|| / ||b|| of the columns, computed at the end; / ||b - A x0|| where b is 0 */
} da_epetra_solution;

/** Called for each iteration, on every rank.
 *  @param[in] context    as given to da_epetra_solver_solve
 *  @param iteration      number of the iteration
 *  @param residual       relative residual, the largest of the columns
 *  @return 0 to go on, anything else to end on all ranks */
typedef int32_t (*da_epetra_progress)(void *context, int32_t iteration, double residual);

/** Solves A x = b, one column after another. Not to converge is no error.
 *  @collective on the operator's communicator
 *  @param[in] operator_   what is to be inverted
 *  @param[in] preconditioner an operator whose ApplyInverse, or Apply for a function, gives corrections; may be NULL
 *  @param method          da_epetra_method
 *  @param tolerance       relative residual to reach
 *  @param iterations      most iterations
 *  @param restart         vectors of the Krylov space of GMRES before it begins anew
 *  @param verbosity       AztecOO's AZ_output: 0 prints nothing
 *  @param[in] b           right-hand sides, a multivector of the operator's range map
 *  @param[in] x           the initial guesses, and afterwards the solutions: as many of its domain map
 *  @param[in] progress    called for each iteration of each column
 *  @param is_live         1 where progress may want the end, so that the ranks ask each other
 *  @param[in] context     given to progress
 *  @param[out] solution   how it ended, of several columns the worst
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_solver_solve(const da_trilinos_object *operator_, const da_trilinos_object *preconditioner, int32_t method, double tolerance, int32_t iterations, int32_t restart, int32_t verbosity, const da_trilinos_object *b, da_trilinos_object *x, da_epetra_progress progress, int32_t is_live, void *context, da_epetra_solution *solution);

DA_END

#endif
