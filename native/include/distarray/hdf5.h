/** @file
 *  What parallel HDF5 asks of C: a file access list over a communicator, MPI-IO's hints, versions, and the text of its errors.
 *  Everything else is called in libhdf5 itself. */
#ifndef DISTARRAY_HDF5_H
#define DISTARRAY_HDF5_H

#include "distarray/status.h"

DA_BEGIN

/** Opens the HDF5 library, stops it from printing its errors, and refuses a library of another version than the headers of this build.
 *  @return DA_OK, DA_ERR_HDF5, DA_ERR_UNSUPPORTED */
DA_API da_status da_hdf5_open(void);

/** Version of the HDF5 library that is loaded.
 *  @param[out] major     1 of 1.10.8
 *  @param[out] minor     10 of 1.10.8
 *  @param[out] release   8 of 1.10.8
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_HDF5 */
DA_API da_status da_hdf5_version(int32_t *major, int32_t *minor, int32_t *release);

/** Makes the files of an access list parallel: MPI-IO on a communicator, metadata read and written collectively.
 *  HDF5 works on a duplicate of the communicator.
 *  @collective on comm when a file is opened or created with the list
 *  @param fapl           a file access property list (hid_t)
 *  @param comm           a C communicator handle
 *  @param[in] hints      MPI-IO's hints, a line "key=value" each, may be NULL; it ignores those that it does not know
 *  @return DA_OK, DA_ERR_HDF5, DA_ERR_ARGUMENT, DA_ERR_MPI */
DA_API DA_COLLECTIVE da_status da_hdf5_set_fapl_mpio(int64_t fapl, int64_t comm, const char *hints);

/** The hints that an open parallel file has, as MPI_File_get_info tells them: a line "key=value" each, ended by a zero; cut where it does not fit.
 *  @param file           a file (hid_t) that was opened or created with da_hdf5_set_fapl_mpio
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_HDF5, DA_ERR_MPI, DA_ERR_MEMORY */
DA_API da_status da_hdf5_hints(int64_t file, char *buffer, int64_t capacity, int64_t *length);

/** HDF5's error stack of the calling thread as lines "function: what happened", the outermost call first; empties the stack.
 *  UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_MEMORY */
DA_API da_status da_hdf5_error_text(char *buffer, int64_t capacity, int64_t *length);

DA_END

#endif
