// What the packages of preconditioners do with one that may be of either.
#pragma once

#include "epetra/types.hpp"

#include <string>

namespace distarray::epetra {

/** Computes a preconditioner of Ifpack anew; false where it is none. Collective. */
bool recompute_ifpack(const RCP<Epetra_Operator> &preconditioner);

/** The parameters that Ifpack knows. */
std::string ifpack_parameters();

} // namespace distarray::epetra
