#include "distarray/tpetra_preconditioner.h"
#include "tpetra/matrix.hpp"
#include "tpetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <Ifpack2_Factory.hpp>
#include <Ifpack2_Preconditioner.hpp>
#include <Tpetra_Vector.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get_as;
using trilinos::keep;

namespace {

using Preconditioner = Ifpack2::Preconditioner<double, Local, Global, Node>;

/** Jacobi's and Chebyshev's methods divide by the diagonal, and give infinities in silence where it is 0. */
void check_diagonal(const std::string &type, const CrsMatrix &matrix) {
    std::string problem;
    if (type == "RELAXATION" || type == "CHEBYSHEV") {
        Tpetra::Vector<double, Local, Global, Node> diagonal(matrix.getRowMap());
        matrix.getLocalDiagCopy(diagonal);
        auto values = diagonal.getLocalViewHost(Tpetra::Access::ReadOnly);
        for (size_t row = 0; row < values.extent(0) && problem.empty(); ++row)
            if (values(row, 0) == 0)
                problem = type + " divides by the diagonal, which is 0 in row " + std::to_string(matrix.getRowMap()->getGlobalElement(static_cast<Local>(row)));
    }
    agree(matrix.getRowMap(), problem);
}

/** Incomplete factors divide by pivots, and give infinities in silence where one is 0. Collective. */
void check_factors(const std::string &type, const CrsMatrix &matrix, const Preconditioner &made) {
    if (type == "RELAXATION" || type == "CHEBYSHEV")
        return;
    // The matrix' maps: those of factors may be of one rank each, and so would be their norms.
    MultiVector ones(matrix.getRangeMap(), 1), y(matrix.getDomainMap(), 1);
    ones.putScalar(1.0);
    made.apply(ones, y);
    std::vector<double> norm(1);
    y.norm2(Teuchos::ArrayView<double>(norm.data(), 1));
    if (!std::isfinite(norm[0]))
        throw Error(DA_ERR_TRILINOS, type + " gives infinities or NaN: a pivot is 0, or the matrix has elements that are not finite");
}

/** What its checks depend on is kept with a preconditioner. */
constexpr const char *type_key = "distarray type";

void compute(const std::string &type, const CrsMatrix &matrix, Preconditioner &made) {
    check_diagonal(type, matrix);
    made.compute();
    check_factors(type, matrix, made);
}

} // namespace

bool distarray::tpetra::recompute_ifpack2(const RCP<Operator> &preconditioner, const CrsMatrix &matrix) {
    auto own = Teuchos::rcp_dynamic_cast<Preconditioner>(preconditioner);
    if (own.is_null())
        return false;
    compute(Teuchos::get_extra_data<std::string>(own, type_key), matrix, *own);
    return true;
}

da_status da_tpetra_preconditioner_ifpack2(const char *type, const da_trilinos_object *matrix, int32_t overlap, const char *parameters, da_trilinos_object **preconditioner) {
    return call([&] {
        require(type, "type");
        require(preconditioner, "preconditioner");
        auto a = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        RCP<const RowMatrix> rows = a;
        auto made = Ifpack2::Factory::create<RowMatrix>(type, rows, overlap);
        made->setParameters(*trilinos::parameters_of(parameters));
        made->initialize();
        compute(type, *a, *made);
        Teuchos::set_extra_data(std::string(type), type_key, Teuchos::inOutArg(made));
        *preconditioner = keep(Teuchos::rcp_implicit_cast<Operator>(made));
    });
}
