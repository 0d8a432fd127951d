// What a generated companion (distarray wrap) calls to show where things are.
#include "distarray/fortran.h"
#include "fortran/descriptor.hpp"

#include <cstdlib>
#include <cstring>

extern "C" {

DA_API void distarray_describe(da_fortran_array *array, const CFI_cdesc_t *source, const int64_t *lower_bounds);
DA_API void distarray_describe_address(da_fortran_array *array, intptr_t address);
DA_API void distarray_take_text(void *target, const char *text, int64_t length);
}

namespace {

/** A text on its way out: to be freed by who gets it. */
struct TakenText {
    char *address;
    int64_t length;
};

} // namespace

/** An array or a scalar of any type; what is no element type has the element type 0. Arrays have at most 15 dimensions
 *  in Fortran and 7 here: ndim tells of more. */
void distarray_describe(da_fortran_array *array, const CFI_cdesc_t *source, const int64_t *lower_bounds) {
    array->address = source->base_addr;
    array->element_bytes = static_cast<int64_t>(source->elem_len);
    array->ndim = source->rank;
    for (auto i = 0; i < source->rank && i < DA_FORTRAN_MAX_NDIM; ++i) {
        array->shape[i] = source->dim[i].extent;
        array->byte_strides[i] = source->dim[i].sm;
        array->lower_bounds[i] = lower_bounds[i];
    }
}

/** A polymorphic scalar, which gfortran does not pass as type(*). */
void distarray_describe_address(da_fortran_array *array, intptr_t address) {
    array->address = reinterpret_cast<void *>(address);
}

void distarray_take_text(void *target, const char *text, int64_t length) {
    auto *taken = static_cast<TakenText *>(target);
    auto bytes = static_cast<size_t>(length);
    taken->address = static_cast<char *>(std::malloc(bytes + 1));
    if (!taken->address)
        return;
    std::memcpy(taken->address, text, bytes);
    taken->length = length;
}
