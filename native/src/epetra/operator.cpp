#include "distarray/epetra_operator.h"
#include "epetra/types.hpp"

#include <limits>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

/** An operator whose product is computed by a function of the program. As a preconditioner, the function is what is applied, too. */
class FunctionOperator final : public Epetra_Operator {
  public:
    FunctionOperator(RCP<const Epetra_Map> domain, RCP<const Epetra_Map> range, da_epetra_function function, void *context, bool has_transpose)
        : domain_(std::move(domain)), range_(std::move(range)), function_(function), context_(context), has_transpose_(has_transpose) {}

    int SetUseTranspose(bool transpose) override {
        if (transpose && !has_transpose_)
            return -1;
        transpose_ = transpose;
        return 0;
    }
    int Apply(const Epetra_MultiVector &x, Epetra_MultiVector &y) const override {
        double *from = nullptr, *to = nullptr;
        int from_stride = 0, to_stride = 0;
        if (x.ExtractView(&from, &from_stride) == 0 && y.ExtractView(&to, &to_stride) == 0) {
            run(from, from_stride, x.MyLength(), to, to_stride, y.MyLength(), x.NumVectors());
            return 0;
        }
        for (int column = 0; column < x.NumVectors(); ++column)
            run(x[column], x.MyLength(), x.MyLength(), y[column], y.MyLength(), y.MyLength(), 1);
        return 0;
    }
    int ApplyInverse(const Epetra_MultiVector &x, Epetra_MultiVector &y) const override { return Apply(x, y); }
    double NormInf() const override { return -1; }
    const char *Label() const override { return "function"; }
    bool UseTranspose() const override { return transpose_; }
    bool HasNormInf() const override { return false; }
    const Epetra_Comm &Comm() const override { return domain_->Comm(); }
    const Epetra_Map &OperatorDomainMap() const override { return *domain_; }
    const Epetra_Map &OperatorRangeMap() const override { return *range_; }

  private:
    void run(const double *x, int x_stride, int x_rows, double *y, int y_stride, int y_rows, int columns) const {
        if (!function_(context_, x, x_stride, x_rows, y, y_stride, y_rows, columns, transpose_))
            return;
        for (int column = 0; column < columns; ++column)
            for (int row = 0; row < y_rows; ++row)
                y[static_cast<int64_t>(column) * y_stride + row] = std::numeric_limits<double>::quiet_NaN();
    }

    RCP<const Epetra_Map> domain_, range_;
    da_epetra_function function_;
    void *context_;
    bool has_transpose_, transpose_ = false;
};

} // namespace

da_status da_epetra_operator_from_function(const da_trilinos_object *domain, const da_trilinos_object *range, da_epetra_function function, void *context, int32_t has_transpose, da_trilinos_object **operator_) {
    return call([&] {
        require(reinterpret_cast<const void *>(function), "function");
        require(operator_, "operator_");
        RCP<Epetra_Operator> made = Teuchos::rcp(new FunctionOperator(get<const Epetra_Map>(domain, "domain"), get<const Epetra_Map>(range, "range"), function, context, has_transpose != 0));
        *operator_ = keep(made);
    });
}

da_status da_epetra_operator_apply(const da_trilinos_object *operator_, const da_trilinos_object *x, da_trilinos_object *y, int32_t transpose, double alpha, double beta) {
    return call([&] {
        const auto &a = get<Epetra_Operator>(operator_, "operator_");
        const auto &from = get<Epetra_MultiVector>(x, "x");
        const auto &to = get<Epetra_MultiVector>(y, "y");
        bool before = a->UseTranspose();
        if (a->SetUseTranspose(transpose != 0) != 0)
            throw Error(DA_ERR_UNSUPPORTED, "this operator has no transpose");
        int code = 0;
        if (alpha == 1 && beta == 0) {
            code = a->Apply(*from, *to);
        } else {
            Epetra_MultiVector product(to->Map(), to->NumVectors());
            code = a->Apply(*from, product);
            check(beta == 0 ? to->Update(alpha, product, 0) : to->Update(alpha, product, beta), "Epetra_MultiVector::Update");
        }
        a->SetUseTranspose(before);
        check(code, "Epetra_Operator::Apply");
    });
}
