/** @file
 *  What this library is. */
#ifndef DISTARRAY_INFO_H
#define DISTARRAY_INFO_H

#include "distarray/api.h"
#include "distarray/status.h"

DA_BEGIN

/** Version of the C ABI of the library that was loaded, to compare with DA_ABI_VERSION at build time.
 *  @param[out] version   the library's DA_ABI_VERSION
 *  @return DA_OK, DA_ERR_NULL */
DA_API da_status da_abi_version(int32_t *version);

/** What the library was built from and runs on: a "name: value" line each, UTF-8, ended by a zero; cut where it does not fit.
 *  @param[out] buffer    receives the text, may be NULL when capacity is 0
 *  @param capacity       bytes of buffer
 *  @param[out] length    bytes of the whole text without the zero
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_MPI */
DA_API da_status da_build_info(char *buffer, int64_t capacity, int64_t *length);

DA_END

#endif
