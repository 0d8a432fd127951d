#include "distarray/epetra_vector.h"
#include "epetra/types.hpp"

#include <limits>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

int checked_columns(int32_t columns) {
    if (columns < 1)
        throw Error(DA_ERR_ARGUMENT, "a multivector has 1 column or more, not " + std::to_string(columns));
    return columns;
}

} // namespace

da_status da_epetra_vector_wrap(const da_trilinos_object *map, double *data, int64_t stride, int32_t columns, da_trilinos_object **vector) {
    return call([&] {
        require(vector, "vector");
        const auto &rows = get<const Epetra_Map>(map, "map");
        int count = checked_columns(columns), mine = rows->NumMyElements();
        if (stride < mine || stride > std::numeric_limits<int>::max())
            throw Error(DA_ERR_ARGUMENT, "columns are " + std::to_string(stride) + " elements apart, but have " + std::to_string(mine) + " rows, and Epetra counts with 32 bits");
        if (mine > 0)
            require(data, "data");
        *vector = keep(Teuchos::rcp(new Epetra_MultiVector(View, *rows, data, static_cast<int>(stride), count)));
    });
}

da_status da_epetra_vector_create(const da_trilinos_object *map, int32_t columns, da_trilinos_object **vector) {
    return call([&] {
        require(vector, "vector");
        *vector = keep(Teuchos::rcp(new Epetra_MultiVector(*get<const Epetra_Map>(map, "map"), checked_columns(columns))));
    });
}

da_status da_epetra_vector_data(const da_trilinos_object *vector, double **data, int64_t *stride, int64_t *rows, int32_t *columns) {
    return call([&] {
        require(data, "data");
        require(stride, "stride");
        require(rows, "rows");
        require(columns, "columns");
        const auto &v = get<Epetra_MultiVector>(vector, "vector");
        int distance = 0;
        if (v->ExtractView(data, &distance) != 0)
            throw Error(DA_ERR_UNSUPPORTED, "the columns of this multivector are at no equal distances");
        *stride = distance;
        *rows = v->MyLength();
        *columns = v->NumVectors();
        if (*rows == 0)
            *data = nullptr;
    });
}

da_status da_epetra_vector_norm(const da_trilinos_object *vector, int32_t kind, double norms[]) {
    return call([&] {
        require(norms, "norms");
        const auto &v = get<Epetra_MultiVector>(vector, "vector");
        check(kind == 1 ? v->Norm1(norms) : kind == 2 ? v->Norm2(norms) : v->NormInf(norms), "Epetra_MultiVector::Norm");
    });
}

da_status da_epetra_vector_dot(const da_trilinos_object *x, const da_trilinos_object *y, double dots[]) {
    return call([&] {
        require(dots, "dots");
        check(get<Epetra_MultiVector>(x, "x")->Dot(*get<Epetra_MultiVector>(y, "y"), dots), "Epetra_MultiVector::Dot");
    });
}

da_status da_epetra_vector_update(double alpha, const da_trilinos_object *x, double beta, da_trilinos_object *y) {
    return call([&] { check(get<Epetra_MultiVector>(y, "y")->Update(alpha, *get<Epetra_MultiVector>(x, "x"), beta), "Epetra_MultiVector::Update"); });
}
