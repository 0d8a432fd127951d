// Procedures that Fortran calls and the host program implements, by libffi closures.
#include "core/status.hpp"
#include "fortran/landing.hpp"
#include "fortran/signature.hpp"

#include <memory>
#include <string>

using distarray::Error;
using distarray::guard;
using distarray::require;

struct da_fortran_callback {
    ~da_fortran_callback() {
        if (closure)
            ffi_closure_free(closure);
    }

    distarray::Signature signature;
    da_fortran_callback_function function = nullptr;
    void *context = nullptr;
    ffi_closure *closure = nullptr;
};

namespace {

void run_callback(ffi_cif *, void *result, void **arguments, void *data) {
    auto *callback = static_cast<da_fortran_callback *>(data);
    distarray::HostFrames host;
    callback->function(arguments, result, callback->context);
}

} // namespace

da_status da_fortran_callback_create(const int32_t *argument_types, int32_t count, int32_t result_type,
                                     da_fortran_callback_function function, void *context,
                                     da_fortran_callback **callback, void **address) {
    return guard([&] {
        require(reinterpret_cast<void *>(function), "function");
        require(callback, "callback");
        require(address, "address");
        auto made = std::make_unique<da_fortran_callback>();
        made->signature.prepare(argument_types, count, result_type);
        made->function = function;
        made->context = context;
        void *code = nullptr;
        made->closure = static_cast<ffi_closure *>(ffi_closure_alloc(sizeof(ffi_closure), &code));
        if (!made->closure)
            throw Error(DA_ERR_MEMORY, "libffi has no executable memory for a callback");
        auto code_status =
            ffi_prep_closure_loc(made->closure, &made->signature.interface, run_callback, made.get(), code);
        if (code_status != FFI_OK)
            throw Error(DA_ERR_UNSUPPORTED,
                        "libffi reports error " + std::to_string(code_status) + " for a callback of this signature");
        *address = code;
        *callback = made.release();
    });
}

da_status da_fortran_callback_destroy(da_fortran_callback *callback) {
    return guard([&] { delete callback; });
}
