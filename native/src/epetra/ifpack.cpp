#include "distarray/epetra_preconditioner.h"
#include "epetra/matrix.hpp"
#include "epetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <Epetra_Vector.h>
#include <Ifpack.h>
#include <Ifpack_Chebyshev.h>
#include <Ifpack_ValidParameters.h>

#include <memory>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

bool distarray::epetra::recompute_ifpack(const RCP<Epetra_Operator> &preconditioner) {
    auto own = Teuchos::rcp_dynamic_cast<Ifpack_Preconditioner>(preconditioner);
    if (own.is_null())
        return false;
    if (dynamic_cast<Ifpack_Chebyshev *>(own.get()))
        throw Error(DA_ERR_UNSUPPORTED, "Ifpack's Chebyshev keeps the diagonal that it has seen first: make a new preconditioner");
    // On several ranks it keeps the diagonal of its part since Initialize.
    check(own->Initialize(), "Ifpack_Preconditioner::Initialize");
    check(own->Compute(), "Ifpack_Preconditioner::Compute");
    return true;
}

std::string distarray::epetra::ifpack_parameters() { return trilinos::to_xml(Ifpack_GetValidParameters()); }

da_status da_epetra_preconditioner_ifpack(const char *type, const da_trilinos_object *matrix, int32_t overlap, const char *parameters, da_trilinos_object **preconditioner) {
    return call([&] {
        require(type, "type");
        require(preconditioner, "preconditioner");
        auto a = matrix_of(matrix, "matrix");
        std::string name = type, problem;
        if (name.find("relaxation") != std::string::npos || name == "Chebyshev") {
            Epetra_Vector diagonal(a->RowMap());
            check(a->ExtractDiagonalCopy(diagonal), "Epetra_CrsMatrix::ExtractDiagonalCopy");
            for (int row = 0; row < diagonal.MyLength() && problem.empty(); ++row)
                if (diagonal[row] == 0)
                    problem = name + " divides by the diagonal, which is 0 in row " + std::to_string(a->RowMap().GID64(row));
        }
        agree(a->Comm(), problem);
        Ifpack factory;
        RCP<Ifpack_Preconditioner> made = Teuchos::rcp(factory.Create(name, a.get(), overlap));
        if (made.is_null())
            throw Error(DA_ERR_ARGUMENT, "Ifpack has no type '" + name + "'");
        auto list = trilinos::parameters_of(parameters);
        check(made->SetParameters(*list), "Ifpack_Preconditioner::SetParameters");
        check(made->Initialize(), "Ifpack_Preconditioner::Initialize");
        check(made->Compute(), "Ifpack_Preconditioner::Compute");
        RCP<Epetra_Operator> base = made;
        Teuchos::set_extra_data(a, "matrix", Teuchos::inOutArg(base));
        *preconditioner = keep(base);
    });
}
