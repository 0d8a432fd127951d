/** @file
 *  MPI: start and end, errors, messages and collective operations. Handles cross as int64_t holding the C handle,
 *  counts are elements and may exceed 2^31-1. Buffers may be NULL where their count is 0.
 *  Communicators are in mpi_comm.h, reductions in mpi_op.h, requests in mpi_request.h. */
#ifndef DISTARRAY_MPI_H
#define DISTARRAY_MPI_H

#include "distarray/api.h"
#include "distarray/element.h"
#include "distarray/status.h"

DA_BEGIN

/** What threads may do. */
typedef enum da_mpi_thread_level {
    DA_MPI_THREAD_SINGLE = 0,     /**< the process has one thread */
    DA_MPI_THREAD_FUNNELED = 1,   /**< the thread that initialized MPI calls it */
    DA_MPI_THREAD_SERIALIZED = 2, /**< one thread at a time calls it */
    DA_MPI_THREAD_MULTIPLE = 3    /**< any thread calls it at any time */
} da_mpi_thread_level;

/** Classes of MPI's errors, with the same numbers over every MPI (whose own numbers differ). */
typedef enum da_mpi_error_class_code {
    DA_MPI_ERR_NONE = 0,       /**< MPI_SUCCESS */
    DA_MPI_ERR_BUFFER = 1,     /**< invalid buffer pointer */
    DA_MPI_ERR_COUNT = 2,      /**< invalid count */
    DA_MPI_ERR_TYPE = 3,       /**< invalid datatype */
    DA_MPI_ERR_TAG = 4,        /**< invalid tag */
    DA_MPI_ERR_COMM = 5,       /**< invalid communicator */
    DA_MPI_ERR_RANK = 6,       /**< invalid rank */
    DA_MPI_ERR_REQUEST = 7,    /**< invalid request */
    DA_MPI_ERR_ROOT = 8,       /**< invalid root */
    DA_MPI_ERR_GROUP = 9,      /**< invalid group */
    DA_MPI_ERR_OP = 10,        /**< invalid operation */
    DA_MPI_ERR_TOPOLOGY = 11,  /**< invalid topology */
    DA_MPI_ERR_DIMS = 12,      /**< invalid dimensions */
    DA_MPI_ERR_ARG = 13,       /**< invalid argument of another kind */
    DA_MPI_ERR_TRUNCATE = 14,  /**< a message was longer than the buffer that received it */
    DA_MPI_ERR_IN_STATUS = 15, /**< the code is in a status */
    DA_MPI_ERR_PENDING = 16,   /**< a request is pending */
    DA_MPI_ERR_NO_MEM = 17,    /**< out of memory */
    DA_MPI_ERR_KEYVAL = 18,    /**< invalid attribute key */
    DA_MPI_ERR_INTERN = 19,    /**< an error inside MPI */
    DA_MPI_ERR_OTHER = 20,     /**< a known error of another kind */
    DA_MPI_ERR_UNKNOWN = 21    /**< an unknown error, or a class not listed here */
} da_mpi_error_class_code;

/** Values that stand for no particular one. */
typedef enum da_mpi_wildcard {
    DA_MPI_ANY = -1 /**< any source, any tag; as a color: in no part */
} da_mpi_wildcard;

/** What is known of a message. */
typedef struct da_mpi_status {
    int32_t source; /**< rank of the sender */
    int32_t tag;    /**< tag of the message */
    int64_t bytes;  /**< size of the message in bytes */
} da_mpi_status;

/** Starts MPI, or joins it where the process has started it already; then errors of world and self are returned, not fatal.
 *  @collective on all processes of the job, where it starts MPI
 *  @param required       da_mpi_thread_level asked for
 *  @param[out] provided  da_mpi_thread_level given
 *  @param[out] owned     1 where this call started MPI, so that da_mpi_finalize ends it; 0 where it was running
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE after MPI has ended, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_init(int32_t required, int32_t *provided, int32_t *owned);

/** Ends MPI where da_mpi_init started it; else only leaves it. A second call does nothing.
 *  @collective on all processes of the job
 *  @return DA_OK, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_finalize(void);

/** Whether MPI runs: started by anyone and not ended.
 *  @param[out] active    1 or 0
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_MPI */
DA_API da_status da_mpi_is_active(int32_t *active);

/** Ends all processes of the job, when the launcher has read what this one printed, or after half a second. Does not return where MPI runs.
 *  @param code           exit status of the job
 *  @return DA_ERR_STATE where MPI does not run, DA_ERR_MPI */
DA_API da_status da_mpi_abort(int32_t code);

/** What threads may do in this process.
 *  @param[out] level     da_mpi_thread_level
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_thread(int32_t *level);

/** Version of the MPI standard that the library follows. May be called at any time.
 *  @param[out] major     such as 3
 *  @param[out] minor     such as 1
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_MPI */
DA_API da_status da_mpi_version(int32_t *major, int32_t *minor);

/** Name and version of the MPI library, UTF-8, ended by a zero; cut where it does not fit. May be called at any time.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_MPI */
DA_API da_status da_mpi_library_version(char *buffer, int64_t capacity, int64_t *length);

/** MPI's text for an error code, UTF-8, ended by a zero; cut where it does not fit.
 *  @param code           as from da_last_mpi_error
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_error_text(int32_t code, char *buffer, int64_t capacity, int64_t *length);

/** Class of an error code.
 *  @param code           as from da_last_mpi_error
 *  @param[out] error_class  da_mpi_error_class_code
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_error_class(int32_t code, int32_t *error_class);

/** Largest number of elements that is given to MPI in one piece.
 *  @param[out] limit     elements
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_mpi_count_limit(int64_t *limit);

/** Sets the largest number of elements that is given to MPI in one piece, so that small tests take the path of huge counts.
 *  All ranks must set the same.
 *  @param limit          1 to 2147483647, or 0 for the default, which is the largest
 *  @return DA_OK, DA_ERR_ARGUMENT */
DA_API da_status da_mpi_set_count_limit(int64_t limit);

/** Sends a message.
 *  @param comm           communicator
 *  @param[in] buffer     count elements
 *  @param count          elements
 *  @param type           da_element_type
 *  @param destination    rank that receives
 *  @param tag            0 or more
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_send(int64_t comm, const void *buffer, int64_t count, int32_t type, int32_t destination,
                             int32_t tag);

/** Receives a message of at most count elements; a longer one is an error.
 *  @param comm           communicator
 *  @param[out] buffer    room for count elements
 *  @param count          elements
 *  @param type           da_element_type
 *  @param source         rank that sends, or DA_MPI_ANY
 *  @param tag            0 or more, or DA_MPI_ANY
 *  @param[out] status    of the message
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_recv(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t source, int32_t tag,
                             da_mpi_status *status);

/** Sends and receives at once.
 *  @param comm           communicator
 *  @param[in] send       send_count elements
 *  @param send_count     elements
 *  @param destination    rank that receives
 *  @param send_tag       0 or more
 *  @param[out] receive   room for receive_count elements; does not overlap send
 *  @param receive_count  elements
 *  @param source         rank that sends, or DA_MPI_ANY
 *  @param receive_tag    0 or more, or DA_MPI_ANY
 *  @param type           da_element_type of both
 *  @param[out] status    of the message received
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_sendrecv(int64_t comm, const void *send, int64_t send_count, int32_t destination,
                                 int32_t send_tag, void *receive, int64_t receive_count, int32_t source,
                                 int32_t receive_tag, int32_t type, da_mpi_status *status);

/** Waits for a message, and leaves it to be received.
 *  @param comm           communicator
 *  @param source         rank that sends, or DA_MPI_ANY
 *  @param tag            0 or more, or DA_MPI_ANY
 *  @param[out] status    of the message
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_probe(int64_t comm, int32_t source, int32_t tag, da_mpi_status *status);

/** Looks for a message without waiting, and leaves it to be received.
 *  @param comm           communicator
 *  @param source         rank that sends, or DA_MPI_ANY
 *  @param tag            0 or more, or DA_MPI_ANY
 *  @param[out] found     1 where there is one, else 0
 *  @param[out] status    of the message; not written where there is none
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_iprobe(int64_t comm, int32_t source, int32_t tag, int32_t *found, da_mpi_status *status);

/** Starts to send. The buffer must stay as it is until the request has completed.
 *  @param comm           communicator
 *  @param[in] buffer     count elements
 *  @param count          elements
 *  @param type           da_element_type
 *  @param destination    rank that receives
 *  @param tag            0 or more
 *  @param[out] request   to be completed with da_mpi_request_wait or da_mpi_request_test
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_isend(int64_t comm, const void *buffer, int64_t count, int32_t type, int32_t destination,
                              int32_t tag, int64_t *request);

/** Starts to receive. The buffer must not be touched until the request has completed.
 *  @param comm           communicator
 *  @param[out] buffer    room for count elements
 *  @param count          elements
 *  @param type           da_element_type
 *  @param source         rank that sends, or DA_MPI_ANY
 *  @param tag            0 or more, or DA_MPI_ANY
 *  @param[out] request   to be completed with da_mpi_request_wait or da_mpi_request_test
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API da_status da_mpi_irecv(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t source, int32_t tag,
                              int64_t *request);

/** Returns when every rank has called it.
 *  @collective on comm
 *  @param comm           communicator
 *  @return DA_OK, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_barrier(int64_t comm);

/** Starts a barrier.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[out] request   to be completed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_ibarrier(int64_t comm, int64_t *request);

/** Copies the root's buffer to every rank.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in,out] buffer count elements: read on the root, written elsewhere
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param root           rank that has the values
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_bcast(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t root);

/** Starts a broadcast.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in,out] buffer count elements: read on the root, written elsewhere
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param root           rank that has the values
 *  @param[out] request   to be completed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_ibcast(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t root,
                                             int64_t *request);

/** Combines the ranks' buffers into the root's.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements
 *  @param[out] receive   room for count elements on the root, ignored elsewhere; may equal send
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create
 *  @param root           rank that gets the result
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_reduce(int64_t comm, const void *send, void *receive, int64_t count, int32_t type,
                                             int64_t op, int32_t root);

/** Combines the ranks' buffers, for every rank.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements
 *  @param[out] receive   room for count elements; may equal send
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_allreduce(int64_t comm, const void *send, void *receive, int64_t count,
                                                int32_t type, int64_t op);

/** Starts an all-reduce.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements
 *  @param[out] receive   room for count elements; may equal send
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create; must live until the request has completed
 *  @param[out] request   to be completed
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_iallreduce(int64_t comm, const void *send, void *receive, int64_t count,
                                                 int32_t type, int64_t op, int64_t *request);

/** Lays the ranks' buffers one after another on the root.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements; on the root it may be its own place in receive
 *  @param count          elements of each rank, the same on every rank
 *  @param[out] receive   room for size x count elements on the root, ignored elsewhere
 *  @param type           da_element_type
 *  @param root           rank that gets them
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_gather(int64_t comm, const void *send, int64_t count, void *receive, int32_t type,
                                             int32_t root);

/** Gathers buffers of different sizes on the root. A part that is shorter or longer than the root expects is an error.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements; on the root it may be its own place in receive
 *  @param count          elements of this rank
 *  @param[out] receive   on the root where to put them, ignored elsewhere
 *  @param[in] counts     on the root the elements of each rank, ignored elsewhere
 *  @param[in] displacements on the root where each rank's elements begin, in elements, ignored elsewhere
 *  @param type           da_element_type
 *  @param root           rank that gets them
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_gatherv(int64_t comm, const void *send, int64_t count, void *receive,
                                              const int64_t *counts, const int64_t *displacements, int32_t type,
                                              int32_t root);

/** Lays the ranks' buffers one after another on every rank.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements; may be their own place in receive
 *  @param count          elements of each rank, the same on every rank
 *  @param[out] receive   room for size x count elements
 *  @param type           da_element_type
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_allgather(int64_t comm, const void *send, int64_t count, void *receive,
                                                int32_t type);

/** Gathers buffers of different sizes on every rank.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements; may be their own place in receive
 *  @param count          elements of this rank, as in counts
 *  @param[out] receive   where to put them
 *  @param[in] counts     elements of each rank, the same on every rank
 *  @param[in] displacements where each rank's elements begin, in elements; may differ between ranks
 *  @param type           da_element_type
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_allgatherv(int64_t comm, const void *send, int64_t count, void *receive,
                                                 const int64_t *counts, const int64_t *displacements, int32_t type);

/** Deals the root's buffer out in equal parts.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       size x count elements on the root, ignored elsewhere
 *  @param[out] receive   room for count elements; on the root it may be its own part of send
 *  @param count          elements of each rank, the same on every rank
 *  @param type           da_element_type
 *  @param root           rank that has them
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_scatter(int64_t comm, const void *send, void *receive, int64_t count,
                                              int32_t type, int32_t root);

/** Deals the root's buffer out in parts of different sizes. A part that is shorter or longer than its rank expects is an error.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       on the root the elements, ignored elsewhere
 *  @param[in] counts     on the root the elements of each rank, ignored elsewhere
 *  @param[in] displacements on the root where each rank's part begins, in elements, ignored elsewhere
 *  @param[out] receive   room for count elements; on the root it may be its own part of send
 *  @param count          elements of this rank
 *  @param type           da_element_type
 *  @param root           rank that has them
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_scatterv(int64_t comm, const void *send, const int64_t *counts,
                                               const int64_t *displacements, void *receive, int64_t count, int32_t type,
                                               int32_t root);

/** Sends an equal part to every rank and receives one from each.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       size x count elements
 *  @param[out] receive   room for size x count elements; does not overlap send
 *  @param count          elements of a part, the same on every rank
 *  @param type           da_element_type
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_alltoall(int64_t comm, const void *send, void *receive, int64_t count,
                                               int32_t type);

/** Sends a part of its own size to every rank and receives one from each. A part that is shorter or longer than expected is an error.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       the parts to send
 *  @param[in] send_counts elements for each rank
 *  @param[in] send_displacements where each part begins, in elements
 *  @param[out] receive   where the parts go; does not overlap send
 *  @param[in] receive_counts elements from each rank
 *  @param[in] receive_displacements where each part goes, in elements
 *  @param type           da_element_type
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_alltoallv(int64_t comm, const void *send, const int64_t *send_counts,
                                                const int64_t *send_displacements, void *receive,
                                                const int64_t *receive_counts, const int64_t *receive_displacements,
                                                int32_t type);

/** Combines the ranks' buffers and deals the result out.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       as many elements as counts add up to
 *  @param[out] receive   room for this rank's part; may equal send
 *  @param[in] counts     elements of the result for each rank, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_reduce_scatter(int64_t comm, const void *send, void *receive,
                                                     const int64_t *counts, int32_t type, int64_t op);

/** Combines the buffers of the ranks up to and including this one.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements
 *  @param[out] receive   room for count elements; may equal send
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_scan(int64_t comm, const void *send, void *receive, int64_t count, int32_t type,
                                           int64_t op);

/** Combines the buffers of the ranks below this one.
 *  @collective on comm
 *  @param comm           communicator
 *  @param[in] send       count elements
 *  @param[out] receive   room for count elements, left as it is on rank 0; may equal send
 *  @param count          elements, the same on every rank
 *  @param type           da_element_type
 *  @param op             from da_mpi_op_builtin or da_mpi_op_create
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_mpi_exscan(int64_t comm, const void *send, void *receive, int64_t count, int32_t type,
                                             int64_t op);

DA_END

#endif
