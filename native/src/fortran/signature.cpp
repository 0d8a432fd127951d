#include "fortran/signature.hpp"

#include "core/status.hpp"

#include <string>

namespace distarray {

namespace {

ffi_type *passing_type(int32_t passing) {
    switch (passing) {
    case DA_FORTRAN_POINTER:
        return &ffi_type_pointer;
    case DA_BOOLEAN:
    case DA_UINT8:
        return &ffi_type_uint8;
    case DA_INT8:
        return &ffi_type_sint8;
    case DA_INT16:
        return &ffi_type_sint16;
    case DA_UINT16:
        return &ffi_type_uint16;
    case DA_LOGICAL32:
    case DA_INT32:
        return &ffi_type_sint32;
    case DA_UINT32:
        return &ffi_type_uint32;
    case DA_LOGICAL64:
    case DA_INT64:
        return &ffi_type_sint64;
    case DA_UINT64:
        return &ffi_type_uint64;
    case DA_FLOAT32:
        return &ffi_type_float;
    case DA_FLOAT64:
        return &ffi_type_double;
    case DA_COMPLEX64:
        return &ffi_type_complex_float;
    case DA_COMPLEX128:
        return &ffi_type_complex_double;
    default:
        throw Error(DA_ERR_ARGUMENT, "there is no way " + std::to_string(passing) + " to pass an argument");
    }
}

} // namespace

void Signature::prepare(const int32_t *argument_types, int32_t count, int32_t result_type) {
    if (count < 0)
        throw Error(DA_ERR_ARGUMENT, "count is " + std::to_string(count) + ", less than 0");
    if (count > 0)
        require(argument_types, "argument_types");
    for (int32_t i = 0; i < count; ++i)
        types.push_back(passing_type(argument_types[i]));
    has_result = result_type != DA_FORTRAN_NONE;
    auto *result = has_result ? passing_type(result_type) : &ffi_type_void;
    if (ffi_prep_cif(&interface, FFI_DEFAULT_ABI, static_cast<unsigned>(count), result, types.data()) != FFI_OK)
        throw Error(DA_ERR_UNSUPPORTED, "libffi cannot call a procedure of this signature");
}

} // namespace distarray
