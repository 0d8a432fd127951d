#include "core/text.hpp"
#include "distarray/epetra_preconditioner.h"
#include "epetra/matrix.hpp"
#include "epetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <ml_MultiLevelPreconditioner.h>
#include <ml_ValidateParameters.h>

#include <memory>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

da_status da_epetra_preconditioner_ml(const da_trilinos_object *matrix, const char *defaults, const char *parameters, da_trilinos_object **preconditioner) {
    return call([&] {
        require(defaults, "defaults");
        require(preconditioner, "preconditioner");
        auto a = matrix_of(matrix, "matrix");
        Teuchos::ParameterList list;
        if (ML_Epetra::SetDefaults(defaults, list) != 0)
            throw Error(DA_ERR_ARGUMENT, std::string("ML has no defaults '") + defaults + "'");
        list.set("ML output", 0);
        list.setParameters(*trilinos::parameters_of(parameters));
        auto made = Teuchos::rcp(new ML_Epetra::MultiLevelPreconditioner(*a, list, false));
        check(made->ComputePreconditioner(), "ML_Epetra::MultiLevelPreconditioner::ComputePreconditioner");
        RCP<Epetra_Operator> base = made;
        Teuchos::set_extra_data(a, "matrix", Teuchos::inOutArg(base));
        *preconditioner = keep(base);
    });
}

da_status da_epetra_preconditioner_recompute(da_trilinos_object *preconditioner) {
    return call([&] {
        const auto &made = get<Epetra_Operator>(preconditioner, "preconditioner");
        if (auto multigrid = Teuchos::rcp_dynamic_cast<ML_Epetra::MultiLevelPreconditioner>(made); !multigrid.is_null())
            check(multigrid->ReComputePreconditioner(), "ML_Epetra::MultiLevelPreconditioner::ReComputePreconditioner");
        else if (!recompute_ifpack(made))
            throw Error(DA_ERR_ARGUMENT, std::string("preconditioner is a ") + made->Label() + ", of neither Ifpack nor ML");
    });
}

da_status da_epetra_preconditioner_parameters(int32_t is_ml, char *buffer, int64_t capacity, int64_t *length) {
    return call([&] {
        std::string text;
        if (is_ml) {
            std::unique_ptr<Teuchos::ParameterList> valid(ML_Epetra::GetValidMLPParameters());
            text = trilinos::to_xml(*valid);
        } else {
            text = ifpack_parameters();
        }
        copy_text(text, buffer, capacity, length);
    });
}
