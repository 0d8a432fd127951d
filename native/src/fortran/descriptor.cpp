#include "fortran/descriptor.hpp"

#include "core/status.hpp"

#include <string>

using distarray::Error;
using distarray::guard;
using distarray::require;

namespace distarray {

namespace {

// gfortran's codes: the base type in the low byte, the kind above it.
constexpr CFI_type_t logical_of_kind(int kind) {
    return static_cast<CFI_type_t>(CFI_type_Logical + (kind << CFI_type_kind_shift));
}

std::string fortran_name(CFI_type_t type) {
    auto kind = "(" + std::to_string(type >> CFI_type_kind_shift) + ")";
    if (type < 0)
        return "a derived type";
    switch (type & CFI_type_mask) {
    case CFI_type_Integer:
        return "integer" + kind;
    case CFI_type_Logical:
        return "logical" + kind;
    case CFI_type_Real:
        return "real" + kind;
    case CFI_type_Complex:
        return "complex" + kind;
    case CFI_type_Character:
        return "character";
    default:
        return "a derived type";
    }
}

struct TypePair {
    da_element_type element;
    CFI_type_t code;
    size_t size;
};

constexpr TypePair types[] = {
    {DA_FLOAT64, CFI_type_double, 8},
    {DA_COMPLEX128, CFI_type_double_Complex, 16},
    {DA_FLOAT32, CFI_type_float, 4},
    {DA_COMPLEX64, CFI_type_float_Complex, 8},
    {DA_INT32, CFI_type_int32_t, 4},
    {DA_INT64, CFI_type_int64_t, 8},
    {DA_INT16, CFI_type_int16_t, 2},
    {DA_INT8, CFI_type_int8_t, 1},
    {DA_BOOLEAN, logical_of_kind(1), 1},
    {DA_LOGICAL32, logical_of_kind(4), 4},
    {DA_LOGICAL64, logical_of_kind(8), 8},
    // Fortran has no unsigned integers: their bits are lent as signed ones.
    {DA_UINT8, CFI_type_int8_t, 1},
    {DA_UINT16, CFI_type_int16_t, 2},
    {DA_UINT32, CFI_type_int32_t, 4},
    {DA_UINT64, CFI_type_int64_t, 8},
};

int64_t read_integer(const char *p, size_t size) {
    switch (size) {
    case 1:
        return *reinterpret_cast<const int8_t *>(p);
    case 2:
        return *reinterpret_cast<const int16_t *>(p);
    case 4:
        return *reinterpret_cast<const int32_t *>(p);
    default:
        return *reinterpret_cast<const int64_t *>(p);
    }
}

} // namespace

da_element_type element_type_of(const CFI_cdesc_t &descriptor) {
    for (const auto &pair : types)
        if (pair.code == descriptor.type)
            return pair.element;
    throw Error(DA_ERR_UNSUPPORTED,
                "its type is " + fortran_name(descriptor.type) +
                    ", which no element type stands for; supported are integer(1, 2, 4, 8), real(4, 8), "
                    "complex(4, 8) and logical(1, 4, 8)");
}

CFI_type_t type_code_of(int32_t element_type) {
    for (const auto &pair : types)
        if (pair.element == element_type)
            return pair.code;
    throw Error(DA_ERR_ARGUMENT, "there is no element type " + std::to_string(element_type));
}

size_t size_of(int32_t element_type) {
    for (const auto &pair : types)
        if (pair.element == element_type)
            return pair.size;
    throw Error(DA_ERR_ARGUMENT, "there is no element type " + std::to_string(element_type));
}

IntegerList read_integers(const CFI_cdesc_t &descriptor, const char *name) {
    auto base = descriptor.type & CFI_type_mask;
    if (descriptor.type < 0 || (base != CFI_type_Integer && base != CFI_type_Logical) || descriptor.elem_len > 8)
        throw Error(DA_ERR_ARGUMENT,
                    std::string(name) + " is " + fortran_name(descriptor.type) + ", not integer or logical");
    if (descriptor.rank < 1 || descriptor.rank > 2)
        throw Error(DA_ERR_ARGUMENT,
                    std::string(name) + " has " + std::to_string(descriptor.rank) + " dimensions, not 1 or 2");
    auto rows = descriptor.dim[0].extent;
    auto columns = descriptor.rank == 2 ? descriptor.dim[1].extent : 1;
    auto column_stride = descriptor.rank == 2 ? descriptor.dim[1].sm : 0;
    IntegerList list;
    list.columns = static_cast<size_t>(columns);
    if (rows * columns > static_cast<CFI_index_t>(list.values.size()))
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(rows * columns) +
                                         " elements; an array has at most 7 dimensions");
    for (CFI_index_t j = 0; j < columns; ++j)
        for (CFI_index_t i = 0; i < rows; ++i) {
            auto at = static_cast<const char *>(descriptor.base_addr) + i * descriptor.dim[0].sm + j * column_stride;
            list.values[list.size++] = read_integer(at, descriptor.elem_len);
        }
    return list;
}

void read_layout(const CFI_cdesc_t &descriptor, da_fortran_array &array) {
    if (descriptor.rank > DA_FORTRAN_MAX_NDIM)
        throw Error(DA_ERR_UNSUPPORTED, "it has " + std::to_string(descriptor.rank) + " dimensions, more than 7");
    array.address = descriptor.base_addr;
    array.element_type = element_type_of(descriptor);
    array.element_bytes = static_cast<int64_t>(descriptor.elem_len);
    array.ndim = descriptor.rank;
    for (int32_t i = 0; i < array.ndim; ++i) {
        if (descriptor.dim[i].extent < 0)
            throw Error(DA_ERR_UNSUPPORTED, "it has an assumed size: its last extent is not known");
        array.shape[i] = descriptor.dim[i].extent;
        array.byte_strides[i] = descriptor.dim[i].sm;
    }
}

} // namespace distarray

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
                throw Error(DA_ERR_ARGUMENT,
                            "axis " + std::to_string(i + 1) + " has the extent " + std::to_string(shape[i]));
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

da_status da_fortran_descriptor_read(const void *descriptor, da_fortran_array *array) {
    return guard([&] {
        require(descriptor, "descriptor");
        require(array, "array");
        da_fortran_array read{};
        distarray::read_layout(*static_cast<const CFI_cdesc_t *>(descriptor), read);
        *array = read;
    });
}
