/** @file
 *  Epetra_CrsMatrix: rows of a sparse matrix, as triplets of global indices or as this rank's rows. */
#ifndef DISTARRAY_EPETRA_MATRIX_H
#define DISTARRAY_EPETRA_MATRIX_H

#include "distarray/trilinos.h"

DA_BEGIN

/** Makes a matrix of triplets; those of one place are added, whichever ranks bring them.
 *  @collective on the maps' communicator
 *  @param[in] rows           which rank has which row, each on one rank; of the results, too
 *  @param[in] domain         indices of the columns, each on one rank
 *  @param count              number of this rank's triplets, of any rows
 *  @param[in] row            global row of each
 *  @param[in] column         global column of each
 *  @param[in] value          value of each
 *  @param[out] matrix        to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT on every rank where an index is in no map, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_from_triplets(const da_trilinos_object *rows, const da_trilinos_object *domain, int64_t count, const int64_t row[], const int64_t column[], const double value[], da_trilinos_object **matrix);

/** Makes a matrix of this rank's rows over values that stay their maker's. Values are not copied.
 *  @collective on the maps' communicator
 *  @param[in] rows           which rank has which row, each on one rank; of the results, too
 *  @param[in] domain         indices of the columns, each on one rank
 *  @param[in] row_pointers   where each row begins in columns and values, and the end: one more than the rank has rows
 *  @param[in,out] columns    global columns; each row's are put into the order of the matrix
 *  @param[in,out] values     values, put into the same order
 *  @param[out] shares        1 where the matrix works on values itself, 0 where this Trilinos needed a copy
 *  @param[out] matrix        to be closed with da_trilinos_object_close before the memory goes
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT on every rank where the rows make no sense, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_from_rows(const da_trilinos_object *rows, const da_trilinos_object *domain, const int64_t row_pointers[], int64_t columns[], double values[], int32_t *shares, da_trilinos_object **matrix);

/** This rank's rows as the matrix has them. Local.
 *  @param[in] matrix         a matrix
 *  @param[out] row_pointers  where each row begins, and the end
 *  @param[out] columns       local columns: places in the map that da_epetra_matrix_column_map gives
 *  @param[out] values        values, which may be changed
 *  @param[out] rows          number of this rank's rows
 *  @param[out] entries       number of this rank's entries
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE */
DA_API da_status da_epetra_matrix_arrays(const da_trilinos_object *matrix, const int64_t **row_pointers, const int32_t **columns, double **values, int64_t *rows, int64_t *entries);

/** Global numbers of rows and entries. Local.
 *  @param[in] matrix         a matrix
 *  @param[out] rows          number of rows
 *  @param[out] entries       number of entries
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE */
DA_API da_status da_epetra_matrix_size(const da_trilinos_object *matrix, int64_t *rows, int64_t *entries);

/** Global column of each local one. Local.
 *  @param[in] matrix         a matrix
 *  @param[out] map           to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE */
DA_API da_status da_epetra_matrix_column_map(const da_trilinos_object *matrix, da_trilinos_object **map);

/** The diagonal into a vector: Epetra_CrsMatrix::ExtractDiagonalCopy.
 *  @collective on the matrix' communicator
 *  @param[in] matrix         a matrix
 *  @param[in] diagonal       a multivector of one column of its row map, overwritten; 0 where a row has no such entry
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_diagonal(const da_trilinos_object *matrix, da_trilinos_object *diagonal);

/** Multiplies rows or columns by a vector's elements: Epetra_CrsMatrix::LeftScale, RightScale.
 *  @collective on the matrix' communicator
 *  @param[in] matrix         a matrix
 *  @param[in] factors        a multivector of one column: of the range map for rows, of the domain map for columns
 *  @param columns            0 for rows, 1 for columns
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_scale(da_trilinos_object *matrix, const da_trilinos_object *factors, int32_t columns);

/** Root of the sum of the squares of all entries: Epetra_CrsMatrix::NormFrobenius.
 *  @collective on the matrix' communicator
 *  @param[in] matrix         a matrix
 *  @param[out] norm          the norm
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_norm(const da_trilinos_object *matrix, double *norm);

/** Product of two matrices: EpetraExt::MatrixMatrix::Multiply.
 *  @collective on the matrices' communicator
 *  @param[in] a              a matrix
 *  @param transpose_a        1 to take it transposed
 *  @param[in] b              another
 *  @param transpose_b        1 to take it transposed
 *  @param[out] product       to be closed with da_trilinos_object_close
 *  @return DA_OK, DA_ERR_NULL, DA_ERR_ARGUMENT, DA_ERR_STATE, DA_ERR_TRILINOS */
DA_API DA_COLLECTIVE da_status da_epetra_matrix_multiply(const da_trilinos_object *a, int32_t transpose_a, const da_trilinos_object *b, int32_t transpose_b, da_trilinos_object **product);

DA_END

#endif
