#include "distarray/info.h"

#include "core/status.hpp"
#include "core/text.hpp"
#include "mpi/error.hpp"

#include <string>

using namespace distarray;

da_status da_abi_version(int32_t *version) {
    return guard([&] {
        require(version, "version");
        *version = DA_ABI_VERSION;
    });
}

da_status da_build_info(char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] {
        std::string text = "ABI: " + std::to_string(DA_ABI_VERSION) +
                           "\nversion: " DISTARRAY_VERSION "\nbuild type: " DISTARRAY_BUILD_TYPE
                           "\ncompiler: " DISTARRAY_COMPILER "\n";
        text += "MPI standard at build: " + std::to_string(MPI_VERSION) + "." + std::to_string(MPI_SUBVERSION) + "\n";
        text += "MPI library: " + mpi::library_version() + "\n";
        copy_text(text, buffer, capacity, length);
    });
}
