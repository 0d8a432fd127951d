#include "tpetra/matrix.hpp"
#include "distarray/tpetra_matrix.h"

#include <TpetraExt_MatrixMatrix.hpp>
#include <Tpetra_Vector.hpp>

#include <memory>
#include <type_traits>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_as;
using trilinos::keep;

namespace {

RCP<CrsMatrix> matrix_of(const da_trilinos_object *object, const char *name) { return get_as<CrsMatrix, Operator>(object, name, "Tpetra::CrsMatrix"); }

/** Borrowed memory as a view that Tpetra takes: its matrices refuse views that nobody counts, so this one counts for a view of one element.
 *  It leans on Kokkos' implementation, that of Trilinos 13.2. */
template <class View> View counted(typename View::pointer_type data, size_t count) {
    using Owner = Kokkos::View<typename View::non_const_value_type *, typename View::array_layout, typename View::device_type>;
    Owner owner("borrowed", 1);
    View borrowed(data, count);
    return View(owner.impl_track(), borrowed.impl_map());
}

/** The multivector's only column, where it has one. */
RCP<const Tpetra::Vector<double, Local, Global, Node>> only_column(const da_trilinos_object *object, const char *name) {
    const auto &vector = get<MultiVector>(object, name);
    if (vector->getNumVectors() != 1)
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(vector->getNumVectors()) + " columns, must have 1");
    return vector->getVector(0);
}

/** Which problem this rank's rows have, if any. */
std::string problem_of(const int64_t *row_pointers, size_t rows) {
    if (row_pointers[0] != 0)
        return "the first row begins at " + std::to_string(row_pointers[0]) + ", not at 0";
    for (size_t r = 0; r < rows; ++r)
        if (row_pointers[r + 1] < row_pointers[r])
            return "row " + std::to_string(r) + " ends at " + std::to_string(row_pointers[r + 1]) + ", before it begins at " + std::to_string(row_pointers[r]);
    return "";
}

} // namespace

da_status da_tpetra_matrix_from_rows(const da_trilinos_object *rows, const da_trilinos_object *domain, const int64_t row_pointers[], int64_t columns[], double values[], int32_t *shares, da_trilinos_object **matrix) {
    return call([&] {
        require(row_pointers, "row_pointers");
        require(shares, "shares");
        require(matrix, "matrix");
        const auto &row_map = get<const Map>(rows, "rows");
        const auto &domain_map = get<const Map>(domain, "domain");
        size_t n = row_map->getNodeNumElements();
        agree(row_map, problem_of(row_pointers, n));
        auto count = static_cast<size_t>(row_pointers[n]);
        if (count > 0) {
            require(columns, "columns");
            require(values, "values");
        }
        Columns map(domain_map, columns, count);

        using Matrix = CrsMatrix::local_matrix_device_type;
        using Graph = Matrix::staticcrsgraph_type;
        using Pointers = typename Graph::row_map_type;
        static_assert(sizeof(typename Pointers::value_type) == sizeof(int64_t));
        typename Graph::entries_type::non_const_type entries("columns", count);
        for (size_t i = 0; i < count; ++i)
            entries(i) = map.local(columns[i]);
        std::string problem;
        for (size_t r = 0; r < n; ++r) {
            auto first = static_cast<size_t>(row_pointers[r]), length = static_cast<size_t>(row_pointers[r + 1]) - first;
            sort_row(entries.data() + first, values + first, columns + first, length);
            for (size_t i = first + 1; i < first + length && problem.empty(); ++i)
                if (entries(i) == entries(i - 1))
                    problem = "row " + std::to_string(row_map->getGlobalElement(static_cast<Local>(r))) + " has column " + std::to_string(columns[i]) + " twice";
        }
        agree(row_map, problem);

        auto pointers = counted<Pointers>(reinterpret_cast<typename Pointers::pointer_type>(row_pointers), n + 1);
        auto numbers = counted<typename Matrix::values_type>(values, count);
        auto made = Teuchos::rcp(new CrsMatrix(row_map, map.map(), pointers, entries, numbers));
        made->expertStaticFillComplete(domain_map, row_map);
        *shares = count == 0 || made->getLocalMatrixHost().values.data() == values;
        RCP<Operator> base = made;
        *matrix = keep(base);
    });
}

da_status da_tpetra_matrix_arrays(const da_trilinos_object *matrix, const int64_t **row_pointers, const int32_t **columns, double **values, int64_t *rows, int64_t *entries) {
    return call([&] {
        require(row_pointers, "row_pointers");
        require(columns, "columns");
        require(values, "values");
        require(rows, "rows");
        require(entries, "entries");
        auto local = matrix_of(matrix, "matrix")->getLocalMatrixHost();
        *row_pointers = reinterpret_cast<const int64_t *>(local.graph.row_map.data());
        *columns = local.graph.entries.data();
        *values = local.values.data();
        *rows = local.numRows();
        *entries = static_cast<int64_t>(local.values.extent(0));
    });
}

da_status da_tpetra_matrix_size(const da_trilinos_object *matrix, int64_t *rows, int64_t *entries) {
    return call([&] {
        require(rows, "rows");
        require(entries, "entries");
        auto m = matrix_of(matrix, "matrix");
        *rows = static_cast<int64_t>(m->getGlobalNumRows());
        *entries = static_cast<int64_t>(m->getGlobalNumEntries());
    });
}

da_status da_tpetra_matrix_column_map(const da_trilinos_object *matrix, da_trilinos_object **map) {
    return call([&] {
        require(map, "map");
        RCP<const Map> columns = matrix_of(matrix, "matrix")->getColMap();
        *map = keep(columns);
    });
}

da_status da_tpetra_matrix_map(const da_trilinos_object *matrix, int32_t domain, da_trilinos_object **map) {
    return call([&] {
        require(map, "map");
        auto m = matrix_of(matrix, "matrix");
        RCP<const Map> wanted = domain ? m->getDomainMap() : m->getRangeMap();
        *map = keep(wanted);
    });
}

da_status da_tpetra_matrix_diagonal(const da_trilinos_object *matrix, da_trilinos_object *diagonal) {
    return call([&] {
        auto column = Teuchos::rcp_const_cast<Tpetra::Vector<double, Local, Global, Node>>(only_column(diagonal, "diagonal"));
        column->putScalar(0);
        matrix_of(matrix, "matrix")->getLocalDiagCopy(*column);
    });
}

da_status da_tpetra_matrix_scale(da_trilinos_object *matrix, const da_trilinos_object *factors, int32_t columns) {
    return call([&] {
        auto m = matrix_of(matrix, "matrix");
        auto vector = only_column(factors, "factors");
        columns ? m->rightScale(*vector) : m->leftScale(*vector);
    });
}

da_status da_tpetra_matrix_norm(const da_trilinos_object *matrix, double *norm) {
    return call([&] {
        require(norm, "norm");
        // Computed anew: Tpetra remembers a norm whatever happens to the values.
        auto m = matrix_of(matrix, "matrix");
        auto values = m->getLocalMatrixHost().values;
        double mine = 0, all = 0;
        for (size_t i = 0; i < values.extent(0); ++i)
            mine += values(i) * values(i);
        Teuchos::reduceAll(*m->getComm(), Teuchos::REDUCE_SUM, mine, Teuchos::outArg(all));
        *norm = std::sqrt(all);
    });
}

da_status da_tpetra_matrix_multiply(const da_trilinos_object *a, int32_t transpose_a, const da_trilinos_object *b, int32_t transpose_b, da_trilinos_object **product) {
    return call([&] {
        require(product, "product");
        auto left = matrix_of(a, "a"), right = matrix_of(b, "b");
        auto made = Teuchos::rcp(new CrsMatrix(transpose_a ? left->getDomainMap() : left->getRowMap(), 0));
        Tpetra::MatrixMatrix::Multiply(*left, transpose_a != 0, *right, transpose_b != 0, *made);
        RCP<Operator> base = made;
        *product = keep(base);
    });
}

da_status da_tpetra_matrix_add(double alpha, const da_trilinos_object *a, double beta, const da_trilinos_object *b, da_trilinos_object **sum) {
    return call([&] {
        require(sum, "sum");
        auto left = matrix_of(a, "a"), right = matrix_of(b, "b");
        RCP<CrsMatrix> made = Tpetra::MatrixMatrix::add(alpha, false, *left, beta, false, *right, left->getDomainMap(), left->getRangeMap());
        RCP<Operator> base = made;
        *sum = keep(base);
    });
}
