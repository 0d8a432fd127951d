// Direct solves. The packaged KLU2 misreads matrices that are on several ranks, without an error: they are solved on the first rank alone.
#include "core/text.hpp"
#include "distarray/tpetra_direct.h"
#include "tpetra/matrix.hpp"
#include "trilinos/parameters.hpp"

#include <Amesos2.hpp>
#include <Teuchos_CommHelpers.hpp>
#include <Teuchos_DefaultMpiComm.hpp>
#include <Teuchos_OrdinalTraits.hpp>

#include <cmath>
#include <vector>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_as;
using trilinos::keep;

namespace {

using Factors = Amesos2::Solver<CrsMatrix, MultiVector>;

/** The root has all rows, the others none; in the order of the ranks. Collective. */
RCP<const Map> gathered(const RCP<const Map> &map) {
    const auto &comm = map->getComm();
    auto mine = map->getNodeElementList();
    int size = comm->getSize(), count = static_cast<int>(mine.size());
    std::vector<int> counts(static_cast<size_t>(size)), places(static_cast<size_t>(size));
    Teuchos::gatherAll(*comm, 1, &count, size, counts.data());
    int total = 0;
    for (size_t r = 0; r < counts.size(); ++r) {
        places[r] = total;
        total += counts[r];
    }
    std::vector<Global> all(static_cast<size_t>(comm->getRank() == 0 ? total : 0));
    MPI_Comm raw = *Teuchos::rcp_dynamic_cast<const Teuchos::MpiComm<int>>(comm, true)->getRawMpiComm();
    MPI_Gatherv(mine.getRawPtr(), count, MPI_LONG_LONG, all.data(), counts.data(), places.data(), MPI_LONG_LONG, 0, raw);
    return Teuchos::rcp(new Map(static_cast<Tpetra::global_size_t>(total), all.data(), static_cast<Local>(all.size()), map->getIndexBase(), comm));
}

/** A matrix of the root alone, rows and columns in the order of a map that is all the root's. */
RCP<const CrsMatrix> on_root(const CrsMatrix &matrix, const RCP<const Map> &rows, const RCP<const Map> &self) {
    using Matrix = CrsMatrix::local_matrix_device_type;
    using Graph = Matrix::staticcrsgraph_type;
    auto local = matrix.getLocalMatrixHost();
    auto n = static_cast<size_t>(local.numRows()), entries = local.values.extent(0);
    typename Graph::row_map_type::non_const_type pointers("row pointers", n + 1);
    typename Graph::entries_type::non_const_type columns("columns", entries);
    typename Matrix::values_type::non_const_type values("values", entries);
    for (size_t i = 0; i < entries; ++i) {
        columns(i) = rows->getLocalElement(matrix.getColMap()->getGlobalElement(local.graph.entries(i)));
        values(i) = local.values(i);
    }
    for (size_t r = 0; r < n; ++r) {
        pointers(r + 1) = local.graph.row_map(r + 1);
        sort_row(columns.data() + pointers(r), values.data() + pointers(r), nullptr, pointers(r + 1) - pointers(r));
    }
    auto made = Teuchos::rcp(new CrsMatrix(self, self, pointers, columns, values));
    made->expertStaticFillComplete(self, self);
    return made;
}

/** The memory of a vector under the map of one rank. */
RCP<MultiVector> alias(const RCP<const Map> &self, MultiVector &vector) {
    auto view = vector.getLocalViewDevice(Tpetra::Access::ReadWrite);
    MultiVector::dual_view_type both(view, view);
    return Teuchos::rcp(new MultiVector(self, both));
}

struct DirectSolver {
    RCP<const CrsMatrix> matrix;
    RCP<const Map> root, self;
    RCP<const Import> to_root;
    RCP<Factors> factors; // on the root alone
    double norm = 0;

    void factor(const std::string &method, const RCP<Teuchos::ParameterList> &parameters) {
        const auto &comm = matrix->getComm();
        RCP<const CrsMatrix> whole = matrix;
        if (comm->getSize() > 1) {
            root = gathered(matrix->getRowMap());
            to_root = Teuchos::rcp(new Import(matrix->getRowMap(), root));
            RCP<const CrsMatrix> moved = Tpetra::importAndFillCompleteCrsMatrix<CrsMatrix>(matrix, *to_root);
            whole = Teuchos::null;
            if (comm->getRank() == 0) {
                auto own = Teuchos::rcp(new Teuchos::MpiComm<int>(MPI_COMM_SELF));
                self = Teuchos::rcp(new Map(root->getGlobalNumElements(), 0, own));
                whole = on_root(*moved, root, self);
            }
        }
        std::string problem;
        if (!whole.is_null()) {
            try {
                factors = Amesos2::create<CrsMatrix, MultiVector>(method, whole);
                // Amesos2 reads no list of another name, and a method's parameters only in a list of the method's name.
                auto all = Teuchos::rcp(new Teuchos::ParameterList("Amesos2"));
                all->set(factors->name(), *parameters);
                factors->setParameters(all);
                factors->symbolicFactorization().numericFactorization();
            } catch (const std::exception &e) {
                problem = trilinos::readable(e.what());
            }
        }
        agree(matrix->getRowMap(), problem.empty() ? problem : "the matrix cannot be factored: " + problem);
        double mine = 0, all = 0;
        auto values = matrix->getLocalMatrixHost().values;
        for (size_t i = 0; i < values.extent(0); ++i)
            mine += values(i) * values(i);
        Teuchos::reduceAll(*comm, Teuchos::REDUCE_SUM, mine, Teuchos::outArg(all));
        norm = std::sqrt(all);
    }

    void solve(const RCP<MultiVector> &b, const RCP<MultiVector> &x) const {
        if (root.is_null()) {
            run(b, x);
            return;
        }
        MultiVector all_b(root, b->getNumVectors()), all_x(root, b->getNumVectors());
        all_b.doImport(*b, *to_root, Tpetra::INSERT);
        std::string problem;
        if (!factors.is_null()) {
            try {
                run(alias(self, all_b), alias(self, all_x));
            } catch (const std::exception &e) {
                problem = trilinos::readable(e.what());
            }
        }
        agree(matrix->getRowMap(), problem);
        x->doExport(all_x, *to_root, Tpetra::INSERT);
    }

    double residual(const MultiVector &b, const MultiVector &x) const {
        MultiVector r(b, Teuchos::Copy);
        matrix->apply(x, r, Teuchos::NO_TRANS, -1.0, 1.0);
        std::vector<double> rs(b.getNumVectors()), xs(rs), bs(rs);
        auto view = [](std::vector<double> &values) { return Teuchos::ArrayView<double>(values.data(), static_cast<Teuchos_Ordinal>(values.size())); };
        r.norm2(view(rs));
        x.norm2(view(xs));
        b.norm2(view(bs));
        double largest = 0;
        for (size_t i = 0; i < rs.size(); ++i) {
            double ratio = rs[i] == 0 ? 0 : rs[i] / (norm * xs[i] + bs[i]);
            if (!(ratio <= largest))
                largest = ratio;
        }
        return largest;
    }

  private:
    void run(const RCP<MultiVector> &b, const RCP<MultiVector> &x) const {
        factors->setX(x);
        factors->setB(b);
        factors->solve();
    }
};

} // namespace

namespace distarray::trilinos {

template <> struct KindOf<DirectSolver> {
    static constexpr const char *name = "Amesos2 solver";
};

} // namespace distarray::trilinos

da_status da_tpetra_direct_has(const char *method, int32_t *is_there) {
    return call([&] {
        require(method, "method");
        require(is_there, "is_there");
        *is_there = Amesos2::query(method);
    });
}

da_status da_tpetra_direct_parameters(const char *method, char *buffer, int64_t capacity, int64_t *length) {
    return call([&] {
        require(method, "method");
        auto own = Teuchos::rcp(new Teuchos::MpiComm<int>(MPI_COMM_SELF));
        auto map = Teuchos::rcp(new Map(1, 0, own));
        auto one = Teuchos::rcp(new CrsMatrix(map, 1));
        Global column = 0;
        double value = 1;
        one->insertGlobalValues(0, 1, &value, &column);
        one->fillComplete();
        auto factors = Amesos2::create<CrsMatrix, MultiVector>(method, Teuchos::rcp_implicit_cast<const CrsMatrix>(one));
        Teuchos::ParameterList list = factors->getValidParameters()->sublist(factors->name());
        // These say how the matrix is read, which is settled here: it is the root's, and not transposed.
        for (const char *settled : {"Transpose", "Trans", "IsContiguous"})
            list.remove(settled, false);
        copy_text(trilinos::to_xml(list), buffer, capacity, length);
    });
}

da_status da_tpetra_direct_create(const char *method, const da_trilinos_object *matrix, const char *parameters, da_trilinos_object **solver) {
    return call([&] {
        require(method, "method");
        require(solver, "solver");
        auto made = Teuchos::rcp(new DirectSolver);
        made->matrix = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        if (made->matrix->getGlobalNumRows() != made->matrix->getDomainMap()->getGlobalNumElements() || !made->matrix->getDomainMap()->isSameAs(*made->matrix->getRangeMap()))
            throw Error(DA_ERR_ARGUMENT, "a direct solve needs a square matrix whose rows and columns are on the same ranks");
        made->factor(method, trilinos::parameters_of(parameters));
        *solver = keep(made);
    });
}

da_status da_tpetra_direct_solve(da_trilinos_object *solver, const da_trilinos_object *b, da_trilinos_object *x, double *residual) {
    return call([&] {
        require(residual, "residual");
        const auto &s = get<DirectSolver>(solver, "solver");
        const auto &right = get<MultiVector>(b, "b");
        const auto &solution = get<MultiVector>(x, "x");
        s->solve(right, solution);
        *residual = s->residual(*right, *solution);
    });
}
