#include "tpetra/vector.hpp"
#include "distarray/tpetra_vector.h"

#include <Teuchos_ArrayView.hpp>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

size_t checked_columns(int32_t columns) {
    if (columns < 1)
        throw Error(DA_ERR_ARGUMENT, "a multivector has 1 column or more, not " + std::to_string(columns));
    return static_cast<size_t>(columns);
}

Teuchos::ArrayView<double> results(const MultiVector &vector, double *values) {
    return {values, static_cast<Teuchos::ArrayView<double>::size_type>(vector.getNumVectors())};
}

} // namespace

da_status da_tpetra_vector_wrap(const da_trilinos_object *map, int32_t element, void *data, int64_t stride, int32_t columns, da_trilinos_object **vector) {
    return call([&] {
        require(vector, "vector");
        const auto &rows = get<const Map>(map, "map");
        size_t count = checked_columns(columns), mine = rows->getNodeNumElements();
        if (stride < 0 || static_cast<size_t>(stride) < mine)
            throw Error(DA_ERR_ARGUMENT, "columns are " + std::to_string(stride) + " elements apart, but have " + std::to_string(mine) + " rows");
        if (mine > 0)
            require(data, "data");
        *vector = with_scalar(element, [&](auto *scalar) { return keep(wrap(rows, static_cast<decltype(scalar)>(data), static_cast<size_t>(stride), count)); });
    });
}

da_status da_tpetra_vector_create(const da_trilinos_object *map, int32_t element, int32_t columns, da_trilinos_object **vector) {
    return call([&] {
        require(vector, "vector");
        const auto &rows = get<const Map>(map, "map");
        size_t count = checked_columns(columns);
        *vector = with_scalar(element, [&](auto *scalar) {
            return keep(Teuchos::rcp(new MultiVectorOf<std::remove_pointer_t<decltype(scalar)>>(rows, count)));
        });
    });
}

da_status da_tpetra_vector_data(const da_trilinos_object *vector, void **data, int64_t *stride, int64_t *rows, int32_t *columns) {
    return call([&] {
        require(data, "data");
        require(stride, "stride");
        require(rows, "rows");
        require(columns, "columns");
        with_vector(vector, "vector", [&](const auto &v) {
            if (!v->isConstantStride())
                throw Error(DA_ERR_UNSUPPORTED, "the columns of this multivector are at no equal distances");
            auto view = v->getLocalViewHost(Tpetra::Access::ReadWrite);
            *data = view.extent(0) > 0 ? static_cast<void *>(view.data()) : nullptr;
            *stride = static_cast<int64_t>(v->getStride());
            *rows = static_cast<int64_t>(view.extent(0));
            *columns = static_cast<int32_t>(v->getNumVectors());
        });
    });
}

da_status da_tpetra_vector_norm(const da_trilinos_object *vector, int32_t kind, double *norms) {
    return call([&] {
        require(norms, "norms");
        const auto &v = get<MultiVector>(vector, "vector");
        if (kind == 1)
            v->norm1(results(*v, norms));
        else if (kind == 2)
            v->norm2(results(*v, norms));
        else
            v->normInf(results(*v, norms));
    });
}

da_status da_tpetra_vector_dot(const da_trilinos_object *x, const da_trilinos_object *y, double *dots) {
    return call([&] {
        require(dots, "dots");
        const auto &left = get<MultiVector>(x, "x");
        left->dot(*get<MultiVector>(y, "y"), results(*left, dots));
    });
}

da_status da_tpetra_vector_update(double alpha, const da_trilinos_object *x, double beta, da_trilinos_object *y) {
    return call([&] { get<MultiVector>(y, "y")->update(alpha, *get<MultiVector>(x, "x"), beta); });
}
