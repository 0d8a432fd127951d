// A core that is linked with another MPI than ours would call into both.
#pragma once

#include <string>
#include <vector>

namespace distarray {

/** Throws DA_ERR_UNSUPPORTED where a library of another MPI is among those that path needs. */
void refuse_other_mpi(const std::string &path, const std::vector<std::string> &needed);

/** Names of all shared libraries of this process, without their folders. */
std::vector<std::string> loaded_libraries();

} // namespace distarray
