#include "tpetra/matrix.hpp"

#include <Teuchos_CommHelpers.hpp>
#include <Teuchos_OrdinalTraits.hpp>

#include <algorithm>

namespace distarray::tpetra {

void agree(const RCP<const Map> &map, const std::string &problem) {
    const auto &comm = *map->getComm();
    int mine = problem.empty() ? comm.getSize() : comm.getRank(), first = 0;
    Teuchos::reduceAll(comm, Teuchos::REDUCE_MIN, mine, Teuchos::outArg(first));
    if (first == comm.getSize())
        return;
    std::string text = comm.getSize() == 1 ? problem : "rank " + std::to_string(first) + ": " + problem;
    int length = static_cast<int>(text.size());
    Teuchos::broadcast(comm, first, Teuchos::outArg(length));
    text.resize(static_cast<size_t>(length));
    Teuchos::broadcast(comm, first, length, text.data());
    throw Error(DA_ERR_ARGUMENT, text);
}

Columns::Columns(const RCP<const Map> &domain, const int64_t *columns, size_t count) : domain_(domain) {
    std::vector<Global> others;
    for (size_t i = 0; i < count; ++i)
        if (domain->getLocalElement(columns[i]) == Teuchos::OrdinalTraits<Local>::invalid())
            others.push_back(columns[i]);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());

    std::vector<int> owners(others.size());
    domain->getRemoteIndexList(Teuchos::ArrayView<const Global>(others.data(), static_cast<Teuchos_Ordinal>(others.size())),
                               Teuchos::ArrayView<int>(owners.data(), static_cast<Teuchos_Ordinal>(owners.size())));
    std::string problem;
    for (size_t i = 0; i < others.size() && problem.empty(); ++i)
        if (owners[i] < 0)
            problem = "column " + std::to_string(others[i]) + " is in no rank's part of the domain map, which has " + std::to_string(domain->getGlobalNumElements()) + " indices";
    agree(domain, problem);

    std::vector<size_t> order(others.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return owners[a] < owners[b]; });
    auto mine = domain->getNodeElementList();
    std::vector<Global> all(mine.begin(), mine.end());
    foreign_.resize(others.size());
    for (size_t place = 0; place < order.size(); ++place) {
        foreign_[order[place]] = {others[order[place]], static_cast<Local>(all.size())};
        all.push_back(others[order[place]]);
    }
    map_ = Teuchos::rcp(new Map(Teuchos::OrdinalTraits<Tpetra::global_size_t>::invalid(), all.data(), static_cast<Local>(all.size()), domain->getIndexBase(), domain->getComm()));
}

Local Columns::local(Global column) const {
    Local own = domain_->getLocalElement(column);
    if (own != Teuchos::OrdinalTraits<Local>::invalid())
        return own;
    auto found = std::lower_bound(foreign_.begin(), foreign_.end(), column, [](const auto &entry, Global wanted) { return entry.first < wanted; });
    return found->second;
}

void sort_row(Local *columns, double *values, int64_t *globals, size_t count) {
    // Rows are short, and mostly in order.
    for (size_t i = 1; i < count; ++i) {
        Local column = columns[i];
        if (columns[i - 1] <= column)
            continue;
        double value = values[i];
        int64_t global = globals ? globals[i] : 0;
        size_t place = i;
        for (; place > 0 && columns[place - 1] > column; --place) {
            columns[place] = columns[place - 1];
            values[place] = values[place - 1];
            if (globals)
                globals[place] = globals[place - 1];
        }
        columns[place] = column;
        values[place] = value;
        if (globals)
            globals[place] = global;
    }
}

} // namespace distarray::tpetra
