/** @file
 *  Epetra_Import and Epetra_Export: plans that move elements from one map to another. */
#ifndef DISTARRAY_EPETRA_TRANSFER_H
#define DISTARRAY_EPETRA_TRANSFER_H

#include "distarray/trilinos.h"

DA_BEGIN

/** What a transfer does with what is there already. */
typedef enum da_epetra_combine {
    DA_EPETRA_ADD = 0,   /**< adds to it, this rank's own elements included */
    DA_EPETRA_INSERT = 1 /**< overwrites it */
} da_epetra_combine;

/** Plans the copy of elements from one map to another that has some or all of them, on whatever rank: Epetra_Import.
 *  @collective on the maps' communicator
 *  @param[in] source     every index on one rank alone
 *  @param[in] target     indices of source, any of them on any number of ranks
 *  @param[out] plan      to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_transfer_import(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan);

/** Plans the copy of elements from a map on which ranks share indices to one where each is on one rank: Epetra_Export.
 *  @collective on the maps' communicator
 *  @param[in] source     indices of target, any of them on any number of ranks
 *  @param[in] target     every index on one rank alone
 *  @param[out] plan      to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_transfer_export(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan);

/** Moves elements along a plan, forward: from its source to its target.
 *  @collective on the vectors' communicator
 *  @param[in] plan       an import or an export
 *  @param[in] source     a multivector of the plan's source map
 *  @param[in] target     another, of its target map, of the same number of columns
 *  @param combine        da_epetra_combine
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_transfer_forward(const da_trilinos_object *plan, const da_trilinos_object *source, da_trilinos_object *target, int32_t combine);

/** Moves elements along a plan in reverse: from its target to its source.
 *  @collective on the vectors' communicator
 *  @param[in] plan       an import or an export
 *  @param[in] target     a multivector of the plan's target map
 *  @param[in] source     another, of its source map, of the same number of columns
 *  @param combine        da_epetra_combine
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_transfer_reverse(const da_trilinos_object *plan, const da_trilinos_object *target, da_trilinos_object *source, int32_t combine);

DA_END

#endif
