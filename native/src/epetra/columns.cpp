#include "epetra/matrix.hpp"

#include <algorithm>
#include <numeric>

namespace distarray::epetra {

void agree(const Epetra_Comm &comm, const std::string &problem) {
    int mine = problem.empty() ? comm.NumProc() : comm.MyPID(), first = 0;
    comm.MinAll(&mine, &first, 1);
    if (first == comm.NumProc())
        return;
    std::string text = comm.NumProc() == 1 ? problem : "rank " + std::to_string(first) + ": " + problem;
    int length = static_cast<int>(text.size());
    comm.Broadcast(&length, 1, first);
    text.resize(static_cast<size_t>(length));
    comm.Broadcast(text.data(), length, first);
    throw Error(DA_ERR_ARGUMENT, text);
}

std::vector<int> owners(const Epetra_Map &map, const std::vector<int64_t> &indices) {
    std::vector<int> ranks(indices.size()), places(indices.size());
    auto count = static_cast<int>(indices.size());
    with_index(map, [&](auto *type) {
        using Id = std::remove_pointer_t<decltype(type)>;
        std::vector<Id> ids(indices.begin(), indices.end());
        check(map.RemoteIDList(count, ids.data(), ranks.data(), places.data()), "Epetra_BlockMap::RemoteIDList");
    });
    return ranks;
}

std::vector<int64_t> foreign(const Epetra_Map &map, const int64_t *indices, int64_t count) {
    std::vector<int64_t> others;
    for (int64_t i = 0; i < count; ++i)
        if (map.LID(static_cast<long long>(indices[i])) < 0)
            others.push_back(indices[i]);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    return others;
}

Epetra_Map column_map(const Epetra_Map &domain, const int64_t *columns, int64_t count) {
    std::vector<int64_t> others = foreign(domain, columns, count);
    std::vector<int> ranks = owners(domain, others);
    std::string problem;
    for (size_t i = 0; i < others.size() && problem.empty(); ++i)
        if (ranks[i] < 0)
            problem = "column " + std::to_string(others[i]) + " is in no rank's part of the domain map, which has " + std::to_string(domain.NumGlobalElements64()) + " indices";
    agree(domain.Comm(), problem);
    std::vector<size_t> order(others.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return ranks[a] < ranks[b]; });
    return with_index(domain, [&](auto *type) {
        using Id = std::remove_pointer_t<decltype(type)>;
        std::vector<Id> all;
        for (int i = 0; i < domain.NumMyElements(); ++i)
            all.push_back(static_cast<Id>(domain.GID64(i)));
        for (size_t place : order)
            all.push_back(static_cast<Id>(others[place]));
        return Epetra_Map(static_cast<Id>(-1), static_cast<int>(all.size()), all.data(), static_cast<Id>(0), domain.Comm());
    });
}

} // namespace distarray::epetra
