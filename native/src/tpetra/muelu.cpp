#include "core/text.hpp"
#include "distarray/tpetra_preconditioner.h"
#include "tpetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <MueLu_CreateTpetraPreconditioner.hpp>
#include <MueLu_MasterList.hpp>
#include <MueLu_TpetraOperator.hpp>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_as;
using trilinos::get_optional;
using trilinos::keep;

namespace {

using Multigrid = MueLu::TpetraOperator<double, Local, Global, Node>;

/** The hierarchy keeps what it is given, the caller's memory may go. */
RCP<MultiVector> copy(const MultiVector &vector) { return Teuchos::rcp(new MultiVector(vector, Teuchos::Copy)); }

} // namespace

da_status da_tpetra_preconditioner_muelu(const da_trilinos_object *matrix, const char *parameters, const da_trilinos_object *coordinates, const da_trilinos_object *null_space, da_trilinos_object **preconditioner) {
    return call([&] {
        require(preconditioner, "preconditioner");
        RCP<Operator> a = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        auto list = trilinos::parameters_of(parameters);
        if (auto points = get_optional<MultiVector>(coordinates, "coordinates"); !points.is_null())
            list->sublist("user data").set("Coordinates", copy(*points));
        if (auto modes = get_optional<MultiVector>(null_space, "null_space"); !modes.is_null())
            list->sublist("user data").set("Nullspace", copy(*modes));
        RCP<Operator> made = MueLu::CreateTpetraPreconditioner<double, Local, Global, Node>(a, *list);
        *preconditioner = keep(made);
    });
}

da_status da_tpetra_preconditioner_recompute(da_trilinos_object *preconditioner, const da_trilinos_object *matrix) {
    return call([&] {
        const auto &made = get<Operator>(preconditioner, "preconditioner");
        auto a = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        if (auto multigrid = Teuchos::rcp_dynamic_cast<Multigrid>(made); !multigrid.is_null())
            MueLu::ReuseTpetraPreconditioner<double, Local, Global, Node>(a, *multigrid);
        else if (!recompute_ifpack2(made))
            throw Error(DA_ERR_ARGUMENT, "preconditioner is a " + made->description() + ", of neither Ifpack2 nor MueLu");
    });
}

da_status da_tpetra_preconditioner_parameters(char *buffer, int64_t capacity, int64_t *length) {
    return call([&] { copy_text(trilinos::to_xml(*MueLu::MasterList::List()), buffer, capacity, length); });
}
