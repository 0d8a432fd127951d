#include "distarray/tpetra_preconditioner.h"
#include "tpetra/matrix.hpp"
#include "tpetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <Ifpack2_Factory.hpp>
#include <Ifpack2_Preconditioner.hpp>
#include <Tpetra_Vector.hpp>

#include <string>

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

} // namespace

bool distarray::tpetra::recompute_ifpack2(const RCP<Operator> &preconditioner) {
    auto own = Teuchos::rcp_dynamic_cast<Preconditioner>(preconditioner);
    if (own.is_null())
        return false;
    own->compute();
    return true;
}

da_status da_tpetra_preconditioner_ifpack2(const char *type, const da_trilinos_object *matrix, int32_t overlap, const char *parameters, da_trilinos_object **preconditioner) {
    return call([&] {
        require(type, "type");
        require(preconditioner, "preconditioner");
        auto a = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        check_diagonal(type, *a);
        RCP<const RowMatrix> rows = a;
        auto made = Ifpack2::Factory::create<RowMatrix>(type, rows, overlap);
        made->setParameters(*trilinos::parameters_of(parameters));
        made->initialize();
        made->compute();
        *preconditioner = keep(Teuchos::rcp_implicit_cast<Operator>(made));
    });
}
