// A loaded core library.
#pragma once

#include "fortran/registry.hpp"

#include <cstdint>
#include <string>
#include <vector>

struct da_fortran_library {
    std::string path;
    void *handle = nullptr;
    std::vector<std::string> functions; // that it exports itself
    void (*publish)() = nullptr;
    distarray::Registry registry;
};

namespace distarray {

/** Runs the publish procedure of the library, if it has one. Throws what was refused since the last time, or where it stopped. */
void run_publish(da_fortran_library &library);

} // namespace distarray
