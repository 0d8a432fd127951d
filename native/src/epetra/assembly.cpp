// A matrix of triplets: each goes to the rank that has its row, and those of one place are added.
#include "distarray/epetra_matrix.h"
#include "epetra/matrix.hpp"

#include <Epetra_FECrsMatrix.h>

#include <limits>
#include <vector>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

/** Throws on every rank where a row or column is in no map. Collective. */
void check_indices(const Epetra_Map &map, const char *what, const char *where, const int64_t *indices, int64_t count) {
    std::vector<int64_t> others = foreign(map, indices, count);
    std::vector<int> ranks = owners(map, others);
    std::string problem;
    for (size_t i = 0; i < others.size() && problem.empty(); ++i)
        if (ranks[i] < 0)
            problem = std::string(what) + ' ' + std::to_string(others[i]) + " is in no rank's part of the " + where + " map, which has " + std::to_string(map.NumGlobalElements64()) + " indices";
    agree(map.Comm(), problem);
}

} // namespace

da_status da_epetra_matrix_from_triplets(const da_trilinos_object *rows, const da_trilinos_object *domain, int64_t count, const int64_t row[], const int64_t column[], const double value[], da_trilinos_object **matrix) {
    return call([&] {
        require(matrix, "matrix");
        if (count > 0) {
            require(row, "row");
            require(column, "column");
            require(value, "value");
        }
        const auto &row_map = get<const Epetra_Map>(rows, "rows");
        const auto &domain_map = get<const Epetra_Map>(domain, "domain");
        check_indices(*row_map, "row", "row", row, count);
        check_indices(*domain_map, "column", "domain", column, count);
        std::vector<int> lengths(static_cast<size_t>(row_map->NumMyElements()));
        for (int64_t i = 0; i < count; ++i)
            if (int local = row_map->LID(static_cast<long long>(row[i])); local >= 0)
                ++lengths[static_cast<size_t>(local)];
        auto made = Teuchos::rcp(new Epetra_FECrsMatrix(Copy, *row_map, lengths.data()));
        with_index(*row_map, [&](auto *type) {
            using Id = std::remove_pointer_t<decltype(type)>;
            for (int64_t i = 0; i < count; ++i) {
                auto r = static_cast<Id>(row[i]), c = static_cast<Id>(column[i]);
                double v = value[i];
                check(made->InsertGlobalValues(1, &r, 1, &c, &v), "Epetra_FECrsMatrix::InsertGlobalValues");
            }
        });
        check(made->GlobalAssemble(*domain_map, *row_map), "Epetra_FECrsMatrix::GlobalAssemble");
        check(made->OptimizeStorage(), "Epetra_CrsMatrix::OptimizeStorage");
        RCP<Epetra_Operator> base = made;
        *matrix = keep(base);
    });
}
