#include "epetra/matrix.hpp"
#include "distarray/epetra_matrix.h"

#include <EpetraExt_MatrixMatrix.h>
#include <Epetra_CrsGraph.h>
#include <Epetra_Vector.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_as;
using trilinos::keep;

RCP<Epetra_CrsMatrix> distarray::epetra::matrix_of(const da_trilinos_object *object, const char *name) { return get_as<Epetra_CrsMatrix, Epetra_Operator>(object, name, "Epetra_CrsMatrix"); }

namespace {

/** Local columns of a matrix over values of others, which live as long as it. */
using Places = std::vector<int>;

const Epetra_Vector &only_column(const da_trilinos_object *object, const char *name) {
    const auto &vector = get<Epetra_MultiVector>(object, name);
    if (vector->NumVectors() != 1)
        throw Error(DA_ERR_ARGUMENT, std::string(name) + " has " + std::to_string(vector->NumVectors()) + " columns, must have 1");
    return *(*vector)(0);
}

std::string problem_of(const int64_t *row_pointers, int rows) {
    if (row_pointers[0] != 0)
        return "the first row begins at " + std::to_string(row_pointers[0]) + ", not at 0";
    for (int r = 0; r < rows; ++r)
        if (row_pointers[r + 1] < row_pointers[r])
            return "row " + std::to_string(r) + " ends at " + std::to_string(row_pointers[r + 1]) + ", before it begins at " + std::to_string(row_pointers[r]);
    return "";
}

/** Puts the entries of a row into the order of their local columns: unsorted rows are multiplied wrongly. */
void sort_row(int *places, int64_t *columns, double *values, int count) {
    for (int i = 1; i < count; ++i)
        for (int k = i; k > 0 && places[k - 1] > places[k]; --k) {
            std::swap(places[k - 1], places[k]);
            std::swap(columns[k - 1], columns[k]);
            std::swap(values[k - 1], values[k]);
        }
}

} // namespace

da_status da_epetra_matrix_from_rows(const da_trilinos_object *rows, const da_trilinos_object *domain, const int64_t row_pointers[], int64_t columns[], double values[], int32_t *shares, da_trilinos_object **matrix) {
    return call([&] {
        require(row_pointers, "row_pointers");
        require(shares, "shares");
        require(matrix, "matrix");
        const auto &row_map = get<const Epetra_Map>(rows, "rows");
        const auto &domain_map = get<const Epetra_Map>(domain, "domain");
        int n = row_map->NumMyElements();
        agree(row_map->Comm(), problem_of(row_pointers, n));
        int64_t count = row_pointers[n];
        if (count > 0) {
            require(columns, "columns");
            require(values, "values");
        }
        Epetra_Map column_places = column_map(*domain_map, columns, count);
        auto places = Teuchos::rcp(new Places(static_cast<size_t>(count)));
        for (int64_t i = 0; i < count; ++i)
            (*places)[static_cast<size_t>(i)] = column_places.LID(static_cast<long long>(columns[i]));
        std::string problem;
        std::vector<int> lengths(static_cast<size_t>(n));
        for (int r = 0; r < n; ++r) {
            int64_t first = row_pointers[r];
            int length = lengths[static_cast<size_t>(r)] = static_cast<int>(row_pointers[r + 1] - first);
            sort_row(places->data() + first, columns + first, values + first, length);
            for (int64_t i = first + 1; i < first + length && problem.empty(); ++i)
                if (columns[i] == columns[i - 1])
                    problem = "row " + std::to_string(row_map->GID64(r)) + " has column " + std::to_string(columns[i]) + " twice";
        }
        agree(row_map->Comm(), problem);

        Epetra_CrsGraph graph(View, *row_map, column_places, lengths.data(), true);
        for (int r = 0; r < n; ++r)
            check(graph.InsertMyIndices(r, lengths[static_cast<size_t>(r)], places->data() + row_pointers[r]), "Epetra_CrsGraph::InsertMyIndices");
        check(graph.FillComplete(*domain_map, *row_map), "Epetra_CrsGraph::FillComplete");
        auto made = Teuchos::rcp(new Epetra_CrsMatrix(View, graph));
        for (int r = 0; r < n; ++r)
            check(made->InsertMyValues(r, lengths[static_cast<size_t>(r)], values + row_pointers[r], places->data() + row_pointers[r]), "Epetra_CrsMatrix::InsertMyValues");
        check(made->FillComplete(*domain_map, *row_map, false), "Epetra_CrsMatrix::FillComplete");
        *shares = 1;
        for (int r = 0; r < n && *shares; ++r) {
            int length = 0, *of_row = nullptr;
            double *seen = nullptr;
            made->ExtractMyRowView(r, length, seen, of_row);
            *shares = length == 0 || seen == values + row_pointers[r];
        }
        RCP<Epetra_Operator> base = made;
        Teuchos::set_extra_data(places, "places", Teuchos::inOutArg(base));
        *matrix = keep(base);
    });
}

da_status da_epetra_matrix_arrays(const da_trilinos_object *matrix, const int64_t **row_pointers, const int32_t **columns, double **values, int64_t *rows, int64_t *entries) {
    return call([&] {
        require(row_pointers, "row_pointers");
        require(columns, "columns");
        require(values, "values");
        require(rows, "rows");
        require(entries, "entries");
        auto m = matrix_of(matrix, "matrix");
        *rows = m->NumMyRows();
        *entries = m->NumMyNonzeros();
        *columns = nullptr;
        *values = nullptr;
        // Row pointers in the width of the border, made once.
        using Pointers = std::vector<int64_t>;
        const auto &held = get<Epetra_Operator>(matrix, "matrix");
        auto known = Teuchos::get_optional_extra_data<RCP<Pointers>>(held, "row pointers");
        RCP<Pointers> pointers;
        if (!known.is_null()) {
            pointers = *known;
        } else {
            pointers = Teuchos::rcp(new Pointers(static_cast<size_t>(m->NumMyRows()) + 1));
            for (int r = 0; r < m->NumMyRows(); ++r)
                (*pointers)[static_cast<size_t>(r) + 1] = (*pointers)[static_cast<size_t>(r)] + m->NumMyEntries(r);
            auto same = held;
            Teuchos::set_extra_data(pointers, "row pointers", Teuchos::inOutArg(same));
        }
        *row_pointers = pointers->data();
        for (int r = 0; r < m->NumMyRows() && !*values; ++r) {
            int length = 0, *of_row = nullptr;
            double *seen = nullptr;
            m->ExtractMyRowView(r, length, seen, of_row);
            if (length == 0)
                continue;
            *values = seen;
            *columns = of_row;
        }
    });
}

da_status da_epetra_matrix_size(const da_trilinos_object *matrix, int64_t *rows, int64_t *entries) {
    return call([&] {
        require(rows, "rows");
        require(entries, "entries");
        auto m = matrix_of(matrix, "matrix");
        *rows = m->NumGlobalRows64();
        *entries = m->NumGlobalNonzeros64();
    });
}

da_status da_epetra_matrix_column_map(const da_trilinos_object *matrix, da_trilinos_object **map) {
    return call([&] {
        require(map, "map");
        RCP<const Epetra_Map> columns = Teuchos::rcp(new Epetra_Map(matrix_of(matrix, "matrix")->ColMap()));
        *map = keep(columns);
    });
}

da_status da_epetra_matrix_diagonal(const da_trilinos_object *matrix, da_trilinos_object *diagonal) {
    return call([&] {
        const auto &vector = get<Epetra_MultiVector>(diagonal, "diagonal");
        only_column(diagonal, "diagonal");
        check(matrix_of(matrix, "matrix")->ExtractDiagonalCopy(*(*vector)(0)), "Epetra_CrsMatrix::ExtractDiagonalCopy");
    });
}

da_status da_epetra_matrix_scale(da_trilinos_object *matrix, const da_trilinos_object *factors, int32_t columns) {
    return call([&] {
        auto m = matrix_of(matrix, "matrix");
        const auto &vector = only_column(factors, "factors");
        check(columns ? m->RightScale(vector) : m->LeftScale(vector), "Epetra_CrsMatrix::Scale");
    });
}

da_status da_epetra_matrix_norm(const da_trilinos_object *matrix, double *norm) {
    return call([&] {
        require(norm, "norm");
        // Computed anew: Epetra remembers a norm whatever happens to the values.
        auto m = matrix_of(matrix, "matrix");
        double mine = 0, all = 0;
        for (int r = 0; r < m->NumMyRows(); ++r) {
            int length = 0, *places = nullptr;
            double *values = nullptr;
            m->ExtractMyRowView(r, length, values, places);
            for (int i = 0; i < length; ++i)
                mine += values[i] * values[i];
        }
        m->Comm().SumAll(&mine, &all, 1);
        *norm = std::sqrt(all);
    });
}

da_status da_epetra_matrix_multiply(const da_trilinos_object *a, int32_t transpose_a, const da_trilinos_object *b, int32_t transpose_b, da_trilinos_object **product) {
    return call([&] {
        require(product, "product");
        auto left = matrix_of(a, "a"), right = matrix_of(b, "b");
        auto made = Teuchos::rcp(new Epetra_CrsMatrix(Copy, transpose_a ? left->DomainMap() : left->RowMap(), 0));
        check(EpetraExt::MatrixMatrix::Multiply(*left, transpose_a != 0, *right, transpose_b != 0, *made), "EpetraExt::MatrixMatrix::Multiply");
        check(made->OptimizeStorage(), "Epetra_CrsMatrix::OptimizeStorage");
        RCP<Epetra_Operator> base = made;
        *product = keep(base);
    });
}
