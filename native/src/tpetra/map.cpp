#include "distarray/tpetra_map.h"
#include "tpetra/types.hpp"

#include <Teuchos_OrdinalTraits.hpp>

#include <algorithm>
#include <limits>

using namespace distarray;
using namespace distarray::tpetra;
using trilinos::call;
using trilinos::get;
using trilinos::keep;

da_status da_tpetra_map_create(int64_t comm, const int64_t *indices, int64_t count, int32_t contiguous, int64_t size, da_trilinos_object **map) {
    return call([&] {
        require(map, "map");
        if (count < 0 || count > std::numeric_limits<Local>::max())
            throw Error(DA_ERR_ARGUMENT, "a rank has " + std::to_string(count) + " indices, but Tpetra counts them with 32 bits");
        auto owner = comm_of(comm);
        auto total = size < 0 ? Teuchos::OrdinalTraits<Tpetra::global_size_t>::invalid() : static_cast<Tpetra::global_size_t>(size);
        static_assert(sizeof(Global) == sizeof(int64_t));
        if (!contiguous && count > 0)
            require(indices, "indices");
        RCP<const Map> made = contiguous ? Teuchos::rcp(new Map(total, static_cast<size_t>(count), 0, owner))
                                         : Teuchos::rcp(new Map(total, reinterpret_cast<const Global *>(indices), static_cast<Local>(count), 0, owner));
        *map = keep(made);
    });
}

da_status da_tpetra_map_info(const da_trilinos_object *map, int64_t *size, int64_t *count, int32_t *contiguous) {
    return call([&] {
        require(size, "size");
        require(count, "count");
        require(contiguous, "contiguous");
        const auto &m = get<const Map>(map, "map");
        *size = static_cast<int64_t>(m->getGlobalNumElements());
        *count = static_cast<int64_t>(m->getNodeNumElements());
        *contiguous = m->isContiguous();
    });
}

da_status da_tpetra_map_indices(const da_trilinos_object *map, int64_t *indices, int64_t capacity) {
    return call([&] {
        const auto &m = get<const Map>(map, "map");
        auto mine = m->getNodeElementList();
        if (capacity < mine.size())
            throw Error(DA_ERR_ARGUMENT, std::to_string(mine.size()) + " indices do not fit into " + std::to_string(capacity));
        if (mine.size() > 0)
            require(indices, "indices");
        std::copy(mine.begin(), mine.end(), indices);
    });
}

da_status da_tpetra_map_same(const da_trilinos_object *first, const da_trilinos_object *second, int32_t *same) {
    return call([&] {
        require(same, "same");
        *same = get<const Map>(first, "first")->isSameAs(*get<const Map>(second, "second"));
    });
}

da_status da_tpetra_map_one_to_one(const da_trilinos_object *map, int32_t *one_to_one) {
    return call([&] {
        require(one_to_one, "one_to_one");
        *one_to_one = get<const Map>(map, "map")->isOneToOne();
    });
}
