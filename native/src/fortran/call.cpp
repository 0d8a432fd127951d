// Calls of bind(C) procedures with any arguments, by libffi.
#include "core/status.hpp"
#include "fortran/landing.hpp"
#include "fortran/library.hpp"
#include "fortran/signature.hpp"

#include <memory>

using distarray::Error;
using distarray::guard;
using distarray::require;

struct da_fortran_procedure {
    da_fortran_library *library = nullptr;
    void (*function)() = nullptr;
    distarray::Signature signature;
};

namespace {

struct Call {
    const da_fortran_procedure *procedure;
    void *const *arguments;
    void *result;
};

void run_call(void *context) {
    auto &call = *static_cast<Call *>(context);
    // libffi writes to neither the interface nor the arguments.
    ffi_call(const_cast<ffi_cif *>(&call.procedure->signature.interface), call.procedure->function, call.result,
             const_cast<void **>(call.arguments));
}

} // namespace

da_status da_fortran_procedure_create(da_fortran_library *library, void *address, const int32_t *argument_types,
                                      int32_t count, int32_t result_type, da_fortran_procedure **procedure) {
    return guard([&] {
        require(library, "library");
        require(address, "address");
        require(procedure, "procedure");
        auto made = std::make_unique<da_fortran_procedure>();
        made->library = library;
        made->function = reinterpret_cast<void (*)()>(address);
        made->signature.prepare(argument_types, count, result_type);
        *procedure = made.release();
    });
}

da_status da_fortran_procedure_destroy(da_fortran_procedure *procedure) {
    return guard([&] { delete procedure; });
}

da_status da_fortran_procedure_call(const da_fortran_procedure *procedure, void *const *arguments, void *result,
                                    int64_t *generation) {
    return guard([&] {
        require(procedure, "procedure");
        require(generation, "generation");
        if (procedure->signature.has_result)
            require(result, "result");
        if (!procedure->signature.types.empty())
            require(arguments, "arguments");
        Call call{procedure, arguments, result};
        distarray::Landing landing(procedure->library);
        auto completed = distarray::run_until_stop(landing, run_call, &call);
        if (!completed) {
            // What the library published may have gone all the same; the STOP is the error to tell.
            guard([&] { distarray::run_publish(*procedure->library); });
            throw Error(DA_ERR_FORTRAN, landing.text);
        }
        distarray::run_publish(*procedure->library);
        *generation = procedure->library->registry.generation();
    });
}
