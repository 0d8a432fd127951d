// The same work over Trilinos as C++ does it: Poisson problems with CG and MueLu, GMRES and ILUT, and a matrix of triplets.
#include <BelosLinearProblem.hpp>
#include <BelosSolverFactory_Tpetra.hpp>
#include <BelosTpetraAdapter.hpp>
#include <Ifpack2_Factory.hpp>
#include <MueLu_CreateTpetraPreconditioner.hpp>
#include <Teuchos_DefaultMpiComm.hpp>
#include <Teuchos_XMLParameterListCoreHelpers.hpp>
#include <Tpetra_CrsMatrix.hpp>
#include <Tpetra_MultiVector.hpp>

#include <mpi.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using Map = Tpetra::Map<int, long long>;
using Node = Map::node_type;
using Vector = Tpetra::MultiVector<double, int, long long, Node>;
using Matrix = Tpetra::CrsMatrix<double, int, long long, Node>;
using Operator = Tpetra::Operator<double, int, long long, Node>;
using Row = Tpetra::RowMatrix<double, int, long long, Node>;
using Teuchos::RCP;
using Teuchos::rcp;

namespace {

struct Poisson {
    RCP<const Map> map;
    RCP<Matrix> matrix;
    RCP<Vector> x, b, coordinates;
};

RCP<const Teuchos::Comm<int>> comm() { return rcp(new Teuchos::MpiComm<int>(MPI_COMM_WORLD)); }

/** The solve, from zero; iterations, -1 where it does not converge. */
int solve(const char *method, const Poisson &p, const RCP<Operator> &inverse, const RCP<Teuchos::ParameterList> &list) {
    p.x->putScalar(0);
    auto problem = rcp(new Belos::LinearProblem<double, Vector, Operator>(p.matrix, p.x, p.b));
    problem->setRightPrec(inverse);
    problem->setProblem();
    Belos::SolverFactory<double, Vector, Operator> factory;
    auto solver = factory.create(method, list);
    solver->setProblem(problem);
    return solver->solve() == Belos::Converged ? solver->getNumIters() : -1;
}

} // namespace

extern "C" {

/** The Laplacian on n^ndim points with zeros around, spacing 1 / (n + 1), rows of this rank: so many from the first one on; b is 1 + sin(index). */
Poisson *peer_poisson_create(int ndim, int64_t n, int64_t rows) {
    auto *p = new Poisson;
    p->map = rcp(new Map(Teuchos::OrdinalTraits<Tpetra::global_size_t>::invalid(), static_cast<size_t>(rows), 0, comm()));
    p->matrix = rcp(new Matrix(p->map, static_cast<size_t>(2 * ndim + 1)));
    p->coordinates = rcp(new Vector(p->map, static_cast<size_t>(ndim)));
    p->x = rcp(new Vector(p->map, 1));
    p->b = rcp(new Vector(p->map, 1));
    double scale = static_cast<double>((n + 1) * (n + 1));
    for (int64_t local = 0; local < rows; ++local) {
        long long row = p->map->getGlobalElement(static_cast<int>(local)), columns[7];
        double values[7];
        int count = 0;
        columns[count] = row;
        values[count++] = 2 * ndim * scale;
        long long weight = 1;
        for (int axis = ndim - 1; axis >= 0; --axis, weight *= n) {
            long long at = row / weight % n;
            p->coordinates->replaceLocalValue(static_cast<int>(local), static_cast<size_t>(axis), static_cast<double>(at));
            if (at > 0) {
                columns[count] = row - weight;
                values[count++] = -scale;
            }
            if (at < n - 1) {
                columns[count] = row + weight;
                values[count++] = -scale;
            }
        }
        p->matrix->insertGlobalValues(row, count, values, columns);
        p->b->replaceLocalValue(static_cast<int>(local), 0, 1 + std::sin(static_cast<double>(row)));
    }
    p->matrix->fillComplete();
    return p;
}

void peer_poisson_free(Poisson *p) { delete p; }

/** Sets up MueLu with parameters, and solves by CG to 1e-8. */
int peer_cg_muelu(Poisson *p, const char *xml) {
    auto list = Teuchos::getParametersFromXmlString(xml);
    list->sublist("user data").set("Coordinates", p->coordinates);
    RCP<Operator> a = p->matrix;
    RCP<Operator> inverse = MueLu::CreateTpetraPreconditioner<double, int, long long, Node>(a, *list);
    auto options = Teuchos::parameterList();
    options->set("Convergence Tolerance", 1e-8);
    options->set("Maximum Iterations", 1000);
    return solve("Pseudoblock CG", *p, inverse, options);
}

/** Sets up ILUT of twice the entries, and solves by GMRES to 1e-8, beginning anew after 60 vectors. */
int peer_gmres_ilut(Poisson *p) {
    RCP<const Row> rows = p->matrix;
    auto ilut = Ifpack2::Factory::create<Row>("ILUT", rows);
    Teuchos::ParameterList list;
    list.set("fact: ilut level-of-fill", 2.0);
    list.set("fact: drop tolerance", 0.0);
    ilut->setParameters(list);
    ilut->initialize();
    ilut->compute();
    auto options = Teuchos::parameterList();
    options->set("Convergence Tolerance", 1e-8);
    options->set("Maximum Iterations", 1000);
    options->set("Num Blocks", 60);
    return solve("Pseudoblock GMRES", *p, Teuchos::rcp_dynamic_cast<Operator>(ilut), options);
}

/** This rank's part of the last solution. */
void peer_poisson_solution(Poisson *p, double *x) {
    auto view = p->x->getLocalViewHost(Tpetra::Access::ReadOnly);
    std::copy_n(view.data(), view.extent(0), x);
}

/** A matrix of triplets, filled and thrown away: entries of this rank. */
int64_t peer_assemble(int64_t rows, int64_t count, const int64_t *i, const int64_t *j, const double *values) {
    auto map = rcp(new Map(Teuchos::OrdinalTraits<Tpetra::global_size_t>::invalid(), static_cast<size_t>(rows), 0, comm()));
    Matrix matrix(map, 6);
    for (int64_t k = 0; k < count; ++k) {
        long long column = j[k];
        matrix.insertGlobalValues(i[k], 1, values + k, &column);
    }
    matrix.fillComplete();
    return static_cast<int64_t>(matrix.getNodeNumEntries());
}

/** y = x, as an operator's function. */
int32_t peer_identity(void *, const double *x, int64_t, int64_t rows, double *y, int64_t, int64_t, int32_t, int32_t) {
    std::copy_n(x, rows, y);
    return 0;
}

/** The 5-point Laplacian on n x n points with zeros around, n given by its address. */
int32_t peer_laplacian(void *context, const double *x, int64_t, int64_t, double *y, int64_t, int64_t, int32_t, int32_t) {
    int64_t n = *static_cast<const int64_t *>(context);
    for (int64_t i = 0; i < n; ++i) {
        const double *row = x + i * n, *up = i > 0 ? row - n : nullptr, *down = i < n - 1 ? row + n : nullptr;
        double *out = y + i * n;
        for (int64_t k = 0; k < n; ++k)
            out[k] = 4 * row[k] - (k > 0 ? row[k - 1] : 0) - (k < n - 1 ? row[k + 1] : 0) - (up ? up[k] : 0) - (down ? down[k] : 0);
    }
    return 0;
}

} // extern "C"
