// What the packages of preconditioners do with one that may be of either.
#pragma once

#include "tpetra/types.hpp"

namespace distarray::tpetra {

/** Computes a preconditioner of Ifpack2 anew; false where it is none. Collective. */
bool recompute_ifpack2(const RCP<Operator> &preconditioner);

} // namespace distarray::tpetra
