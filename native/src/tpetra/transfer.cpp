#include "distarray/tpetra_transfer.h"
#include "tpetra/vector.hpp"

#include <type_traits>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::Held;
using trilinos::keep;

namespace {

Tpetra::CombineMode mode_of(int32_t combine) {
    switch (combine) {
    case DA_TPETRA_ADD:
        return Tpetra::ADD_ASSIGN; // Tpetra::ADD overwrites what this rank itself brings
    case DA_TPETRA_INSERT:
        return Tpetra::INSERT;
    default:
        throw Error(DA_ERR_ARGUMENT, "combine is " + std::to_string(combine) + ", must be 0 or 1");
    }
}

void transfer(const da_trilinos_object *plan, const da_trilinos_object *from, da_trilinos_object *to, int32_t combine, bool reverse) {
    auto mode = mode_of(combine);
    with_vector(from, "from", [&](const auto &x) {
        using Vector = std::remove_reference_t<decltype(*x)>;
        const auto &y = get<Vector>(to, "to");
        trilinos::require_live(plan, "plan");
        if (auto *import = dynamic_cast<const Held<const Import> *>(plan))
            reverse ? y->doExport(*x, *import->value, mode) : y->doImport(*x, *import->value, mode);
        else {
            const auto &out = get<const Export>(plan, "plan");
            reverse ? y->doImport(*x, *out, mode) : y->doExport(*x, *out, mode);
        }
    });
}

} // namespace

da_status da_tpetra_transfer_import(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan) {
    return call([&] {
        require(plan, "plan");
        RCP<const Import> made = Teuchos::rcp(new Import(get<const Map>(source, "source"), get<const Map>(target, "target")));
        *plan = keep(made);
    });
}

da_status da_tpetra_transfer_export(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan) {
    return call([&] {
        require(plan, "plan");
        RCP<const Export> made = Teuchos::rcp(new Export(get<const Map>(source, "source"), get<const Map>(target, "target")));
        *plan = keep(made);
    });
}

da_status da_tpetra_transfer_forward(const da_trilinos_object *plan, const da_trilinos_object *source, da_trilinos_object *target, int32_t combine) {
    return call([&] { transfer(plan, source, target, combine, false); });
}

da_status da_tpetra_transfer_reverse(const da_trilinos_object *plan, const da_trilinos_object *target, da_trilinos_object *source, int32_t combine) {
    return call([&] { transfer(plan, target, source, combine, true); });
}
