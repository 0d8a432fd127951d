#include "distarray/tpetra_operator.h"
#include "tpetra/types.hpp"

#include <Teuchos_BLAS_types.hpp>

#include <limits>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

/** An operator whose product is computed by a function of the program. */
class FunctionOperator final : public Operator {
  public:
    FunctionOperator(RCP<const Map> domain, RCP<const Map> range, da_tpetra_function function, void *context, bool has_transpose)
        : domain_(std::move(domain)), range_(std::move(range)), function_(function), context_(context), has_transpose_(has_transpose) {}

    RCP<const Map> getDomainMap() const override { return domain_; }
    RCP<const Map> getRangeMap() const override { return range_; }
    bool hasTransposeApply() const override { return has_transpose_; }

    void apply(const MultiVector &x, MultiVector &y, Teuchos::ETransp mode, double alpha, double beta) const override {
        if (mode != Teuchos::NO_TRANS && !has_transpose_)
            throw Error(DA_ERR_UNSUPPORTED, "this operator has no transpose: no function for it was given");
        if (alpha == 1.0 && beta == 0.0) {
            compute(x, y, mode);
            return;
        }
        if (product_.is_null() || product_->getNumVectors() != y.getNumVectors() || product_->getMap().get() != y.getMap().get())
            product_ = Teuchos::rcp(new MultiVector(y.getMap(), y.getNumVectors(), false));
        compute(x, *product_, mode);
        y.update(alpha, *product_, beta);
    }

  private:
    void compute(const MultiVector &x, MultiVector &y, Teuchos::ETransp mode) const {
        if (x.isConstantStride() && y.isConstantStride()) {
            run(x, y, mode);
            return;
        }
        for (size_t column = 0; column < x.getNumVectors(); ++column)
            run(*x.getVector(column), *y.getVectorNonConst(column), mode);
    }

    void run(const MultiVector &x, MultiVector &y, Teuchos::ETransp mode) const {
        auto from = x.getLocalViewHost(Tpetra::Access::ReadOnly);
        auto to = y.getLocalViewHost(Tpetra::Access::OverwriteAll);
        int32_t failed = function_(context_, from.data(), static_cast<int64_t>(x.getStride()), static_cast<int64_t>(from.extent(0)), to.data(),
                                   static_cast<int64_t>(y.getStride()), static_cast<int64_t>(to.extent(0)),
                                   static_cast<int32_t>(x.getNumVectors()), mode == Teuchos::NO_TRANS ? 0 : 1);
        if (failed)
            for (size_t column = 0; column < to.extent(1); ++column)
                for (size_t row = 0; row < to.extent(0); ++row)
                    to(row, column) = std::numeric_limits<double>::quiet_NaN();
    }

    RCP<const Map> domain_, range_;
    da_tpetra_function function_;
    void *context_;
    bool has_transpose_;
    mutable RCP<MultiVector> product_;
};

} // namespace

da_status da_tpetra_operator_from_function(const da_trilinos_object *domain, const da_trilinos_object *range, da_tpetra_function function, void *context, int32_t has_transpose, da_trilinos_object **operator_) {
    return call([&] {
        require(reinterpret_cast<const void *>(function), "function");
        require(operator_, "operator_");
        RCP<Operator> made = Teuchos::rcp(new FunctionOperator(get<const Map>(domain, "domain"), get<const Map>(range, "range"), function, context, has_transpose != 0));
        *operator_ = keep(made);
    });
}

da_status da_tpetra_operator_apply(const da_trilinos_object *operator_, const da_trilinos_object *x, da_trilinos_object *y, int32_t transpose, double alpha, double beta) {
    return call([&] {
        const auto &a = get<Operator>(operator_, "operator_");
        if (transpose && !a->hasTransposeApply())
            throw Error(DA_ERR_UNSUPPORTED, "this operator has no transpose");
        a->apply(*get<MultiVector>(x, "x"), *get<MultiVector>(y, "y"), transpose ? Teuchos::TRANS : Teuchos::NO_TRANS, alpha, beta);
    });
}
