// A matrix of triplets: each goes to the rank that has its row, and those of one place are added.
#include "distarray/tpetra_matrix.h"
#include "tpetra/matrix.hpp"

#include <Teuchos_DefaultMpiComm.hpp>
#include <Teuchos_OrdinalTraits.hpp>

#include <mpi.h>

#include <algorithm>
#include <limits>
#include <vector>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

struct Triplet {
    int64_t row, column;
    double value;
};

MPI_Comm raw_comm(const Map &map) {
    return *Teuchos::rcp_dynamic_cast<const Teuchos::MpiComm<int>>(map.getComm(), true)->getRawMpiComm();
}

/** What others bring for this rank's rows, in the order of the ranks. Collective. */
std::vector<Triplet> exchange(const RCP<const Map> &rows, std::vector<Triplet> foreign) {
    MPI_Comm comm = raw_comm(*rows);
    int size = rows->getComm()->getSize();
    std::vector<Global> wanted(foreign.size());
    for (size_t i = 0; i < foreign.size(); ++i)
        wanted[i] = foreign[i].row;
    std::vector<Global> unique = wanted;
    std::sort(unique.begin(), unique.end());
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    std::vector<int> owners(unique.size());
    rows->getRemoteIndexList(Teuchos::ArrayView<const Global>(unique.data(), static_cast<Teuchos_Ordinal>(unique.size())),
                             Teuchos::ArrayView<int>(owners.data(), static_cast<Teuchos_Ordinal>(owners.size())));
    std::string problem;
    for (size_t i = 0; i < unique.size() && problem.empty(); ++i)
        if (owners[i] < 0)
            problem = "row " + std::to_string(unique[i]) + " is in no rank's part of the row map, which has " + std::to_string(rows->getGlobalNumElements()) + " indices";
    agree(rows, problem);

    std::vector<int> owner(foreign.size()), send(static_cast<size_t>(size)), receive(static_cast<size_t>(size));
    for (size_t i = 0; i < foreign.size(); ++i) {
        owner[i] = owners[static_cast<size_t>(std::lower_bound(unique.begin(), unique.end(), wanted[i]) - unique.begin())];
        ++send[static_cast<size_t>(owner[i])];
    }
    std::vector<size_t> next(static_cast<size_t>(size) + 1);
    for (size_t r = 0; r < static_cast<size_t>(size); ++r)
        next[r + 1] = next[r] + static_cast<size_t>(send[r]);
    std::vector<size_t> place(next);
    std::vector<Triplet> sorted(foreign.size());
    for (size_t i = 0; i < foreign.size(); ++i)
        sorted[place[static_cast<size_t>(owner[i])]++] = foreign[i];

    MPI_Alltoall(send.data(), 1, MPI_INT, receive.data(), 1, MPI_INT, comm);
    std::vector<int> from(static_cast<size_t>(size)), to(static_cast<size_t>(size));
    int64_t total = 0;
    for (size_t r = 0; r < static_cast<size_t>(size); ++r) {
        to[r] = static_cast<int>(next[r]);
        from[r] = static_cast<int>(total);
        total += receive[r];
    }
    bool fits = total <= std::numeric_limits<int>::max() && foreign.size() <= static_cast<size_t>(std::numeric_limits<int>::max());
    agree(rows, fits ? "" : "a rank sends or gets more than 2^31 triplets of rows that others have. Give most triplets on the rank that has their row");
    MPI_Datatype type = MPI_DATATYPE_NULL;
    MPI_Type_contiguous(sizeof(Triplet), MPI_BYTE, &type);
    MPI_Type_commit(&type);
    std::vector<Triplet> got(static_cast<size_t>(total));
    MPI_Alltoallv(sorted.data(), send.data(), to.data(), type, got.data(), receive.data(), from.data(), type, comm);
    MPI_Type_free(&type);
    return got;
}

/** Adds the values of equal columns of a sorted row; the number of entries that are left. */
size_t merge_row(Local *columns, double *values, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; ++i) {
        if (kept > 0 && columns[kept - 1] == columns[i]) {
            values[kept - 1] += values[i];
        } else {
            columns[kept] = columns[i];
            values[kept++] = values[i];
        }
    }
    return kept;
}

RCP<CrsMatrix> assemble(const RCP<const Map> &rows, const RCP<const Map> &domain, size_t count, const int64_t *row, const int64_t *column, const double *value) {
    constexpr Local none = -1;
    static_assert(none == static_cast<Local>(-1));
    std::vector<Local> local(count);
    std::vector<Triplet> foreign;
    for (size_t i = 0; i < count; ++i) {
        local[i] = rows->getLocalElement(row[i]);
        if (local[i] == Teuchos::OrdinalTraits<Local>::invalid()) {
            local[i] = none;
            foreign.push_back({row[i], column[i], value[i]});
        }
    }
    std::vector<Triplet> got = rows->getComm()->getSize() > 1 || !foreign.empty() ? exchange(rows, std::move(foreign)) : std::vector<Triplet>();

    // By rows, own ones first.
    size_t n = rows->getNodeNumElements();
    std::vector<size_t> begin(n + 1);
    for (Local r : local)
        if (r != none)
            ++begin[static_cast<size_t>(r) + 1];
    std::vector<Local> got_row(got.size());
    for (size_t i = 0; i < got.size(); ++i) {
        got_row[i] = rows->getLocalElement(got[i].row);
        ++begin[static_cast<size_t>(got_row[i]) + 1];
    }
    for (size_t r = 0; r < n; ++r)
        begin[r + 1] += begin[r];
    size_t total = begin[n];
    std::vector<size_t> next(begin.begin(), begin.end() - 1);
    std::vector<int64_t> columns(total);
    std::vector<double> values(total);
    for (size_t i = 0; i < count; ++i) {
        if (local[i] == none)
            continue;
        size_t place = next[static_cast<size_t>(local[i])]++;
        columns[place] = column[i];
        values[place] = value[i];
    }
    for (size_t i = 0; i < got.size(); ++i) {
        size_t place = next[static_cast<size_t>(got_row[i])]++;
        columns[place] = got[i].column;
        values[place] = got[i].value;
    }

    Columns map(domain, columns.data(), total);
    using Matrix = CrsMatrix::local_matrix_device_type;
    using Graph = Matrix::staticcrsgraph_type;
    typename Graph::row_map_type::non_const_type pointers("row pointers", n + 1);
    std::vector<Local> locals(total);
    size_t kept = 0;
    for (size_t r = 0; r < n; ++r) {
        size_t first = begin[r], length = begin[r + 1] - first;
        for (size_t i = first; i < first + length; ++i)
            locals[i] = map.local(columns[i]);
        sort_row(locals.data() + first, values.data() + first, nullptr, length);
        size_t left = merge_row(locals.data() + first, values.data() + first, length);
        std::copy_n(locals.begin() + static_cast<std::ptrdiff_t>(first), left, locals.begin() + static_cast<std::ptrdiff_t>(kept));
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(first), left, values.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += left;
        pointers(r + 1) = kept;
    }
    typename Graph::entries_type::non_const_type entries("columns", kept);
    typename Matrix::values_type::non_const_type numbers("values", kept);
    std::copy_n(locals.begin(), kept, entries.data());
    std::copy_n(values.begin(), kept, numbers.data());
    auto matrix = Teuchos::rcp(new CrsMatrix(rows, map.map(), pointers, entries, numbers));
    matrix->expertStaticFillComplete(domain, rows);
    return matrix;
}

} // namespace

da_status da_tpetra_matrix_from_triplets(const da_trilinos_object *rows, const da_trilinos_object *domain, int64_t count, const int64_t row[], const int64_t column[], const double value[], da_trilinos_object **matrix) {
    return call([&] {
        require(matrix, "matrix");
        if (count > 0) {
            require(row, "row");
            require(column, "column");
            require(value, "value");
        }
        RCP<Operator> made = assemble(get<const Map>(rows, "rows"), get<const Map>(domain, "domain"), static_cast<size_t>(count), row, column, value);
        *matrix = keep(made);
    });
}
