#include "core/text.hpp"
#include "distarray/tpetra_preconditioner.h"
#include "tpetra/preconditioner.hpp"
#include "trilinos/parameters.hpp"

#include <MueLu_CreateTpetraPreconditioner.hpp>
#include <MueLu_MasterList.hpp>
#include <MueLu_TpetraOperator.hpp>
#include <Teuchos_CommHelpers.hpp>

#include <string>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::get_as;
using trilinos::get_optional;
using trilinos::keep;

namespace {

using Multigrid = MueLu::TpetraOperator<double, Local, Global, Node>;
using GridOperator = Xpetra::Operator<double, Local, Global, Node>;

/** The hierarchy keeps what it is given, the caller's memory may go. */
RCP<MultiVector> copy(const MultiVector &vector) { return Teuchos::rcp(new MultiVector(vector, Teuchos::Copy)); }

/** Whether this rank has rows of a grid. One that has left it keeps an empty pointer. */
bool owns_rows(MueLu::Level &grid) {
    if (!grid.IsAvailable("A"))
        return false;
    auto a = grid.Get<RCP<GridOperator>>("A");
    return !a.is_null() && a->getRangeMap()->getNodeNumElements() > 0;
}

/** The packaged direct solver is wrong in silence where the coarsest grid is on several ranks. Collective. */
void check_coarsest(const Multigrid &multigrid, const Teuchos::Comm<int> &comm, const Teuchos::ParameterList &list) {
    const std::string type = list.isType<std::string>("coarse: type") ? list.get<std::string>("coarse: type") : "";
    for (const char *right : {"RELAXATION", "CHEBYSHEV", "ILUT", "RILUK", "SCHWARZ"})
        if (type == right)
            return;
    auto hierarchy = multigrid.GetHierarchy();
    // A rank without a part of the coarsest grid may know fewer grids, or have no matrix there.
    int levels = hierarchy->GetNumLevels(), most = 0;
    Teuchos::reduceAll(comm, Teuchos::REDUCE_MAX, levels, Teuchos::outArg(most));
    int owns = 0, owners = 0;
    if (levels == most) {
        const auto &coarsest = hierarchy->GetLevel(levels - 1);
        owns = owns_rows(*coarsest);
    }
    Teuchos::reduceAll(comm, Teuchos::REDUCE_SUM, owns, Teuchos::outArg(owners));
    if (owners > 1)
        throw Error(DA_ERR_UNSUPPORTED, "the coarsest of " + std::to_string(most) + " grids is on " + std::to_string(owners) +
                                            " ranks, where the direct solver of this Trilinos is wrong: leave 'repartition: enable', 'max levels' and 'coarse: max size' at their defaults, or set 'coarse: type' to RELAXATION");
}

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
        auto made = MueLu::CreateTpetraPreconditioner<double, Local, Global, Node>(a, *list);
        check_coarsest(*made, *a->getDomainMap()->getComm(), *list);
        *preconditioner = keep(Teuchos::rcp_implicit_cast<Operator>(made));
    });
}

da_status da_tpetra_preconditioner_recompute(da_trilinos_object *preconditioner, const da_trilinos_object *matrix) {
    return call([&] {
        const auto &made = get<Operator>(preconditioner, "preconditioner");
        auto a = get_as<CrsMatrix, Operator>(matrix, "matrix", "Tpetra::CrsMatrix");
        if (auto multigrid = Teuchos::rcp_dynamic_cast<Multigrid>(made); !multigrid.is_null())
            MueLu::ReuseTpetraPreconditioner<double, Local, Global, Node>(a, *multigrid);
        else if (!recompute_ifpack2(made, *a))
            throw Error(DA_ERR_ARGUMENT, "preconditioner is a " + made->description() + ", of neither Ifpack2 nor MueLu");
    });
}

da_status da_tpetra_preconditioner_parameters(char *buffer, int64_t capacity, int64_t *length) {
    return call([&] { copy_text(trilinos::to_xml(*MueLu::MasterList::List()), buffer, capacity, length); });
}
