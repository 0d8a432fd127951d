#include "distarray/hdf5.h"

#include "core/status.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <cstring>
#include <hdf5.h>
#include <mpi.h>
#include <string>
#include <string_view>

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

void check_mpi(int code, const char *call) {
    if (code == MPI_SUCCESS)
        return;
    char text[MPI_MAX_ERROR_STRING] = {};
    int length = 0;
    MPI_Error_string(code, text, &length);
    throw distarray::MpiError(code, std::string(call) + ": " + text);
}

/** An MPI_Info that is freed with its scope; MPI_INFO_NULL where there are no hints. */
class Info {
  public:
    Info() = default;
    Info(const Info &) = delete;
    Info &operator=(const Info &) = delete;
    ~Info() {
        if (info != MPI_INFO_NULL)
            MPI_Info_free(&info);
    }

    void set(std::string_view line) {
        auto equals = line.find('=');
        if (equals == std::string_view::npos || equals == 0)
            throw Error(DA_ERR_ARGUMENT, "\"" + std::string(line) + "\" is no hint: a line is key=value");
        if (info == MPI_INFO_NULL)
            check_mpi(MPI_Info_create(&info), "MPI_Info_create");
        std::string key(line.substr(0, equals)), value(line.substr(equals + 1));
        check_mpi(MPI_Info_set(info, key.c_str(), value.c_str()), ("MPI_Info_set(" + key + ')').c_str());
    }

    std::string text() const {
        std::string lines;
        int count = 0;
        check_mpi(MPI_Info_get_nkeys(info, &count), "MPI_Info_get_nkeys");
        for (int i = 0; i < count; i++) {
            char key[MPI_MAX_INFO_KEY + 1] = {};
            int length = 0, found = 0;
            check_mpi(MPI_Info_get_nthkey(info, i, key), "MPI_Info_get_nthkey");
            check_mpi(MPI_Info_get_valuelen(info, key, &length, &found), "MPI_Info_get_valuelen");
            std::string value(static_cast<size_t>(length) + 1, '\0');
            check_mpi(MPI_Info_get(info, key, length, value.data(), &found), "MPI_Info_get");
            lines += std::string(key) + '=' + value.c_str() + '\n';
        }
        return lines;
    }

    MPI_Info info = MPI_INFO_NULL;
};

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

da_status da_hdf5_set_fapl_mpio(int64_t fapl, int64_t comm, const char *hints) {
    return distarray::guard([&] {
        MPI_Comm communicator;
        static_assert(sizeof communicator <= sizeof comm, "a communicator handle fits into 64 bits");
        std::memcpy(&communicator, &comm, sizeof communicator);
        Info info;
        for (std::string_view rest = hints ? hints : ""; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n'));
            info.set(line);
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
        // HDF5 keeps a copy of the hints.
        check(H5Pset_fapl_mpio(fapl, communicator, info.info));
        check(H5Pset_all_coll_metadata_ops(fapl, true));
        check(H5Pset_coll_metadata_write(fapl, true));
    });
}

da_status da_hdf5_hints(int64_t file, char *buffer, int64_t capacity, int64_t *length) {
    return distarray::guard([&] {
        void *handle = nullptr;
        check(H5Fget_vfd_handle(file, H5P_DEFAULT, &handle));
        Info info;
        check_mpi(MPI_File_get_info(*static_cast<MPI_File *>(handle), &info.info), "MPI_File_get_info");
        distarray::copy_text(info.text(), buffer, capacity, length);
    });
}

da_status da_hdf5_error_text(char *buffer, int64_t capacity, int64_t *length) {
    return distarray::guard([&] {
        distarray::require(length, "length");
        distarray::copy_text(take_stack(), buffer, capacity, length);
    });
}
