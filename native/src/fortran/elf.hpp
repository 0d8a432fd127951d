// The little that must be known of a shared library before it is loaded.
#pragma once

#include <string>
#include <vector>

namespace distarray {

/** What a shared library needs and which functions it exports. */
struct ElfSummary {
    std::vector<std::string> needed;
    std::vector<std::string> functions;
};

/** Reads a 64-bit ELF file; throws DA_ERR_NOT_FOUND where it cannot be read or is none. */
ElfSummary read_elf(const std::string &path);

} // namespace distarray
