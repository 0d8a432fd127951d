// Belos. Compiled with default visibility: its registry of solvers is a template's static, which must be the one of Trilinos' own library.
#include "core/text.hpp"
#include "distarray/tpetra_solver.h"
#include "tpetra/types.hpp"
#include "trilinos/parameters.hpp"

#include <BelosLinearProblem.hpp>
#include <BelosRCGSolMgr.hpp>
#include <BelosSolverFactory_Tpetra.hpp>
#include <BelosTpetraAdapter.hpp>
#include <Teuchos_CommHelpers.hpp>
#include <mpi.h>

#include <cmath>
#include <cstdio>
#include <limits>
#include <ostream>
#include <streambuf>
#include <vector>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_optional;
using trilinos::keep;

namespace {

using Problem = Belos::LinearProblem<double, MultiVector, Operator>;
using Manager = Belos::SolverManager<double, MultiVector, Operator>;

/** The residual after an iteration, the largest of the columns. */
struct Step {
    double iteration, residual;
};

/** What Belos prints of its iterations, read again: the one way in which all of its methods tell the residual. It prints on the first rank of
 *  the job alone, which tells the others. */
class Listener final : public std::streambuf {
  public:
    explicit Listener(bool forwards) : forwards_(forwards) {}

    void begin(const Teuchos::Comm<int> &comm, da_tpetra_progress progress, void *context) {
        comm_ = &comm;
        progress_ = progress;
        context_ = context;
        steps_.clear();
        told_ = 0;
        stopped_ = false;
        line_.clear();
        int rank = 0, mine = 0;
        MPI_Comm_rank(MPI_COMM_WORLD, &rank);
        mine = rank == 0 ? comm.getRank() : comm.getSize();
        Teuchos::reduceAll(comm, Teuchos::REDUCE_MIN, mine, Teuchos::outArg(root_));
    }

    /** Tells every rank what has come since this was called last. Collective. */
    void tell() {
        if (root_ == comm_->getSize())
            return;
        int count = static_cast<int>(steps_.size() - told_);
        Teuchos::broadcast(*comm_, root_, Teuchos::outArg(count));
        if (count == 0)
            return;
        steps_.resize(told_ + static_cast<size_t>(count));
        Teuchos::broadcast(*comm_, root_, 2 * count, &steps_[told_].iteration);
        for (; told_ < steps_.size(); ++told_)
            if (!stopped_)
                stopped_ = progress_(context_, static_cast<int32_t>(steps_[told_].iteration), steps_[told_].residual) != 0;
    }

    /** Whether this rank wants the end. */
    bool stopped() const { return stopped_; }

  protected:
    int_type overflow(int_type c) override {
        if (c == traits_type::eof())
            return traits_type::not_eof(c);
        char text = traits_type::to_char_type(c);
        xsputn(&text, 1);
        return c;
    }

    std::streamsize xsputn(const char *text, std::streamsize count) override {
        line_.append(text, static_cast<size_t>(count));
        for (size_t end = line_.find('\n'); end != std::string::npos; end = line_.find('\n')) {
            read(line_.substr(0, end));
            if (forwards_)
                trilinos::output().write(line_.data(), static_cast<std::streamsize>(end + 1));
            line_.erase(0, end + 1);
        }
        return count;
    }

  private:
    // "Iter  12, [ 1] :    1.234567e-05", and a column more of that form for each right-hand side.
    void read(const std::string &line) {
        int iteration = 0;
        size_t start = line.find("Iter");
        if (start == std::string::npos || std::sscanf(line.c_str() + start, "Iter %d", &iteration) != 1 || (!steps_.empty() && steps_.back().iteration == iteration))
            return;
        double largest = -1;
        for (size_t colon = line.find(':', start); colon != std::string::npos; colon = line.find(':', colon + 1)) {
            double value = 0;
            if (std::sscanf(line.c_str() + colon + 1, "%lf", &value) == 1 && !(value <= largest))
                largest = value;
        }
        if (largest != -1)
            steps_.push_back({static_cast<double>(iteration), largest});
    }

    bool forwards_;
    const Teuchos::Comm<int> *comm_ = nullptr;
    int root_ = 0; // the rank on which Belos prints; the number of ranks where it is not among them
    da_tpetra_progress progress_ = nullptr;
    void *context_ = nullptr;
    std::vector<Step> steps_;
    size_t told_ = 0;
    bool stopped_ = false;
    std::string line_;
};

/** The operator, which tells of each iteration on its way, and is NaN once a rank wants the end: then all ranks end. */
class ToldOperator final : public Operator {
  public:
    ToldOperator(RCP<const Operator> inner, Listener &listener) : inner_(std::move(inner)), listener_(listener) {}
    RCP<const Map> getDomainMap() const override { return inner_->getDomainMap(); }
    RCP<const Map> getRangeMap() const override { return inner_->getRangeMap(); }
    bool hasTransposeApply() const override { return inner_->hasTransposeApply(); }
    void apply(const MultiVector &x, MultiVector &y, Teuchos::ETransp mode, double alpha, double beta) const override {
        listener_.tell();
        inner_->apply(x, y, mode, alpha, beta);
        if (listener_.stopped())
            y.putScalar(std::numeric_limits<double>::quiet_NaN());
    }

  private:
    RCP<const Operator> inner_;
    Listener &listener_;
};

RCP<Manager> make(const std::string &method, const RCP<Teuchos::ParameterList> &parameters) {
    if (method == "RCG") { // which the packaged Belos has, but has not registered
        auto made = Teuchos::rcp(new Belos::RCGSolMgr<double, MultiVector, Operator>);
        made->setParameters(parameters);
        return made;
    }
    Belos::SolverFactory<double, MultiVector, Operator> factory;
    return factory.create(method, parameters);
}

struct Solver {
    Solver(RCP<const Operator> a, RCP<const Operator> left_, RCP<const Operator> right_, const std::string &method, const RCP<Teuchos::ParameterList> &parameters)
        : operator_(std::move(a)), left(std::move(left_)), right(std::move(right_)), listener(parameters->get("Verbosity", 0) != 0), stream(Teuchos::rcp(new std::ostream(&listener))) {
        parameters->set("Verbosity", parameters->get("Verbosity", 0) | static_cast<int>(Belos::StatusTestDetails));
        parameters->set("Output Style", static_cast<int>(Belos::Brief));
        parameters->set("Output Frequency", 1);
        parameters->set("Output Stream", stream);
        manager = make(method, parameters);
    }

    RCP<const Operator> operator_, left, right;
    Listener listener;
    RCP<std::ostream> stream;
    RCP<Manager> manager;
};

std::vector<double> norms(const MultiVector &vector) {
    std::vector<double> result(vector.getNumVectors());
    vector.norm2(Teuchos::ArrayView<double>(result.data(), static_cast<Teuchos_Ordinal>(result.size())));
    return result;
}

std::vector<double> residual_norms(const Operator &a, const MultiVector &x, const MultiVector &b) {
    MultiVector r(b, Teuchos::Copy);
    a.apply(x, r, Teuchos::NO_TRANS, -1.0, 1.0);
    return norms(r);
}

/** The largest of values / scales, NaN where one is; where a scale is 0, / others. */
double largest_ratio(const std::vector<double> &values, const std::vector<double> &scales, const std::vector<double> &others) {
    double largest = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        double scale = scales[i] > 0 ? scales[i] : others[i];
        double ratio = values[i] == 0 ? 0 : values[i] / scale;
        if (!(ratio <= largest))
            largest = ratio;
    }
    return largest;
}

} // namespace

namespace distarray::trilinos {

template <> struct KindOf<Solver> {
    static constexpr const char *name = "Belos solver";
};

} // namespace distarray::trilinos

da_status da_tpetra_solver_create(const char *method, const da_trilinos_object *operator_, const da_trilinos_object *left, const da_trilinos_object *right, const char *parameters, da_trilinos_object **solver) {
    return call([&] {
        require(method, "method");
        require(solver, "solver");
        *solver = keep(Teuchos::rcp(new Solver(get<Operator>(operator_, "operator_"), get_optional<Operator>(left, "left"), get_optional<Operator>(right, "right"), method, trilinos::parameters_of(parameters))));
    });
}

da_status da_tpetra_solver_parameters(const char *method, char *buffer, int64_t capacity, int64_t *length) {
    return call([&] {
        require(method, "method");
        auto manager = make(method, Teuchos::rcp(new Teuchos::ParameterList));
        copy_text(trilinos::to_xml(*manager->getValidParameters()), buffer, capacity, length);
    });
}

da_status da_tpetra_solver_solve(da_trilinos_object *solver, const da_trilinos_object *b, da_trilinos_object *x, da_tpetra_progress progress, int32_t is_live, void *context, da_tpetra_solution *solution) {
    return call([&] {
        require(reinterpret_cast<const void *>(progress), "progress");
        require(solution, "solution");
        const auto &s = get<Solver>(solver, "solver");
        const auto &rhs = get<MultiVector>(b, "b");
        const auto &guess = get<MultiVector>(x, "x");
        *solution = {};
        std::vector<double> scales = norms(*rhs), starts = norms(*guess);
        bool is_zero = true, is_finite = true;
        for (size_t i = 0; i < scales.size(); ++i) {
            is_zero = is_zero && starts[i] == 0;
            is_finite = is_finite && std::isfinite(scales[i]) && std::isfinite(starts[i]);
        }
        if (!is_finite)
            throw Error(DA_ERR_ARGUMENT, "the right-hand side or the initial guess has elements that are not finite");
        std::vector<double> initial = is_zero ? scales : residual_norms(*s->operator_, *guess, *rhs);
        solution->residual = largest_ratio(initial, scales, initial);
        if (solution->residual == 0) {
            solution->converged = 1;
            return;
        }

        s->listener.begin(*guess->getMap()->getComm(), progress, context);
        RCP<const Operator> a = s->operator_;
        if (is_live)
            a = Teuchos::rcp(new ToldOperator(a, s->listener));
        auto problem = Teuchos::rcp(new Problem(a, guess, rhs));
        if (!s->left.is_null())
            problem->setLeftPrec(s->left);
        if (!s->right.is_null())
            problem->setRightPrec(s->right);
        if (!problem->setProblem())
            throw Error(DA_ERR_TRILINOS, "Belos does not take the problem");
        s->manager->setProblem(problem);
        Belos::ReturnType result = s->manager->solve();
        s->listener.tell();
        solution->iterations = s->manager->getNumIters();
        solution->achieved = s->manager->achievedTol();
        solution->lost_accuracy = s->manager->isLOADetected();
        solution->converged = result == Belos::Converged;
        solution->residual = largest_ratio(residual_norms(*s->operator_, *guess, *rhs), scales, initial);
        if (!std::isfinite(solution->residual))
            throw Error(DA_ERR_TRILINOS, "the solution is not finite: the operator or the preconditioner gives infinities or NaN, or the method broke down");
    });
}
