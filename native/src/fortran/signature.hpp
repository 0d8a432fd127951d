// How libffi passes the arguments and the result of a bind(C) procedure.
#pragma once

#include "distarray/fortran.h"

#include <ffi.h>

#include <vector>

namespace distarray {

/** A libffi call interface and the types that it points to; it must stay where it was prepared. */
struct Signature {
    Signature() = default;
    Signature(const Signature &) = delete;
    Signature &operator=(const Signature &) = delete;

    /** Throws DA_ERR_NULL, DA_ERR_ARGUMENT or DA_ERR_UNSUPPORTED. */
    void prepare(const int32_t *argument_types, int32_t count, int32_t result_type);

    bool has_result = false;
    std::vector<ffi_type *> types;
    ffi_cif interface {};
};

} // namespace distarray
