// Calls of bind(C) procedures with any arguments, by libffi.
#include "core/status.hpp"
#include "fortran/descriptor.hpp"
#include "fortran/landing.hpp"
#include "fortran/library.hpp"

#include <ffi.h>

#include <memory>
#include <vector>

using distarray::Error;
using distarray::guard;
using distarray::require;

struct da_fortran_procedure {
    da_fortran_library *library = nullptr;
    void (*function)() = nullptr;
    bool has_result = false;
    std::vector<ffi_type *> types;
    ffi_cif interface {};
};

namespace {

ffi_type *passing_type(int32_t passing) {
    switch (passing) {
    case DA_FORTRAN_POINTER: return &ffi_type_pointer;
    case DA_BOOLEAN:
    case DA_UINT8: return &ffi_type_uint8;
    case DA_INT8: return &ffi_type_sint8;
    case DA_INT16: return &ffi_type_sint16;
    case DA_UINT16: return &ffi_type_uint16;
    case DA_LOGICAL32:
    case DA_INT32: return &ffi_type_sint32;
    case DA_UINT32: return &ffi_type_uint32;
    case DA_LOGICAL64:
    case DA_INT64: return &ffi_type_sint64;
    case DA_UINT64: return &ffi_type_uint64;
    case DA_FLOAT32: return &ffi_type_float;
    case DA_FLOAT64: return &ffi_type_double;
    case DA_COMPLEX64: return &ffi_type_complex_float;
    case DA_COMPLEX128: return &ffi_type_complex_double;
    default: throw Error(DA_ERR_ARGUMENT, "there is no way " + std::to_string(passing) + " to pass an argument");
    }
}

struct Call {
    const da_fortran_procedure *procedure;
    void *const *arguments;
    void *result;
};

void run_call(void *context) {
    auto &call = *static_cast<Call *>(context);
    // libffi writes to neither the interface nor the arguments.
    ffi_call(const_cast<ffi_cif *>(&call.procedure->interface), call.procedure->function, call.result,
             const_cast<void **>(call.arguments));
}

} // namespace

da_status da_fortran_procedure_create(da_fortran_library *library, void *address, const int32_t *argument_types,
                                      int32_t count, int32_t result_type, da_fortran_procedure **procedure) {
    return guard([&] {
        require(library, "library");
        require(address, "address");
        require(procedure, "procedure");
        if (count < 0)
            throw Error(DA_ERR_ARGUMENT, "count is " + std::to_string(count) + ", less than 0");
        if (count > 0)
            require(argument_types, "argument_types");
        auto made = std::make_unique<da_fortran_procedure>();
        made->library = library;
        made->function = reinterpret_cast<void (*)()>(address);
        made->has_result = result_type != DA_FORTRAN_NONE;
        for (int32_t i = 0; i < count; ++i)
            made->types.push_back(passing_type(argument_types[i]));
        auto *result = made->has_result ? passing_type(result_type) : &ffi_type_void;
        if (ffi_prep_cif(&made->interface, FFI_DEFAULT_ABI, static_cast<unsigned>(count), result, made->types.data()) != FFI_OK)
            throw Error(DA_ERR_UNSUPPORTED, "libffi cannot call a procedure of this signature");
        *procedure = made.release();
    });
}

da_status da_fortran_procedure_destroy(da_fortran_procedure *procedure) {
    return guard([&] { delete procedure; });
}

da_status da_fortran_procedure_call(const da_fortran_procedure *procedure, void *const *arguments, void *result, int64_t *generation) {
    return guard([&] {
        require(procedure, "procedure");
        require(generation, "generation");
        if (procedure->has_result)
            require(result, "result");
        if (!procedure->types.empty())
            require(arguments, "arguments");
        Call call{procedure, arguments, result};
        distarray::Landing landing{.library = procedure->library};
        auto completed = distarray::run_until_stop(landing, run_call, &call);
        auto refused = distarray::run_publish(*procedure->library);
        if (!completed)
            throw Error(DA_ERR_FORTRAN, landing.text);
        if (!refused.empty())
            throw Error(DA_ERR_FORTRAN, refused);
        *generation = procedure->library->registry.generation();
    });
}

da_status da_fortran_descriptor_size(int32_t ndim, int64_t *bytes) {
    return guard([&] {
        require(bytes, "bytes");
        if (ndim < 0 || ndim > CFI_MAX_RANK)
            throw Error(DA_ERR_ARGUMENT, std::to_string(ndim) + " dimensions: a Fortran array has 0 to 15");
        *bytes = static_cast<int64_t>(sizeof(CFI_cdesc_t) + static_cast<size_t>(ndim) * sizeof(CFI_dim_t));
    });
}

da_status da_fortran_descriptor_establish(void *descriptor, const void *address, int32_t element_type, int32_t ndim,
                                          const int64_t *shape, const int64_t *byte_strides) {
    return guard([&] {
        require(descriptor, "descriptor");
        if (ndim < 0 || ndim > CFI_MAX_RANK)
            throw Error(DA_ERR_ARGUMENT, std::to_string(ndim) + " dimensions: a Fortran array has 0 to 15");
        if (ndim > 0) {
            require(shape, "shape");
            require(byte_strides, "byte_strides");
        }
        CFI_index_t extents[CFI_MAX_RANK];
        auto empty = false;
        for (int32_t i = 0; i < ndim; ++i) {
            if (shape[i] < 0)
                throw Error(DA_ERR_ARGUMENT, "axis " + std::to_string(i + 1) + " has the extent " + std::to_string(shape[i]));
            extents[i] = shape[i];
            empty |= shape[i] == 0;
        }
        if (!empty)
            require(address, "address");
        // Fortran wants an address even where there is no element; any will do.
        auto *memory = address ? const_cast<void *>(address) : descriptor;
        auto *made = static_cast<CFI_cdesc_t *>(descriptor);
        auto code = CFI_establish(made, memory, CFI_attribute_other, distarray::type_code_of(element_type),
                                  distarray::size_of(element_type), static_cast<CFI_rank_t>(ndim), extents);
        if (code != CFI_SUCCESS)
            throw Error(DA_ERR_ARGUMENT, "CFI_establish reports error " + std::to_string(code));
        for (int32_t i = 0; i < ndim; ++i)
            made->dim[i].sm = byte_strides[i];
    });
}
