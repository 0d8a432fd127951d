// What the packages of preconditioners do with one that may be of either.
#pragma once

#include "tpetra/types.hpp"

namespace distarray::tpetra {

/** Computes a preconditioner of Ifpack2 anew for its matrix; false where it is none. Collective. */
bool recompute_ifpack2(const RCP<Operator> &preconditioner, const CrsMatrix &matrix);

} // namespace distarray::tpetra
