// The communicators of Trilinos' objects: a duplicate each of the program's communicators, made once and kept to the end.
#pragma once

#include <mpi.h>

#include "core/status.hpp"

#include <cstdint>

namespace distarray::trilinos {

/** Trilinos' own communicator of the same ranks. Collective where it is asked for the first time. */
DA_API MPI_Comm own_comm(int64_t comm);

} // namespace distarray::trilinos
