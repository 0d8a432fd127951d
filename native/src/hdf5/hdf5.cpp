#include "distarray/hdf5.h"

#include "core/status.hpp"

#include <algorithm>
#include <cstring>
#include <hdf5.h>
#include <mpi.h>
#include <string>

#ifndef H5_HAVE_PARALLEL
#error "This HDF5 is serial. Install libhdf5-openmpi-dev."
#endif

namespace {

using distarray::Error;

herr_t append_line(unsigned, const H5E_error2_t *error, void *text) noexcept {
    try {
        auto &lines = *static_cast<std::string *>(text);
        if (!lines.empty())
            lines += '\n';
        lines += error->func_name ? error->func_name : "HDF5";
        lines += ": ";
        if (error->desc)
            lines += error->desc;
        return 0;
    } catch (...) {
        return -1;
    }
}

std::string take_stack() {
    std::string lines;
    if (H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, append_line, &lines) < 0 && lines.empty())
        lines = "HDF5 gives no reason";
    H5Eclear2(H5E_DEFAULT);
    return lines;
}

void check(herr_t result) {
    if (result < 0)
        throw Error(DA_ERR_HDF5, take_stack());
}

std::string version_text(unsigned major, unsigned minor, unsigned release) {
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(release);
}

} // namespace

da_status da_hdf5_open(void) {
    return distarray::guard([] {
        unsigned major = 0, minor = 0, release = 0;
        // Before H5open: with another version HDF5 would abort the process there.
        check(H5get_libversion(&major, &minor, &release));
        if (major != H5_VERS_MAJOR || minor != H5_VERS_MINOR || release < H5_VERS_RELEASE)
            throw Error(DA_ERR_UNSUPPORTED,
                        "libhdf5 is " + version_text(major, minor, release) + ", but this library was built with " +
                            version_text(H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE) + ". Build it again.");
        check(H5open());
        check(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr));
    });
}

da_status da_hdf5_version(int32_t *major, int32_t *minor, int32_t *release) {
    return distarray::guard([&] {
        distarray::require(major, "major");
        distarray::require(minor, "minor");
        distarray::require(release, "release");
        unsigned values[3] = {};
        check(H5get_libversion(&values[0], &values[1], &values[2]));
        *major = static_cast<int32_t>(values[0]);
        *minor = static_cast<int32_t>(values[1]);
        *release = static_cast<int32_t>(values[2]);
    });
}

da_status da_hdf5_set_fapl_mpio(int64_t fapl, int64_t comm) {
    return distarray::guard([&] {
        MPI_Comm communicator;
        static_assert(sizeof communicator <= sizeof comm, "a communicator handle fits into 64 bits");
        std::memcpy(&communicator, &comm, sizeof communicator);
        check(H5Pset_fapl_mpio(fapl, communicator, MPI_INFO_NULL));
        check(H5Pset_all_coll_metadata_ops(fapl, true));
        check(H5Pset_coll_metadata_write(fapl, true));
    });
}

da_status da_hdf5_error_text(char *buffer, int64_t capacity, int64_t *length) {
    return distarray::guard([&] {
        distarray::require(length, "length");
        if (capacity > 0)
            distarray::require(buffer, "buffer");
        std::string text = take_stack();
        if (capacity > 0) {
            auto kept = std::min(text.size(), static_cast<size_t>(capacity - 1));
            std::memcpy(buffer, text.data(), kept);
            buffer[kept] = 0;
        }
        *length = static_cast<int64_t>(text.size());
    });
}
