// Fortran's array descriptors (CFI_cdesc_t) and their type codes.
#pragma once

#include "distarray/fortran.h"

#include <ISO_Fortran_binding.h>

#include <array>
#include <cstddef>

namespace distarray {

/** The element type of a Fortran type code; throws DA_ERR_UNSUPPORTED with the type's Fortran name. */
da_element_type element_type_of(const CFI_cdesc_t &descriptor);

/** The Fortran type code of an element type; throws DA_ERR_ARGUMENT. */
CFI_type_t type_code_of(int32_t element_type);

/** Bytes of an element; throws DA_ERR_ARGUMENT. */
size_t size_of(int32_t element_type);

/** Address, type, shape and strides into array; throws DA_ERR_UNSUPPORTED. */
void read_layout(const CFI_cdesc_t &descriptor, da_fortran_array &array);

/** A few integers, without an allocation: publishing happens after every call. */
struct IntegerList {
    std::array<int64_t, 2 * DA_FORTRAN_MAX_NDIM> values{};
    size_t size = 0;
    size_t columns = 1; // 1 for a rank-1 argument
};

/** The integers or logicals of an array of any kind and stride, first axis fastest. name is the parameter's. */
IntegerList read_integers(const CFI_cdesc_t &descriptor, const char *name);

} // namespace distarray
