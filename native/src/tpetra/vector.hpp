// Multivectors over memory of others, and what to do with a multivector whose scalar is known at run time.
#pragma once

#include "tpetra/types.hpp"

#include "distarray/element.h"

#include <Kokkos_Core.hpp>

#include <limits>
#include <utility>

namespace distarray::tpetra {

/** A multivector over memory that stays its maker's: host and device side are the same unmanaged view. */
template <class Scalar> RCP<MultiVectorOf<Scalar>> wrap(const RCP<const Map> &map, Scalar *data, size_t stride, size_t columns) {
    using Vector = MultiVectorOf<Scalar>;
    using Dual = typename Vector::dual_view_type;
    size_t rows = map->getNodeNumElements();
    // A view of `stride` rows has that stride; the rows beyond are cut off.
    typename Dual::t_dev whole(data, stride, columns);
    Dual origin(whole, whole);
    if (stride == rows)
        return Teuchos::rcp(new Vector(map, origin));
    auto part = Kokkos::subview(origin, std::make_pair(size_t{0}, rows), Kokkos::ALL());
    return Teuchos::rcp(new Vector(map, part, origin));
}

/** Calls body with a null pointer of the scalar that an element type names. */
template <class Body> auto with_scalar(int32_t element, Body &&body) {
    switch (element) {
    case DA_FLOAT64:
        return body(static_cast<double *>(nullptr));
    case DA_INT32:
        return body(static_cast<int *>(nullptr));
    case DA_INT64:
        return body(static_cast<long long *>(nullptr));
    default:
        throw Error(DA_ERR_UNSUPPORTED, "this Tpetra has vectors of float64, int32 and int64, not of element type " + std::to_string(element));
    }
}

/** Calls body with the multivector behind a handle, whatever its scalar. */
template <class Body> auto with_vector(const da_trilinos_object *object, const char *name, Body &&body) {
    trilinos::require_live(object, name);
    if (auto *held = dynamic_cast<const trilinos::Held<MultiVectorOf<int>> *>(object))
        return body(held->value);
    if (auto *held = dynamic_cast<const trilinos::Held<MultiVectorOf<long long>> *>(object))
        return body(held->value);
    return body(trilinos::get<MultiVector>(object, name));
}

} // namespace distarray::tpetra
