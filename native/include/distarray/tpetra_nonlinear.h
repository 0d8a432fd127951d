/** @file
 *  Nonlinear systems F(u) = 0: NOX over Tpetra, the residual and the Newton step by functions of the program. */
#ifndef DISTARRAY_TPETRA_NONLINEAR_H
#define DISTARRAY_TPETRA_NONLINEAR_H

#include "distarray/tpetra_operator.h"

DA_BEGIN

/** How far to go along a Newton step. */
typedef enum da_tpetra_line_search {
    DA_TPETRA_FULL_STEP = 0, /**< all of it */
    DA_TPETRA_BACKTRACK = 1, /**< halved until the residual falls */
    DA_TPETRA_POLYNOMIAL = 2 /**< to the minimum of a polynomial through what is known */
} da_tpetra_line_search;

/** Options of a nonlinear solve. */
typedef struct da_tpetra_nonlinear_options {
    int32_t line_search;     /**< da_tpetra_line_search */
    int32_t iterations;      /**< most Newton steps */
    int32_t is_inexact;      /**< whether linear solves begin loose and tighten (Eisenstat and Walker, type 2) */
    int32_t is_live;         /**< whether progress may want the end */
    double tolerance;        /**< residual to reach, relative to the first one */
    double absolute;         /**< residual that is enough in any case */
    double linear_tolerance; /**< of linear solves; the largest where is_inexact */
} da_tpetra_nonlinear_options;

/** How a nonlinear solve ended. */
typedef struct da_tpetra_nonlinear_solution {
    int32_t iterations; /**< Newton steps */
    int32_t converged;  /**< whether the tolerance was met */
    double initial;     /**< ||F|| at the start */
    double residual;    /**< ||F|| at the end */
} da_tpetra_nonlinear_solution;

/** Solves J d = -F at u.
 *  @param[in] context    as given to da_tpetra_nonlinear_solve
 *  @param[in] u          this rank's elements of the present state
 *  @param[in] f          those of F(u)
 *  @param[in] direction  those of d, to be overwritten
 *  @param rows           number of this rank's elements
 *  @param tolerance      relative residual that is wanted of the linear solve
 *  @return 0, or anything else where it failed */
typedef int32_t (*da_tpetra_newton)(void *context, const double *u, const double *f, double *direction, int64_t rows, double tolerance);

/** Called after each Newton step, on every rank.
 *  @param[in] context    as given to da_tpetra_nonlinear_solve
 *  @param iteration      number of the step
 *  @param residual       ||F||
 *  @return 0 to go on, anything else to end on all ranks */
typedef int32_t (*da_tpetra_nonlinear_progress)(void *context, int32_t iteration, double residual);

/** Looks for a root of F from a state. Not to converge is no error.
 *  @collective on the map's communicator
 *  @param[in] u           the state to start from, and afterwards the last one: a multivector of float64 of one column
 *  @param[in] residual    computes F
 *  @param[in] residual_context given to residual
 *  @param[in] newton      solves for the step
 *  @param[in] progress    called after each step
 *  @param[in] context     given to newton and progress
 *  @param[in] options     options
 *  @param[out] solution   how it ended
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS on every rank where a function failed on one */
DA_API DA_COLLECTIVE da_status da_tpetra_nonlinear_solve(da_trilinos_object *u, da_tpetra_function residual, void *residual_context, da_tpetra_newton newton, da_tpetra_nonlinear_progress progress, void *context, const da_tpetra_nonlinear_options *options, da_tpetra_nonlinear_solution *solution);

DA_END

#endif
