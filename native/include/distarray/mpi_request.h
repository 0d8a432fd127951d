/** @file
 *  Requests: nonblocking operations under way. A handle is an int64_t; complete it once. */
#ifndef DISTARRAY_MPI_REQUEST_H
#define DISTARRAY_MPI_REQUEST_H

#include "distarray/api.h"
#include "distarray/mpi.h"
#include "distarray/status.h"

DA_BEGIN

/** No request: what a handle becomes when it has completed.
 *  @param[out] request   MPI_REQUEST_NULL
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_request_null(int64_t *request);

/** Waits until a request has completed.
 *  @param[in,out] request  handle; no request afterwards, also when the operation failed
 *  @param[out] status    of the message where it received one
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_request_wait(int64_t *request, da_mpi_status *status);

/** Whether a request has completed; lets it progress.
 *  @param[in,out] request  handle; no request afterwards where it completed or failed
 *  @param[out] done      1 where it has completed, else 0
 *  @param[out] status    of the message where it received one; not written where done is 0
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_request_test(int64_t *request, int32_t *done, da_mpi_status *status);

/** Waits until all requests have completed.
 *  @param[in,out] requests  count handles; no requests afterwards, also when an operation failed
 *  @param count          requests
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI: the first failure */
DA_API da_status da_mpi_request_wait_all(int64_t *requests, int64_t count);

DA_END

#endif
