#include "distarray/epetra_transfer.h"
#include "epetra/types.hpp"

#include <Epetra_CombineMode.h>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::Held;
using trilinos::keep;

namespace {

void transfer(const da_trilinos_object *plan, const da_trilinos_object *from, da_trilinos_object *to, int32_t combine, bool reverse) {
    if (combine != DA_EPETRA_ADD && combine != DA_EPETRA_INSERT)
        throw Error(DA_ERR_ARGUMENT, "combine is " + std::to_string(combine) + ", must be 0 or 1");
    const auto &x = get<Epetra_MultiVector>(from, "from");
    const auto &y = get<Epetra_MultiVector>(to, "to");
    trilinos::require_live(plan, "plan");
    // Epetra overwrites what this rank itself brings: to add, the sum is made aside.
    Epetra_MultiVector aside(combine == DA_EPETRA_ADD ? Copy : View, *y, 0, y->NumVectors());
    if (combine == DA_EPETRA_ADD)
        check(aside.PutScalar(0), "Epetra_MultiVector::PutScalar");
    auto mode = combine == DA_EPETRA_ADD ? Add : Insert;
    if (auto *import = dynamic_cast<const Held<const Epetra_Import> *>(plan))
        check(reverse ? aside.Export(*x, *import->value, mode) : aside.Import(*x, *import->value, mode), "Epetra_DistObject::Import");
    else {
        const auto &out = get<const Epetra_Export>(plan, "plan");
        check(reverse ? aside.Import(*x, *out, mode) : aside.Export(*x, *out, mode), "Epetra_DistObject::Export");
    }
    if (combine == DA_EPETRA_ADD)
        check(y->Update(1, aside, 1), "Epetra_MultiVector::Update");
}

} // namespace

da_status da_epetra_transfer_import(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan) {
    return call([&] {
        require(plan, "plan");
        RCP<const Epetra_Import> made = Teuchos::rcp(new Epetra_Import(*get<const Epetra_Map>(target, "target"), *get<const Epetra_Map>(source, "source")));
        *plan = keep(made);
    });
}

da_status da_epetra_transfer_export(const da_trilinos_object *source, const da_trilinos_object *target, da_trilinos_object **plan) {
    return call([&] {
        require(plan, "plan");
        RCP<const Epetra_Export> made = Teuchos::rcp(new Epetra_Export(*get<const Epetra_Map>(source, "source"), *get<const Epetra_Map>(target, "target")));
        *plan = keep(made);
    });
}

da_status da_epetra_transfer_forward(const da_trilinos_object *plan, const da_trilinos_object *source, da_trilinos_object *target, int32_t combine) {
    return call([&] { transfer(plan, source, target, combine, false); });
}

da_status da_epetra_transfer_reverse(const da_trilinos_object *plan, const da_trilinos_object *target, da_trilinos_object *source, int32_t combine) {
    return call([&] { transfer(plan, target, source, combine, true); });
}
