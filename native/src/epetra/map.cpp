#include "distarray/epetra_map.h"
#include "epetra/types.hpp"

#include <limits>
#include <vector>

using namespace distarray;
using namespace distarray::epetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

namespace {

template <class Id> RCP<const Epetra_Map> make(const int64_t *indices, int count, bool contiguous, const Epetra_MpiComm &comm) {
    if (contiguous)
        return Teuchos::rcp(new Epetra_Map(static_cast<Id>(-1), count, static_cast<Id>(0), comm));
    std::vector<Id> list(indices, indices + count);
    return Teuchos::rcp(new Epetra_Map(static_cast<Id>(-1), count, list.data(), static_cast<Id>(0), comm));
}

} // namespace

da_status da_epetra_map_create(int64_t comm, const int64_t *indices, int64_t count, int32_t contiguous, int32_t is_wide, da_trilinos_object **map) {
    return call([&] {
        require(map, "map");
        if (count < 0 || count > std::numeric_limits<int>::max())
            throw Error(DA_ERR_ARGUMENT, "a rank has " + std::to_string(count) + " indices, but Epetra counts them with 32 bits");
        if (!contiguous && count > 0)
            require(indices, "indices");
        Epetra_MpiComm owner(trilinos::own_comm(comm));
        auto mine = static_cast<int>(count);
        *map = keep(is_wide ? make<long long>(indices, mine, contiguous != 0, owner) : make<int>(indices, mine, contiguous != 0, owner));
    });
}

da_status da_epetra_map_info(const da_trilinos_object *map, int64_t *size, int64_t *count, int32_t *contiguous) {
    return call([&] {
        require(size, "size");
        require(count, "count");
        require(contiguous, "contiguous");
        const auto &m = get<const Epetra_Map>(map, "map");
        *size = m->NumGlobalElements64();
        *count = m->NumMyElements();
        *contiguous = m->LinearMap();
    });
}

da_status da_epetra_map_indices(const da_trilinos_object *map, int64_t indices[], int64_t capacity) {
    return call([&] {
        const auto &m = get<const Epetra_Map>(map, "map");
        int count = m->NumMyElements();
        if (capacity < count)
            throw Error(DA_ERR_ARGUMENT, std::to_string(count) + " indices do not fit into " + std::to_string(capacity));
        if (count > 0)
            require(indices, "indices");
        for (int i = 0; i < count; ++i)
            indices[i] = m->GID64(i);
    });
}

da_status da_epetra_map_same(const da_trilinos_object *first, const da_trilinos_object *second, int32_t *same) {
    return call([&] {
        require(same, "same");
        *same = get<const Epetra_Map>(first, "first")->SameAs(*get<const Epetra_Map>(second, "second"));
    });
}

da_status da_epetra_map_one_to_one(const da_trilinos_object *map, int32_t *one_to_one) {
    return call([&] {
        require(one_to_one, "one_to_one");
        *one_to_one = get<const Epetra_Map>(map, "map")->UniqueGIDs();
    });
}
