/** @file
 *  What all of Trilinos shares: objects and their end, communicators, what it prints.
 *
 *  Every map, vector, operator and solver is a da_trilinos_object. Whoever asks for a kind that an object is not gets DA_ERR_ARGUMENT.
 *  What is alive when MPI ends is destroyed before, newest first; closing an object after that does nothing. */
#ifndef DISTARRAY_TRILINOS_H
#define DISTARRAY_TRILINOS_H

#include "distarray/status.h"

DA_BEGIN

/** Anything of Trilinos: a map, a vector, an operator, a solver. */
typedef struct da_trilinos_object da_trilinos_object;

/** Receives what Trilinos prints, a line or a part of one at a time. Called on the thread that is in Trilinos.
 *  @param[in] context    as given to da_trilinos_set_output
 *  @param[in] text       UTF-8, not ended by a zero
 *  @param length         bytes of text */
typedef void (*da_trilinos_writer)(void *context, const char *text, int64_t length);

/** Destroys an object.
 *  @collective on the object's communicator
 *  @param[in] object     an object, NULL, or one that is destroyed already
 *  @return DA_OK, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_trilinos_object_close(da_trilinos_object *object);

/** Objects of this rank. Local.
 *  @param[out] created   that were ever made
 *  @param[out] live      that are not destroyed yet
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_trilinos_count(int64_t *created, int64_t *live);

/** Kinds of the objects that are alive, such as "2 Tpetra::Map, 1 Belos solver"; UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_trilinos_describe(char *buffer, int64_t capacity, int64_t *length);

/** Where Trilinos' output goes; nowhere at first.
 *  @param writer         receives the text, or NULL to drop it
 *  @param[in] context    given to writer
 *  @return DA_OK */
DA_API da_status da_trilinos_set_output(da_trilinos_writer writer, void *context);

/** Version of Trilinos that is loaded, as "13.2.0"; UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_trilinos_version(char *buffer, int64_t capacity, int64_t *length);

DA_END

#endif
