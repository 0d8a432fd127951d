// What the Fortran module `distarray` calls.
#include "core/status.hpp"
#include "fortran/descriptor.hpp"
#include "fortran/landing.hpp"
#include "fortran/library.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using distarray::Error;

extern "C" {

DA_API void distarray_publish_i4(const CFI_cdesc_t *name, const CFI_cdesc_t *array, const CFI_cdesc_t *lower_bounds,
                                 const CFI_cdesc_t *global_shape, const CFI_cdesc_t *global_offset,
                                 const CFI_cdesc_t *halo, const CFI_cdesc_t *periodic, int32_t *ierr);
DA_API void distarray_publish_i8(const CFI_cdesc_t *name, const CFI_cdesc_t *array, const CFI_cdesc_t *lower_bounds,
                                 const CFI_cdesc_t *global_shape, const CFI_cdesc_t *global_offset,
                                 const CFI_cdesc_t *halo, const CFI_cdesc_t *periodic, int64_t *ierr);
DA_API void distarray_publish_scalar(const CFI_cdesc_t *name, const CFI_cdesc_t *scalar);
DA_API void distarray_withdraw(const CFI_cdesc_t *name);
}

namespace {

constexpr size_t longest_name = 63;

struct Publication {
    const CFI_cdesc_t *name, *array, *lower_bounds, *global_shape, *global_offset, *halo, *periodic;
};

/** An optional argument; one that is not allocated is absent, as for Fortran's present(). */
const CFI_cdesc_t *given(const CFI_cdesc_t *argument) { return argument && argument->base_addr ? argument : nullptr; }

std::string_view text_of(const CFI_cdesc_t &name) {
    std::string_view text(static_cast<const char *>(name.base_addr), name.elem_len);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

void read_one_an_axis(const CFI_cdesc_t &argument, const char *name, int32_t ndim, int64_t *values) {
    auto list = distarray::read_integers(argument, name);
    if (list.size != static_cast<size_t>(ndim) || list.columns != 1)
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(list.size) + " elements, the array " +
                                         std::to_string(ndim) + " dimensions");
    std::copy_n(list.values.begin(), ndim, values);
}

void read_halo(const CFI_cdesc_t &argument, da_fortran_array &array) {
    auto list = distarray::read_integers(argument, "halo");
    auto ndim = static_cast<size_t>(array.ndim);
    auto two_sided = argument.rank == 2;
    if (two_sided ? list.columns != ndim || list.size != 2 * ndim : list.size != ndim)
        throw Error(DA_ERR_ARGUMENT, "halo has " + std::to_string(list.size) + " elements; for " +
                                         std::to_string(ndim) + " dimensions it is halo(" + std::to_string(ndim) +
                                         ") or halo(2, " + std::to_string(ndim) + ")");
    for (size_t i = 0; i < ndim; ++i) {
        array.halo_low[i] = list.values[two_sided ? 2 * i : i];
        array.halo_high[i] = list.values[two_sided ? 2 * i + 1 : i];
    }
}

void check_axis(const da_fortran_array &array, int32_t i) {
    auto axis = "axis " + std::to_string(i + 1) + ": ";
    auto low = array.halo_low[i], high = array.halo_high[i], extent = array.shape[i];
    if (low < 0 || high < 0 || (extent > 0 && (low > extent || high > extent - low)))
        throw Error(DA_ERR_ARGUMENT, axis + "a halo of " + std::to_string(low) + " and " + std::to_string(high) +
                                         " does not fit into an extent of " + std::to_string(extent));
    if (!array.is_distributed)
        return;
    auto owned = extent > 0 ? extent - low - high : 0;
    auto offset = array.global_offset[i], whole = array.global_shape[i];
    if (offset < 0 || offset > whole || owned > whole - offset)
        throw Error(DA_ERR_ARGUMENT, axis + std::to_string(owned) + " elements from " + std::to_string(offset) +
                                         " on (global_offset counts from 0) do not lie within the global extent " +
                                         std::to_string(whole));
}

da_fortran_array describe(const Publication &p) {
    const auto &source = *p.array;
    if (source.rank > 0 && !p.lower_bounds)
        throw Error(DA_ERR_ARGUMENT, "it is an array: give its lower bounds, lbound(array)");
    da_fortran_array array{};
    distarray::read_layout(source, array);
    if (p.lower_bounds)
        read_one_an_axis(*p.lower_bounds, "lower_bounds", array.ndim, array.lower_bounds);
    if (!p.global_shape != !p.global_offset)
        throw Error(DA_ERR_ARGUMENT, "global_shape and global_offset go together: give both or none");
    if (p.global_shape) {
        array.is_distributed = 1;
        read_one_an_axis(*p.global_shape, "global_shape", array.ndim, array.global_shape);
        read_one_an_axis(*p.global_offset, "global_offset", array.ndim, array.global_offset);
    }
    if (p.halo)
        read_halo(*p.halo, array);
    if (p.periodic) {
        int64_t flags[DA_FORTRAN_MAX_NDIM];
        read_one_an_axis(*p.periodic, "periodic", array.ndim, flags);
        for (int32_t i = 0; i < array.ndim; ++i)
            array.periodic |= (flags[i] != 0) << i;
    }
    for (int32_t i = 0; i < array.ndim; ++i)
        check_axis(array, i);
    return array;
}

void publish_now(const Publication &p, distarray::Registry &registry) {
    auto name = text_of(*p.name);
    if (name.empty() || name.size() > longest_name)
        throw Error(DA_ERR_ARGUMENT, "a name has 1 to 63 characters, this one " + std::to_string(name.size()));
    if (p.array->base_addr)
        registry.publish(name, describe(p));
    else
        registry.withdraw(name);
}

// Without ierr the error waits for the end of the run: Fortran has no exception to throw.
template <class Integer> void publish(const Publication &p, Integer *ierr) noexcept {
    auto *landing = distarray::current_landing();
    auto status = distarray::guard([&] {
        if (!landing)
            throw Error(DA_ERR_STATE, "arrays are published within a call of the bridge only");
        auto &registry = landing->library->registry;
        try {
            publish_now(p, registry);
        } catch (const Error &e) {
            auto text = "array '" + std::string(text_of(*p.name)) + "' cannot be published: " + e.what();
            if (!ierr)
                registry.refuse(text);
            throw Error(e.status(), text);
        }
    });
    if (ierr)
        *ierr = status;
}

} // namespace

void distarray_publish_i4(const CFI_cdesc_t *name, const CFI_cdesc_t *array, const CFI_cdesc_t *lower_bounds,
                          const CFI_cdesc_t *global_shape, const CFI_cdesc_t *global_offset, const CFI_cdesc_t *halo,
                          const CFI_cdesc_t *periodic, int32_t *ierr) {
    publish(
        Publication{name, array, lower_bounds, given(global_shape), given(global_offset), given(halo), given(periodic)},
        ierr);
}

void distarray_publish_i8(const CFI_cdesc_t *name, const CFI_cdesc_t *array, const CFI_cdesc_t *lower_bounds,
                          const CFI_cdesc_t *global_shape, const CFI_cdesc_t *global_offset, const CFI_cdesc_t *halo,
                          const CFI_cdesc_t *periodic, int64_t *ierr) {
    publish(
        Publication{name, array, lower_bounds, given(global_shape), given(global_offset), given(halo), given(periodic)},
        ierr);
}

void distarray_publish_scalar(const CFI_cdesc_t *name, const CFI_cdesc_t *scalar) {
    publish<int32_t>(Publication{name, scalar, nullptr, nullptr, nullptr, nullptr, nullptr}, nullptr);
}

void distarray_withdraw(const CFI_cdesc_t *name) {
    distarray::guard([&] {
        if (auto *landing = distarray::current_landing())
            landing->library->registry.withdraw(text_of(*name));
    });
}
