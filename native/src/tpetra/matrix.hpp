// Matrices of this rank's rows with global columns.
#pragma once

#include "tpetra/types.hpp"

#include <vector>

namespace distarray::tpetra {

/** The global columns of this rank's rows as local ones, and the map of these: the domain's own indices first, then those of others, rank after rank. */
class Columns {
  public:
    /** Collective. Throws on every rank where a column is not in the domain map. */
    Columns(const RCP<const Map> &domain, const int64_t *columns, size_t count);

    Local local(Global column) const;
    const RCP<const Map> &map() const { return map_; }

  private:
    RCP<const Map> domain_, map_;
    std::vector<std::pair<Global, Local>> foreign_; // sorted by global column
};

/** Puts the entries of a row into the order of their local columns. */
void sort_row(Local *columns, double *values, int64_t *globals, size_t count);

/** Throws on every rank where one has a problem: the text of the lowest that has. Collective. */
void agree(const RCP<const Map> &map, const std::string &problem);

} // namespace distarray::tpetra
