// Anasazi.
#include "distarray/tpetra_eigen.h"
#include "tpetra/types.hpp"

#include <AnasaziBasicEigenproblem.hpp>
#include <AnasaziBlockDavidsonSolMgr.hpp>
#include <AnasaziBlockKrylovSchurSolMgr.hpp>
#include <AnasaziLOBPCGSolMgr.hpp>
#include <AnasaziTpetraAdapter.hpp>
#include <Teuchos_FancyOStream.hpp>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_optional;
using trilinos::keep;

namespace {

using Problem = Anasazi::BasicEigenproblem<double, MultiVector, Operator>;
using Manager = Anasazi::SolverManager<double, MultiVector, Operator>;

RCP<Manager> make(const da_tpetra_eigen_request &request, const RCP<Problem> &problem) {
    Teuchos::ParameterList list;
    static const char *const targets[] = {"SM", "LM", "SR", "LR"};
    if (request.target < DA_TPETRA_SMALLEST_MAGNITUDE || request.target > DA_TPETRA_LARGEST_REAL)
        throw Error(DA_ERR_ARGUMENT, "target is " + std::to_string(request.target) + ", must be 0 to 3");
    list.set("Which", std::string(targets[request.target]));
    list.set("Block Size", request.block_size);
    list.set("Convergence Tolerance", request.tolerance);
    list.set("Relative Convergence Tolerance", true);
    list.set("Verbosity", request.is_verbose ? Anasazi::Errors + Anasazi::Warnings + Anasazi::IterationDetails + Anasazi::FinalSummary : static_cast<int>(Anasazi::Errors));
    list.set("Output Stream", Teuchos::getFancyOStream(Teuchos::rcp(&trilinos::output(), false)));
    switch (request.method) {
    case DA_TPETRA_KRYLOV_SCHUR:
        list.set("Num Blocks", request.blocks);
        list.set("Maximum Restarts", request.iterations);
        return Teuchos::rcp(new Anasazi::BlockKrylovSchurSolMgr<double, MultiVector, Operator>(problem, list));
    case DA_TPETRA_DAVIDSON:
        list.set("Num Blocks", request.blocks);
        list.set("Maximum Restarts", request.iterations);
        if (request.block_size < request.count) { // else a block holds all eigenvalues
            list.set("Use Locking", true);
            list.set("Max Locked", request.count);
        }
        return Teuchos::rcp(new Anasazi::BlockDavidsonSolMgr<double, MultiVector, Operator>(problem, list));
    case DA_TPETRA_LOBPCG:
        list.set("Maximum Iterations", request.iterations);
        list.set("Full Ortho", true);
        list.set("Use Locking", true);
        return Teuchos::rcp(new Anasazi::LOBPCGSolMgr<double, MultiVector, Operator>(problem, list));
    default:
        throw Error(DA_ERR_ARGUMENT, "method is " + std::to_string(request.method) + ", must be 0 to 2");
    }
}

/** Values that differ from one index to the next and do not depend on the number of ranks. */
void fill(MultiVector &vectors, int32_t seed) {
    auto view = vectors.getLocalViewHost(Tpetra::Access::OverwriteAll);
    for (size_t row = 0; row < view.extent(0); ++row) {
        auto index = static_cast<uint64_t>(vectors.getMap()->getGlobalElement(static_cast<Local>(row)));
        for (size_t column = 0; column < view.extent(1); ++column) {
            // splitmix64 of Steele, Lea and Flood
            uint64_t z = (index * vectors.getNumVectors() + column + 1) * 0x9e3779b97f4a7c15u + static_cast<uint64_t>(seed) * 0xd1342543de82ef95u;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
            z ^= z >> 31;
            view(row, column) = static_cast<double>(z >> 11) * 0x1p-52 - 1;
        }
    }
}

std::vector<double> norms(const MultiVector &vectors) {
    std::vector<double> result(vectors.getNumVectors());
    vectors.norm2(Teuchos::ArrayView<double>(result.data(), static_cast<Teuchos_Ordinal>(result.size())));
    return result;
}

/** ||A x - lambda M x|| / |lambda| of each vector, that of a pair at both of its parts. */
void set_residuals(const Operator &a, const RCP<const Operator> &mass, const MultiVector &x, const std::vector<Anasazi::Value<double>> &values, const std::vector<int> &pairs, double *residuals) {
    MultiVector ax(x.getMap(), x.getNumVectors()), mx(x, Teuchos::Copy);
    a.apply(x, ax);
    if (!mass.is_null())
        mass->apply(x, mx);
    for (size_t i = 0; i < values.size(); ++i) {
        auto lhs = ax.getVectorNonConst(i);
        lhs->update(-values[i].realpart, *mx.getVector(i), 1.0);
        if (pairs[i] == 1)
            lhs->update(values[i].imagpart, *mx.getVector(i + 1), 1.0);
        if (pairs[i] == -1)
            lhs->update(-values[i - 1].imagpart, *mx.getVector(i - 1), 1.0);
    }
    std::vector<double> r = norms(ax), n = norms(x);
    for (size_t i = 0; i < values.size(); ++i) {
        size_t first = pairs[i] == -1 ? i - 1 : i, second = pairs[i] == 0 ? first : first + 1;
        double top = first == second ? r[first] : std::hypot(r[first], r[second]), length = first == second ? n[first] : std::hypot(n[first], n[second]);
        double size = std::hypot(values[i].realpart, values[i].imagpart);
        residuals[i] = top / length / (size > 0 ? size : 1);
    }
}

} // namespace

da_status da_tpetra_eigen_solve(const da_trilinos_object *operator_, const da_trilinos_object *mass, const da_trilinos_object *preconditioner, const da_tpetra_eigen_request *request, int32_t capacity, double real[], double imaginary[], int32_t pairs[], double residuals[], int32_t *found, int32_t *converged, da_trilinos_object **vectors) {
    return call([&] {
        require(request, "request");
        require(real, "real");
        require(imaginary, "imaginary");
        require(pairs, "pairs");
        require(residuals, "residuals");
        require(found, "found");
        require(converged, "converged");
        require(vectors, "vectors");
        RCP<const Operator> a = get<Operator>(operator_, "operator_"), m = get_optional<Operator>(mass, "mass"), inverse = get_optional<Operator>(preconditioner, "preconditioner");
        auto start = Teuchos::rcp(new MultiVector(a->getDomainMap(), static_cast<size_t>(request->block_size)));
        fill(*start, request->seed);
        auto problem = m.is_null() ? Teuchos::rcp(new Problem(a, start)) : Teuchos::rcp(new Problem(a, m, start));
        if (!inverse.is_null())
            problem->setPrec(inverse);
        problem->setHermitian(request->is_symmetric != 0);
        problem->setNEV(request->count);
        if (!problem->setProblem())
            throw Error(DA_ERR_TRILINOS, "Anasazi does not take the problem");
        Anasazi::ReturnType result = make(*request, problem)->solve();
        const auto &solution = problem->getSolution();
        *found = solution.numVecs;
        *converged = result == Anasazi::Converged && solution.numVecs >= request->count;
        *vectors = nullptr;
        if (*found > capacity)
            throw Error(DA_ERR_ARGUMENT, std::to_string(*found) + " eigenvalues do not fit into " + std::to_string(capacity));
        if (*found == 0)
            return;
        for (int i = 0; i < *found; ++i) {
            real[i] = solution.Evals[static_cast<size_t>(i)].realpart;
            imaginary[i] = solution.Evals[static_cast<size_t>(i)].imagpart;
            pairs[i] = solution.index[static_cast<size_t>(i)];
        }
        auto copy = Teuchos::rcp(new MultiVector(*solution.Evecs, Teuchos::Copy));
        set_residuals(*a, m, *copy, {solution.Evals.begin(), solution.Evals.begin() + *found}, {solution.index.begin(), solution.index.begin() + *found}, residuals);
        *vectors = keep(copy);
    });
}
