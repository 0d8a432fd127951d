/** @file
 *  Communicators. A handle is an int64_t that holds the C handle MPI_Comm. */
#ifndef DISTARRAY_MPI_COMM_H
#define DISTARRAY_MPI_COMM_H

#include "distarray/api.h"
#include "distarray/status.h"

DA_BEGIN

/** How two communicators compare. */
typedef enum da_mpi_comparison {
    DA_MPI_IDENT = 0,     /**< the same communicator */
    DA_MPI_CONGRUENT = 1, /**< the same processes in the same order, another context */
    DA_MPI_SIMILAR = 2,   /**< the same processes in another order */
    DA_MPI_UNEQUAL = 3    /**< other processes */
} da_mpi_comparison;

/** All processes of the job.
 *  @param[out] comm      MPI_COMM_WORLD
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_comm_world(int64_t *comm);

/** This process alone.
 *  @param[out] comm      MPI_COMM_SELF
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_comm_self(int64_t *comm);

/** No communicator: what da_mpi_comm_split gives to a rank in no part.
 *  @param[out] comm      MPI_COMM_NULL
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_comm_null(int64_t *comm);

/** Number of this process in a communicator.
 *  @param comm           communicator
 *  @param[out] rank      0 to size - 1
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_comm_rank(int64_t comm, int32_t *rank);

/** Processes of a communicator.
 *  @param comm           communicator
 *  @param[out] size      1 or more
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_comm_size(int64_t comm, int32_t *size);

/** Name of a communicator, UTF-8, ended by a zero; cut where it does not fit.
 *  @param comm           communicator
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_comm_name(int64_t comm, char *buffer, int64_t capacity, int64_t *length);

/** Makes a communicator for every color, whose errors are returned.
 *  @collective on comm
 *  @param comm           communicator
 *  @param color          0 or more, or DA_MPI_ANY for none
 *  @param key            order of the ranks in a part; equal keys keep their order
 *  @param[out] part      to be freed with da_mpi_comm_free; MPI_COMM_NULL where color is DA_MPI_ANY
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_comm_split(int64_t comm, int32_t color, int32_t key, int64_t *part);

/** Makes a communicator of the same processes with a context of its own, whose errors are returned.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[out] copy      to be freed with da_mpi_comm_free
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_comm_dup(int64_t comm, int64_t *copy);

/** The library's own duplicate of a communicator, for messages that never meet its users'; made once, kept and freed with the
 *  communicator. Its point-to-point tag 0 is taken.
 *  @collective on comm, where it is to be made and is not there
 *  @param comm           communicator
 *  @param make           0 to ask for the one that is there, 1 to make it otherwise
 *  @param[out] shadow    borrowed; MPI_COMM_NULL where there is none
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_comm_shadow(int64_t comm, int32_t make, int64_t *shadow);

/** Frees a communicator that was made by split or dup.
 *  @collective on comm
 *  @param comm           communicator; MPI_COMM_NULL is fine
 *  @return DA_OK, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_comm_free(int64_t comm);

/** Compares two communicators. Local.
 *  @param first          communicator
 *  @param second         communicator
 *  @param[out] result    da_mpi_comparison
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_comm_compare(int64_t first, int64_t second, int32_t *result);

/** Fortran's handle of a communicator, as Fortran cores take it.
 *  @param comm           communicator
 *  @param[out] handle    Fortran integer handle
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_comm_c2f(int64_t comm, int32_t *handle);

/** C's handle of a communicator that Fortran made. Whether its errors are fatal stays as its maker has set it.
 *  @param handle         Fortran integer handle
 *  @param[out] comm      communicator
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT where there is none, DA_ERR_STATE */
DA_API da_status da_mpi_comm_f2c(int32_t handle, int64_t *comm);

DA_END

#endif
