/** @file
 *  Eigenvalues: Anasazi over Tpetra. */
#ifndef DISTARRAY_TPETRA_EIGEN_H
#define DISTARRAY_TPETRA_EIGEN_H

#include "distarray/trilinos.h"

DA_BEGIN

/** A method of Anasazi. */
typedef enum da_tpetra_eigen_method {
    DA_TPETRA_KRYLOV_SCHUR = 0, /**< block Krylov-Schur: any operator */
    DA_TPETRA_DAVIDSON = 1,     /**< block Davidson: symmetric ones, with a preconditioner */
    DA_TPETRA_LOBPCG = 2        /**< locally optimal block preconditioned conjugate gradients: symmetric ones */
} da_tpetra_eigen_method;

/** Which eigenvalues are looked for. */
typedef enum da_tpetra_eigen_target {
    DA_TPETRA_SMALLEST_MAGNITUDE = 0, /**< of smallest absolute value */
    DA_TPETRA_LARGEST_MAGNITUDE = 1,  /**< of largest absolute value */
    DA_TPETRA_SMALLEST_REAL = 2,      /**< of smallest real part */
    DA_TPETRA_LARGEST_REAL = 3        /**< of largest real part */
} da_tpetra_eigen_target;

/** What is looked for. */
typedef struct da_tpetra_eigen_request {
    int32_t method;       /**< da_tpetra_eigen_method */
    int32_t count;        /**< number of eigenvalues */
    int32_t block_size;   /**< vectors at a time */
    int32_t blocks;       /**< blocks of the space that is built */
    int32_t iterations;   /**< most restarts, for LOBPCG most iterations */
    int32_t is_symmetric; /**< whether the operator is, with the mass matrix' scalar product */
    int32_t is_verbose;   /**< whether Anasazi prints */
    int32_t seed;         /**< of the vectors that it starts with */
    int32_t target;       /**< da_tpetra_eigen_target */
    double tolerance;     /**< residual relative to the eigenvalue */
} da_tpetra_eigen_request;

/** Looks for eigenvalues of A x = lambda M x. Not to find all is no error.
 *  @collective on the operator's communicator
 *  @param[in] operator_   A
 *  @param[in] mass        M, symmetric and positive definite; the identity if NULL
 *  @param[in] preconditioner of A; may be NULL; not for Krylov-Schur
 *  @param[in] request     what is looked for
 *  @param capacity        elements of each of the four arrays
 *  @param[out] real       receives the real parts, in Anasazi's order
 *  @param[out] imaginary  receives the imaginary parts
 *  @param[out] pairs      receives for each vector 0: it is real; 1: it is the real part of a pair's vector; -1: it is the imaginary part
 *  @param[out] residuals  receives ||A x - lambda M x|| / |lambda|, of vectors of norm 1
 *  @param[out] found      number of eigenvalues
 *  @param[out] converged  whether all that were asked for met the tolerance
 *  @param[out] vectors    a multivector of found columns, to be closed with da_trilinos_object_close; NULL where none was found
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_tpetra_eigen_solve(const da_trilinos_object *operator_, const da_trilinos_object *mass, const da_trilinos_object *preconditioner, const da_tpetra_eigen_request *request, int32_t capacity, double real[], double imaginary[], int32_t pairs[], double residuals[], int32_t *found, int32_t *converged, da_trilinos_object **vectors);

DA_END

#endif
