// What matrices of rows with global columns need.
#pragma once

#include "epetra/types.hpp"

#include <cstdint>
#include <vector>

namespace distarray::epetra {

/** Throws on every rank where one has a problem: the text of the lowest that has. Collective. */
void agree(const Epetra_Comm &comm, const std::string &problem);

/** Which rank has each index, -1 where none has. Collective. */
std::vector<int> owners(const Epetra_Map &map, const std::vector<int64_t> &indices);

/** The sorted indices that are not this rank's, each once. */
std::vector<int64_t> foreign(const Epetra_Map &map, const int64_t *indices, int64_t count);

/** The map of the columns of rows: the domain's own indices first, then those of others, rank after rank.
 *  Collective. Throws on every rank where a column is not in the domain map. */
Epetra_Map column_map(const Epetra_Map &domain, const int64_t *columns, int64_t count);

/** The matrix behind a handle. */
RCP<Epetra_CrsMatrix> matrix_of(const da_trilinos_object *object, const char *name);

} // namespace distarray::epetra
