// AztecOO.
#include "distarray/epetra_solver.h"
#include "epetra/matrix.hpp"

#include <AztecOO.h>
#include <AztecOO_StatusTestCombo.h>
#include <AztecOO_StatusTestMaxIters.h>
#include <AztecOO_StatusTestResNorm.h>
#include <Epetra_LinearProblem.h>
#include <Epetra_RowMatrix.h>
#include <Epetra_Vector.h>

#include <cmath>
#include <limits>
#include <ostream>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_optional;

namespace {

/** The test of convergence, which tells of each iteration on its way. */
class ToldTest final : public AztecOO_StatusTest {
  public:
    ToldTest(AztecOO_StatusTestResNorm &inner, const Epetra_Comm &comm, bool counts, da_epetra_progress progress, bool is_live, void *context)
        : inner_(inner), comm_(comm), counts_(counts), progress_(progress), is_live_(is_live), context_(context) {}

    bool ResidualVectorRequired() const override { return inner_.ResidualVectorRequired(); }
    AztecOO_StatusType CheckStatus(int iteration, Epetra_MultiVector *residual, double norm, bool updated) override {
        status_ = inner_.CheckStatus(iteration, residual, norm, updated);
        if (counts_ || iteration != last_) {
            last_ = counts_ ? last_ + 1 : iteration;
            int mine = progress_(context_, last_, inner_.GetTestValue()), any = 0;
            if (is_live_) {
                comm_.MaxAll(&mine, &any, 1);
                stopped_ = any != 0;
            }
        }
        if (stopped_)
            status_ = Failed;
        return status_;
    }
    AztecOO_StatusType GetStatus() const override { return status_; }
    std::ostream &Print(std::ostream &stream, int indent) const override { return inner_.Print(stream, indent); }
    bool stopped() const { return stopped_; }

  private:
    AztecOO_StatusTestResNorm &inner_;
    const Epetra_Comm &comm_;
    bool counts_; // BiCGStab gives no numbers
    da_epetra_progress progress_;
    bool is_live_;
    void *context_;
    int last_ = -1;
    bool stopped_ = false;
    AztecOO_StatusType status_ = Unchecked;
};

int solver_of(int32_t method) {
    switch (method) {
    case DA_EPETRA_CG:
        return AZ_cg;
    case DA_EPETRA_GMRES:
        return AZ_gmres;
    case DA_EPETRA_CGS:
        return AZ_cgs;
    case DA_EPETRA_TFQMR:
        return AZ_tfqmr;
    case DA_EPETRA_BICGSTAB:
        return AZ_bicgstab;
    default:
        throw Error(DA_ERR_ARGUMENT, "method is " + std::to_string(method) + ", must be 0 to 4");
    }
}

double norm(const Epetra_MultiVector &vector) {
    double value = 0;
    check(vector.Norm2(&value), "Epetra_MultiVector::Norm2");
    return value;
}

double residual_norm(const Epetra_Operator &a, const Epetra_MultiVector &x, const Epetra_MultiVector &b) {
    Epetra_MultiVector r(b.Map(), 1);
    check(a.Apply(x, r), "Epetra_Operator::Apply");
    check(r.Update(1, b, -1), "Epetra_MultiVector::Update");
    return norm(r);
}

} // namespace

da_status da_epetra_solver_solve(const da_trilinos_object *operator_, const da_trilinos_object *preconditioner, int32_t method, double tolerance, int32_t iterations, int32_t restart, int32_t verbosity, const da_trilinos_object *b, da_trilinos_object *x, da_epetra_progress progress, int32_t is_live, void *context, da_epetra_solution *solution) {
    return call([&] {
        require(reinterpret_cast<const void *>(progress), "progress");
        require(solution, "solution");
        auto a = get<Epetra_Operator>(operator_, "operator_");
        auto inverse = get_optional<Epetra_Operator>(preconditioner, "preconditioner");
        const auto &rights = get<Epetra_MultiVector>(b, "b");
        const auto &solutions = get<Epetra_MultiVector>(x, "x");
        int kind = solver_of(method);
        *solution = {};
        solution->converged = 1;
        for (int column = 0; column < rights->NumVectors(); ++column) {
            Epetra_Vector *right = (*rights)(column), *result = (*solutions)(column);
            double scale = norm(*right), start = norm(*result);
            if (!std::isfinite(scale) || !std::isfinite(start))
                throw Error(DA_ERR_ARGUMENT, "the right-hand side or the initial guess has elements that are not finite");
            double initial = start == 0 ? scale : residual_norm(*a, *result, *right);
            if (initial == 0)
                continue;

            Epetra_LinearProblem problem;
            if (auto *rows = dynamic_cast<Epetra_RowMatrix *>(a.get()))
                problem.SetOperator(rows);
            else
                problem.SetOperator(a.get());
            problem.SetLHS(result);
            problem.SetRHS(right);
            AztecOO solver(problem);
            solver.SetOutputStream(trilinos::output());
            solver.SetErrorStream(trilinos::output());
            solver.SetAztecOption(AZ_output, verbosity > 0 ? verbosity : AZ_none);
            solver.SetAztecOption(AZ_solver, kind);
            solver.SetAztecOption(AZ_kspace, restart);
            if (inverse.is_null())
                solver.SetAztecOption(AZ_precond, AZ_none);
            else
                check(solver.SetPrecOperator(inverse.get()), "AztecOO::SetPrecOperator");
            AztecOO_StatusTestResNorm test(*a, *result, *right, tolerance);
            // What TFQMR updates is far below its residual.
            test.DefineResForm(kind == AZ_tfqmr ? AztecOO_StatusTestResNorm::Explicit : AztecOO_StatusTestResNorm::Implicit, AztecOO_StatusTestResNorm::TwoNorm);
            test.DefineScaleForm(AztecOO_StatusTestResNorm::NormOfInitRes, AztecOO_StatusTestResNorm::TwoNorm);
            ToldTest told(test, right->Comm(), kind == AZ_bicgstab, progress, is_live != 0, context);
            AztecOO_StatusTestMaxIters most(iterations);
            AztecOO_StatusTestCombo either(AztecOO_StatusTestCombo::OR, most, told);
            check(solver.SetStatusTest(&either), "AztecOO::SetStatusTest");
            int code = solver.Iterate(iterations, tolerance);
            if (told.stopped())
                throw Error(DA_ERR_TRILINOS, "the solve was stopped");
            int why = static_cast<int>(solver.GetAztecStatus()[AZ_why]);
            bool converged = told.GetStatus() == Converged;
            if (solver.NumIters() > solution->iterations)
                solution->iterations = solver.NumIters();
            if (!converged && solution->converged) {
                solution->converged = 0;
                solution->why = why;
            }
            double achieved = test.GetTestValue(), left = residual_norm(*a, *result, *right) / (scale > 0 ? scale : initial);
            if (!(achieved <= solution->achieved))
                solution->achieved = achieved;
            if (!(left <= solution->residual))
                solution->residual = left;
            if (!std::isfinite(solution->residual))
                throw Error(DA_ERR_TRILINOS, "the solution is not finite (AztecOO::Iterate returned " + std::to_string(code) + "): the operator or the preconditioner gives infinities or NaN, or the method broke down");
        }
    });
}
