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

/** A matrix of triplets, filled and thrown away, as C++ does it best: own entries by rows, each row at once, those of others one by one.
 *  The sum of this rank's entries, each times 1 + its column % 7. */
double peer_assemble(int64_t rows, int64_t count, const int64_t *i, const int64_t *j, const double *values) {
    auto map = rcp(new Map(Teuchos::OrdinalTraits<Tpetra::global_size_t>::invalid(), static_cast<size_t>(rows), 0, comm()));
    auto n = static_cast<size_t>(rows);
    int64_t first = n > 0 ? map->getMinGlobalIndex() : 0;
    std::vector<size_t> begin(n + 1);
    for (int64_t k = 0; k < count; ++k)
        if (i[k] >= first && i[k] < first + rows)
            ++begin[static_cast<size_t>(i[k] - first) + 1];
    size_t longest = 1;
    for (size_t r = 0; r < n; ++r) {
        longest = std::max(longest, begin[r + 1]);
        begin[r + 1] += begin[r];
    }
    std::vector<size_t> next(begin.begin(), begin.end() - 1);
    std::vector<long long> columns(begin[n]);
    std::vector<double> numbers(begin[n]);
    Matrix matrix(map, longest);
    for (int64_t k = 0; k < count; ++k) {
        if (i[k] < first || i[k] >= first + rows)
            continue;
        size_t place = next[static_cast<size_t>(i[k] - first)]++;
        columns[place] = j[k];
        numbers[place] = values[k];
    }
    for (size_t r = 0; r < n; ++r)
        matrix.insertGlobalValues(first + static_cast<long long>(r), static_cast<int>(begin[r + 1] - begin[r]), numbers.data() + begin[r], columns.data() + begin[r]);
    for (int64_t k = 0; k < count; ++k) {
        long long column = j[k];
        if (i[k] < first || i[k] >= first + rows)
            matrix.insertGlobalValues(i[k], 1, values + k, &column);
    }
    matrix.fillComplete();
    auto local = matrix.getLocalMatrixHost();
    double sum = 0;
    for (size_t k = 0; k < local.values.extent(0); ++k)
        sum += local.values(k) * static_cast<double>(1 + matrix.getColMap()->getGlobalElement(local.graph.entries(k)) % 7);
    return sum;
}

} // extern "C"

namespace {

/** y = x. */
class Identity final : public Operator {
  public:
    explicit Identity(RCP<const Map> map) : map_(std::move(map)) {}
    RCP<const Map> getDomainMap() const override { return map_; }
    RCP<const Map> getRangeMap() const override { return map_; }
    void apply(const Vector &x, Vector &y, Teuchos::ETransp, double, double) const override {
        auto from = x.getLocalViewHost(Tpetra::Access::ReadOnly);
        auto to = y.getLocalViewHost(Tpetra::Access::OverwriteAll);
        std::copy_n(from.data(), from.extent(0), to.data());
    }

  private:
    RCP<const Map> map_;
};

/** The 5-point Laplacian on n x n points with zeros around; a row of zeros stands for what is outside. */
class Laplacian final : public Operator {
  public:
    Laplacian(RCP<const Map> map, size_t n) : map_(std::move(map)), n_(n), zeros_(n) {}
    RCP<const Map> getDomainMap() const override { return map_; }
    RCP<const Map> getRangeMap() const override { return map_; }
    void apply(const Vector &x, Vector &y, Teuchos::ETransp, double, double) const override {
        auto from = x.getLocalViewHost(Tpetra::Access::ReadOnly);
        auto to = y.getLocalViewHost(Tpetra::Access::OverwriteAll);
        for (size_t i = 0; i < n_; ++i) {
            const double *row = from.data() + i * n_, *up = i > 0 ? row - n_ : zeros_.data(), *down = i + 1 < n_ ? row + n_ : zeros_.data();
            double *__restrict out = to.data() + i * n_;
            out[0] = 4 * row[0] - row[1] - up[0] - down[0];
            for (size_t k = 1; k + 1 < n_; ++k)
                out[k] = 4 * row[k] - row[k - 1] - row[k + 1] - up[k] - down[k];
            out[n_ - 1] = 4 * row[n_ - 1] - row[n_ - 2] - up[n_ - 1] - down[n_ - 1];
        }
    }

  private:
    RCP<const Map> map_;
    size_t n_;
    std::vector<double> zeros_;
};

struct Product {
    RCP<Operator> a;
    RCP<Vector> x, y;
};

} // namespace

extern "C" {

/** An operator in C++ with its vectors: the Laplacian on n x n points, or y = x of n elements. */
Product *peer_product_create(int is_laplacian, int64_t n, const double *x) {
    auto rows = static_cast<size_t>(is_laplacian ? n * n : n);
    RCP<const Map> map = rcp(new Map(rows, rows, 0, comm()));
    auto *p = new Product;
    if (is_laplacian)
        p->a = rcp(new Laplacian(map, static_cast<size_t>(n)));
    else
        p->a = rcp(new Identity(map));
    p->x = rcp(new Vector(map, 1));
    p->y = rcp(new Vector(map, 1));
    std::copy_n(x, rows, p->x->getLocalViewHost(Tpetra::Access::OverwriteAll).data());
    return p;
}

/** One product, as a solver in C++ asks for it. */
void peer_product_apply(Product *p) { p->a->apply(*p->x, *p->y, Teuchos::NO_TRANS, 1.0, 0.0); }

void peer_product_result(Product *p, double *y) {
    auto view = p->y->getLocalViewHost(Tpetra::Access::ReadOnly);
    std::copy_n(view.data(), view.extent(0), y);
}

void peer_product_free(Product *p) { delete p; }

} // extern "C"
