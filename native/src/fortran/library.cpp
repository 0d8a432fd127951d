#include "fortran/library.hpp"

#include "core/status.hpp"
#include "core/text.hpp"
#include "fortran/elf.hpp"
#include "fortran/landing.hpp"
#include "fortran/mpi_flavour.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <memory>

using distarray::Error;
using distarray::guard;
using distarray::require;

namespace {

// Its registry would not be ours: what the core publishes would be lost.
void refuse_second_shim(const std::string &path, void *handle) {
    Dl_info ours{}, theirs{};
    auto *publish = dlsym(handle, "distarray_publish_i4");
    if (!publish || dladdr(publish, &theirs) == 0 || dladdr(reinterpret_cast<void *>(&refuse_second_shim), &ours) == 0)
        return;
    if (ours.dli_fbase != theirs.dli_fbase)
        throw Error(DA_ERR_STATE, path + " brings a second libdistarray, " + theirs.dli_fname +
                                      ", beside this process's " + ours.dli_fname +
                                      ". Link the core with that shared library, by distarray_wrap_core.");
}

void throw_refused(const std::string &refused) {
    if (!refused.empty())
        throw Error(DA_ERR_ARGUMENT, refused);
}

void run_procedure(void *library) { static_cast<da_fortran_library *>(library)->publish(); }

const distarray::PublishedArray &array_at(const da_fortran_library &library, int64_t index) {
    const auto &arrays = library.registry.arrays();
    if (index < 0 || index >= std::ssize(arrays))
        throw Error(DA_ERR_ARGUMENT,
                    "index " + std::to_string(index) + " is not one of " + std::to_string(arrays.size()) + " arrays");
    return arrays[static_cast<size_t>(index)];
}

} // namespace

void distarray::run_publish(da_fortran_library &library) {
    if (!library.publish) {
        if (library.registry.has_refused())
            throw_refused(library.registry.take_refused());
        return;
    }
    library.registry.begin_run();
    Landing landing(&library);
    auto completed = run_until_stop(landing, run_procedure, &library);
    auto refused = library.registry.end_run();
    if (!completed)
        throw Error(DA_ERR_FORTRAN, "the publish procedure ended with " + std::string(landing.text));
    throw_refused(refused);
}

da_status da_fortran_library_open(const char *path, da_fortran_library **library) {
    return guard([&] {
        require(path, "path");
        require(library, "library");
        auto opened = std::make_unique<da_fortran_library>();
        opened->path = path;
        auto summary = distarray::read_elf(opened->path);
        distarray::refuse_other_mpi(opened->path, summary.needed);
        opened->functions = std::move(summary.functions);
        opened->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (!opened->handle)
            throw Error(DA_ERR_NOT_FOUND, dlerror());
        try {
            distarray::refuse_other_mpi(opened->path, distarray::loaded_libraries());
            refuse_second_shim(opened->path, opened->handle);
        } catch (...) {
            dlclose(opened->handle);
            throw;
        }
        *library = opened.release();
    });
}

da_status da_fortran_library_destroy(da_fortran_library *library) {
    return guard([&] { delete library; });
}

da_status da_fortran_library_symbol(const da_fortran_library *library, const char *name, void **address) {
    return guard([&] {
        require(library, "library");
        require(name, "name");
        require(address, "address");
        auto *found = dlsym(library->handle, name);
        if (!found)
            throw Error(DA_ERR_NOT_FOUND, library->path + " has no symbol " + name);
        *address = found;
    });
}

da_status da_fortran_library_functions(const da_fortran_library *library, char *buffer, int64_t capacity,
                                       int64_t *length) {
    return guard([&] {
        require(library, "library");
        std::string text;
        for (const auto &name : library->functions)
            text += name + '\n';
        distarray::copy_text(text, buffer, capacity, length);
    });
}

da_status da_fortran_library_set_publish(da_fortran_library *library, void *publish) {
    return guard([&] {
        require(library, "library");
        library->publish = reinterpret_cast<void (*)()>(publish);
    });
}

da_status da_fortran_library_publish(da_fortran_library *library, int64_t *generation) {
    return guard([&] {
        require(library, "library");
        require(generation, "generation");
        distarray::run_publish(*library);
        *generation = library->registry.generation();
    });
}

da_status da_fortran_library_generation(const da_fortran_library *library, int64_t *generation) {
    return guard([&] {
        require(library, "library");
        require(generation, "generation");
        *generation = library->registry.generation();
    });
}

da_status da_fortran_array_count(const da_fortran_library *library, int64_t *count) {
    return guard([&] {
        require(library, "library");
        require(count, "count");
        *count = std::ssize(library->registry.arrays());
    });
}

da_status da_fortran_array_get(const da_fortran_library *library, int64_t index, da_fortran_array *array) {
    return guard([&] {
        require(library, "library");
        require(array, "array");
        *array = array_at(*library, index).array;
    });
}

da_status da_fortran_array_name(const da_fortran_library *library, int64_t index, char *buffer, int64_t capacity,
                                int64_t *length) {
    return guard([&] {
        require(library, "library");
        distarray::copy_text(array_at(*library, index).name, buffer, capacity, length);
    });
}
