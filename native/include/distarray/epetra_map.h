/** @file
 *  Epetra_Map: which rank has which global index, in which order. */
#ifndef DISTARRAY_EPETRA_MAP_H
#define DISTARRAY_EPETRA_MAP_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Makes a map.
 *  @collective on comm
 *  @param comm           a C communicator handle
 *  @param[in] indices    this rank's global indices in the order of its memory; not read where contiguous
 *  @param count          number of this rank's indices
 *  @param contiguous     1 where the ranks have ranges one after another; the same on every rank
 *  @param is_wide         1 for 64-bit indices, 0 where all fit 32 bits; the same on every rank
 *  @param[out] map       to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_map_create(int64_t comm, const int64_t *indices, int64_t count, int32_t contiguous, int32_t is_wide, da_trilinos_object **map);

/** What a map is. Local.
 *  @param[in] map        a map
 *  @param[out] size      global number of indices
 *  @param[out] count     number of this rank's indices
 *  @param[out] contiguous whether the ranks have ranges one after another, and Epetra knows it
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE */
DA_API da_status da_epetra_map_info(const da_trilinos_object *map, int64_t *size, int64_t *count, int32_t *contiguous);

/** This rank's global indices. Local.
 *  @param[in] map        a map
 *  @param[out] indices   receives as many as da_epetra_map_info counts
 *  @param capacity       elements of indices
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT where they do not fit, DA_ERR_STATE */
DA_API da_status da_epetra_map_indices(const da_trilinos_object *map, int64_t indices[], int64_t capacity);

/** Whether two maps give every rank the same indices in the same order.
 *  @collective on the maps' communicator
 *  @param[in] first      a map
 *  @param[in] second     a map
 *  @param[out] same      1 where they do
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_map_same(const da_trilinos_object *first, const da_trilinos_object *second, int32_t *same);

/** Whether every index is on one rank alone.
 *  @collective on the map's communicator
 *  @param[in] map        a map
 *  @param[out] one_to_one 1 where it is
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_map_one_to_one(const da_trilinos_object *map, int32_t *one_to_one);

DA_END

#endif
