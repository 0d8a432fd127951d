#include "fortran/mpi_flavour.hpp"

#include "core/status.hpp"

#include <dlfcn.h>
#include <link.h>
#include <mpi.h>

#include <string_view>

namespace distarray {

namespace {

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// libmpi.so.40.30.4 -> 40; libmpich.so.12 -> 12; empty where it is no MPI library.
std::string mpi_version(std::string_view name) {
    auto suffix = name.find(".so.");
    if (!name.starts_with("libmpi") || suffix == std::string_view::npos)
        return {};
    auto version = name.substr(suffix + 4);
    return std::string(version.substr(0, version.find('.')));
}

bool is_mpich(std::string_view name) { return name.starts_with("libmpich"); }

std::string own_mpi() {
    Dl_info info{};
    if (dladdr(reinterpret_cast<void *>(&MPI_Init), &info) == 0 || !info.dli_fname)
        throw Error(DA_ERR_INTERNAL, "the MPI library of this process has no name");
    return file_name(info.dli_fname);
}

} // namespace

void refuse_other_mpi(const std::string &path, const std::vector<std::string> &needed) {
    auto own = own_mpi();
    for (const auto &name : needed) {
        auto version = mpi_version(name);
        if (!version.empty() && (version != mpi_version(own) || is_mpich(name) != is_mpich(own)))
            throw Error(DA_ERR_UNSUPPORTED, path + " is linked with another MPI (" + name + ") than this process (" +
                                                own + "). Build the core and libdistarray with the same MPI.");
    }
}

std::vector<std::string> loaded_libraries() {
    std::vector<std::string> names;
    dl_iterate_phdr(
        [](dl_phdr_info *info, size_t, void *list) {
            static_cast<std::vector<std::string> *>(list)->push_back(file_name(info->dlpi_name));
            return 0;
        },
        &names);
    return names;
}

} // namespace distarray
