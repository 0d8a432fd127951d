// NOX, over its abstract vectors and groups.
#include "distarray/tpetra_nonlinear.h"
#include "tpetra/types.hpp"

#include <NOX.H>
#include <NOX_Abstract_Group.H>
#include <NOX_Abstract_Vector.H>
#include <Teuchos_CommHelpers.hpp>

#include <cmath>
#include <limits>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;

namespace {

/** A multivector of one column as NOX sees vectors. */
class State final : public NOX::Abstract::Vector {
  public:
    explicit State(RCP<MultiVector> v) : values(std::move(v)) {}
    State(const State &other, NOX::CopyType type)
        : values(type == NOX::DeepCopy ? Teuchos::rcp(new MultiVector(*other.values, Teuchos::Copy)) : Teuchos::rcp(new MultiVector(other.values->getMap(), 1))) {}

    State(const State &) = delete;
    State &operator=(const State &) = delete;

    NOX::Abstract::Vector &init(double gamma) override {
        values->putScalar(gamma);
        return *this;
    }
    NOX::Abstract::Vector &random(bool, int) override {
        values->randomize();
        return *this;
    }
    NOX::Abstract::Vector &abs(const NOX::Abstract::Vector &y) override {
        values->abs(of(y));
        return *this;
    }
    NOX::Abstract::Vector &operator=(const NOX::Abstract::Vector &y) override {
        values->update(1.0, of(y), 0.0);
        return *this;
    }
    NOX::Abstract::Vector &reciprocal(const NOX::Abstract::Vector &y) override {
        values->reciprocal(of(y));
        return *this;
    }
    NOX::Abstract::Vector &scale(double gamma) override {
        values->scale(gamma);
        return *this;
    }
    NOX::Abstract::Vector &scale(const NOX::Abstract::Vector &a) override {
        values->elementWiseMultiply(1.0, *of(a).getVector(0), *values, 0.0);
        return *this;
    }
    NOX::Abstract::Vector &update(double alpha, const NOX::Abstract::Vector &a, double gamma) override {
        values->update(alpha, of(a), gamma);
        return *this;
    }
    NOX::Abstract::Vector &update(double alpha, const NOX::Abstract::Vector &a, double beta, const NOX::Abstract::Vector &b, double gamma) override {
        values->update(alpha, of(a), beta, of(b), gamma);
        return *this;
    }
    RCP<NOX::Abstract::Vector> clone(NOX::CopyType type) const override { return Teuchos::rcp(new State(*this, type)); }
    double norm(NormType type) const override {
        double result = 0;
        Teuchos::ArrayView<double> view(&result, 1);
        if (type == OneNorm)
            values->norm1(view);
        else if (type == MaxNorm)
            values->normInf(view);
        else
            values->norm2(view);
        return result;
    }
    double norm(const NOX::Abstract::Vector &weights) const override {
        State scaled(*this, NOX::DeepCopy);
        scaled.scale(weights);
        return std::sqrt(innerProduct(scaled));
    }
    double innerProduct(const NOX::Abstract::Vector &y) const override {
        double result = 0;
        values->dot(of(y), Teuchos::ArrayView<double>(&result, 1));
        return result;
    }
    NOX::size_type length() const override { return static_cast<NOX::size_type>(values->getGlobalLength()); }

    static const MultiVector &of(const NOX::Abstract::Vector &vector) { return *dynamic_cast<const State &>(vector).values; }

    RCP<MultiVector> values;
};

/** The functions of the program. */
struct Functions {
    da_tpetra_function residual;
    void *residual_context;
    da_tpetra_newton newton;
    void *context;
    RCP<const Teuchos::Comm<int>> comm;

    void compute(const MultiVector &u, MultiVector &f) const {
        int32_t failed = 0;
        {
            auto from = u.getLocalViewHost(Tpetra::Access::ReadOnly);
            auto to = f.getLocalViewHost(Tpetra::Access::OverwriteAll);
            auto rows = static_cast<int64_t>(from.extent(0));
            failed = residual(residual_context, from.data(), rows, rows, to.data(), rows, rows, 1, 0);
        }
        agree(failed, "the residual");
    }

    /** Throws on every rank where a function failed on one. */
    void agree(int32_t failed, const char *what) const {
        int mine = failed != 0, any = 0;
        Teuchos::reduceAll(*comm, Teuchos::REDUCE_MAX, mine, Teuchos::outArg(any));
        if (any)
            throw Error(DA_ERR_TRILINOS, std::string(what) + " failed");
    }
};

/** A state with its residual and its Newton step. */
class Group final : public NOX::Abstract::Group {
  public:
    Group(const Functions &functions, RCP<State> x)
        : functions_(functions), x_(std::move(x)), f_(Teuchos::rcp(new State(*x_, NOX::ShapeCopy))), newton_(Teuchos::rcp(new State(*x_, NOX::ShapeCopy))) {}
    Group(const Group &other, NOX::CopyType type)
        : functions_(other.functions_), x_(Teuchos::rcp(new State(*other.x_, type))), f_(Teuchos::rcp(new State(*other.f_, type))), newton_(Teuchos::rcp(new State(*other.newton_, type))) {
        if (type == NOX::DeepCopy)
            take(other);
    }

    NOX::Abstract::Group &operator=(const NOX::Abstract::Group &source) override {
        const auto &other = dynamic_cast<const Group &>(source);
        x_->update(1.0, *other.x_, 0.0);
        f_->update(1.0, *other.f_, 0.0);
        newton_->update(1.0, *other.newton_, 0.0);
        take(other);
        return *this;
    }
    void setX(const NOX::Abstract::Vector &y) override {
        forget();
        x_->update(1.0, y, 0.0);
    }
    void computeX(const NOX::Abstract::Group &group, const NOX::Abstract::Vector &d, double step) override {
        forget();
        x_->update(1.0, group.getX(), step, d, 0.0);
    }
    ReturnType computeF() override {
        if (has_f_)
            return Ok;
        functions_.compute(*x_->values, *f_->values);
        norm_ = f_->norm(NOX::Abstract::Vector::TwoNorm);
        if (!std::isfinite(norm_))
            return Failed;
        has_f_ = true;
        return Ok;
    }
    ReturnType computeJacobian() override { return Ok; }
    ReturnType computeNewton(Teuchos::ParameterList &list) override {
        if (has_newton_)
            return Ok;
        if (!has_f_)
            return BadDependency;
        {
            auto u = x_->values->getLocalViewHost(Tpetra::Access::ReadOnly);
            auto f = f_->values->getLocalViewHost(Tpetra::Access::ReadOnly);
            auto d = newton_->values->getLocalViewHost(Tpetra::Access::OverwriteAll);
            functions_.agree(functions_.newton(functions_.context, u.data(), f.data(), d.data(), static_cast<int64_t>(u.extent(0)), list.get("Tolerance", 1e-10)), "the Newton step");
        }
        has_newton_ = true;
        return Ok;
    }
    /** By a difference of the residual: what line searches need of it is a slope. */
    ReturnType applyJacobian(const NOX::Abstract::Vector &input, NOX::Abstract::Vector &result) const override {
        double length = input.norm();
        if (!has_f_)
            return BadDependency;
        if (length == 0) {
            result.init(0);
            return Ok;
        }
        double epsilon = std::sqrt(std::numeric_limits<double>::epsilon()) * (1 + x_->norm(NOX::Abstract::Vector::TwoNorm)) / length;
        State shifted(*x_, NOX::DeepCopy), f(*f_, NOX::ShapeCopy);
        shifted.update(epsilon, input, 1.0);
        functions_.compute(*shifted.values, *f.values);
        result.update(1 / epsilon, f, -1 / epsilon, *f_, 0.0);
        return Ok;
    }
    bool isF() const override { return has_f_; }
    bool isJacobian() const override { return true; }
    bool isNewton() const override { return has_newton_; }
    const NOX::Abstract::Vector &getX() const override { return *x_; }
    const NOX::Abstract::Vector &getF() const override { return *f_; }
    double getNormF() const override { return norm_; }
    const NOX::Abstract::Vector &getGradient() const override { return *f_; }
    const NOX::Abstract::Vector &getNewton() const override { return *newton_; }
    RCP<const NOX::Abstract::Vector> getXPtr() const override { return x_; }
    RCP<const NOX::Abstract::Vector> getFPtr() const override { return f_; }
    RCP<const NOX::Abstract::Vector> getGradientPtr() const override { return f_; }
    RCP<const NOX::Abstract::Vector> getNewtonPtr() const override { return newton_; }
    RCP<NOX::Abstract::Group> clone(NOX::CopyType type) const override { return Teuchos::rcp(new Group(*this, type)); }

  private:
    void forget() { has_f_ = has_newton_ = false; }
    void take(const Group &other) {
        has_f_ = other.has_f_;
        has_newton_ = other.has_newton_;
        norm_ = other.norm_;
    }

    Functions functions_;
    RCP<State> x_, f_, newton_;
    bool has_f_ = false, has_newton_ = false;
    double norm_ = 0;
};

RCP<Teuchos::ParameterList> parameters(const da_tpetra_nonlinear_options &options) {
    auto list = Teuchos::rcp(new Teuchos::ParameterList);
    list->set("Nonlinear Solver", "Line Search Based");
    list->sublist("Printing").set("Output Information", 0);
    auto &newton = list->sublist("Direction").set("Method", "Newton").sublist("Newton");
    newton.set("Forcing Term Method", options.is_inexact ? "Type 2" : "Constant");
    newton.set("Forcing Term Initial Tolerance", options.linear_tolerance);
    newton.set("Forcing Term Maximum Tolerance", options.linear_tolerance);
    newton.set("Forcing Term Minimum Tolerance", std::min(1e-10, options.linear_tolerance));
    newton.sublist("Linear Solver").set("Tolerance", options.linear_tolerance);
    static const char *const methods[] = {"Full Step", "Backtrack", "Polynomial"};
    if (options.line_search < DA_TPETRA_FULL_STEP || options.line_search > DA_TPETRA_POLYNOMIAL)
        throw Error(DA_ERR_ARGUMENT, "line_search is " + std::to_string(options.line_search) + ", must be 0 to 2");
    list->sublist("Line Search").set("Method", methods[options.line_search]);
    return list;
}

} // namespace

da_status da_tpetra_nonlinear_solve(da_trilinos_object *u, da_tpetra_function residual, void *residual_context, da_tpetra_newton newton, da_tpetra_nonlinear_progress progress, void *context, const da_tpetra_nonlinear_options *options, da_tpetra_nonlinear_solution *solution) {
    return call([&] {
        require(reinterpret_cast<const void *>(residual), "residual");
        require(reinterpret_cast<const void *>(newton), "newton");
        require(reinterpret_cast<const void *>(progress), "progress");
        require(options, "options");
        require(solution, "solution");
        const auto &state = get<MultiVector>(u, "u");
        *solution = {};
        Functions functions{residual, residual_context, newton, context, state->getMap()->getComm()};
        auto start = Teuchos::rcp(new State(Teuchos::rcp(new MultiVector(*state, Teuchos::Copy))));
        auto group = Teuchos::rcp(new Group(functions, start));
        if (group->computeF() != NOX::Abstract::Group::Ok)
            throw Error(DA_ERR_ARGUMENT, "the residual of the first state is not finite");
        solution->initial = solution->residual = group->getNormF();
        double enough = std::max(options->absolute, options->tolerance * solution->initial);
        solution->converged = solution->initial <= enough;
        if (solution->converged)
            return;

        auto norm = Teuchos::rcp(new NOX::StatusTest::NormF(enough, NOX::Abstract::Vector::TwoNorm, NOX::StatusTest::NormF::Unscaled));
        auto most = Teuchos::rcp(new NOX::StatusTest::MaxIters(options->iterations));
        auto finite = Teuchos::rcp(new NOX::StatusTest::FiniteValue);
        auto test = Teuchos::rcp(new NOX::StatusTest::Combo(NOX::StatusTest::Combo::OR, norm, most));
        test->addStatusTest(finite);
        auto solver = NOX::Solver::buildSolver(group, test, parameters(*options));
        auto status = NOX::StatusTest::Unconverged;
        bool stopped = false;
        while (status == NOX::StatusTest::Unconverged && !stopped) {
            status = solver->step();
            int mine = progress(context, solver->getNumIterations(), solver->getSolutionGroup().getNormF()), any = 0;
            if (options->is_live) {
                Teuchos::reduceAll(*functions.comm, Teuchos::REDUCE_MAX, mine, Teuchos::outArg(any));
                stopped = any != 0;
            }
        }
        if (stopped)
            throw Error(DA_ERR_TRILINOS, "the solve was stopped");
        const auto &last = solver->getSolutionGroup();
        solution->iterations = solver->getNumIterations();
        solution->residual = last.getNormF();
        solution->converged = status == NOX::StatusTest::Converged;
        state->update(1.0, State::of(last.getX()), 0.0);
    });
}
