#include "trilinos/object.hpp"
#include "core/text.hpp"
#include "trilinos/call.hpp"

#include <mpi.h>

#include <algorithm>
#include <list>
#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace distarray::trilinos {
namespace {

/** All objects in the order they were made, so that the end can go backwards. Never destroyed itself: it outlives every static. */
struct Registry {
    std::mutex gate;
    std::list<std::unique_ptr<da_trilinos_object>> objects;
    std::unordered_map<const da_trilinos_object *, std::list<std::unique_ptr<da_trilinos_object>>::iterator> places;
    std::vector<void (*)()> actions;
    int64_t created = 0;
    bool watches_end = false;
    bool ended = false;
};

Registry &registry() {
    static auto *instance = new Registry;
    return *instance;
}

/** What is still alive, newest first, then the actions: MPI runs, Kokkos runs. */
int end(MPI_Comm, int, void *, void *) {
    Registry &all = registry();
    try {
        Quiet quiet;
        while (!all.objects.empty()) {
            std::unique_ptr<da_trilinos_object> last = std::move(all.objects.back());
            all.objects.pop_back();
            all.places.erase(last.get());
        }
        for (auto action = all.actions.rbegin(); action != all.actions.rend(); ++action)
            (*action)();
    } catch (...) {
        // MPI_Finalize goes on; nobody is left who could be told.
    }
    all.actions.clear();
    all.ended = true;
    return MPI_SUCCESS;
}

/** MPI_Finalize deletes the attributes of self before anything else, whoever calls it. */
void watch_end(Registry &all) {
    if (all.watches_end)
        return;
    int key = MPI_KEYVAL_INVALID;
    if (MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, end, &key, nullptr) != MPI_SUCCESS ||
        MPI_Comm_set_attr(MPI_COMM_SELF, key, nullptr) != MPI_SUCCESS)
        throw Error(DA_ERR_MPI, "no attribute can be set on MPI_COMM_SELF");
    MPI_Comm_free_keyval(&key);
    all.watches_end = true;
}

} // namespace

da_trilinos_object *keep(std::unique_ptr<da_trilinos_object> object) {
    Registry &all = registry();
    std::lock_guard lock(all.gate);
    watch_end(all);
    all.objects.push_back(std::move(object));
    auto place = std::prev(all.objects.end());
    all.places.emplace(place->get(), place);
    ++all.created;
    return place->get();
}

void require_live(const da_trilinos_object *object, const char *name) {
    require(object, name);
    Registry &all = registry();
    std::lock_guard lock(all.gate);
    if (all.places.find(object) == all.places.end())
        throw Error(DA_ERR_STATE, std::string(name) + (all.ended ? " is gone: MPI has ended, and all of Trilinos with it" : " is no live object of Trilinos"));
}

void at_end(void (*action)()) {
    Registry &all = registry();
    std::lock_guard lock(all.gate);
    watch_end(all);
    all.actions.push_back(action);
}

void throw_kind(const da_trilinos_object *object, const char *name, const char *wanted) {
    throw Error(DA_ERR_ARGUMENT, std::string(name) + " is a " + object->kind() + ", but a " + wanted + " is needed");
}

} // namespace distarray::trilinos

using namespace distarray;
using namespace distarray::trilinos;

da_status da_trilinos_object_close(da_trilinos_object *object) {
    return call([&] {
        std::unique_ptr<da_trilinos_object> last;
        {
            Registry &all = registry();
            std::lock_guard lock(all.gate);
            auto found = all.places.find(object);
            if (found == all.places.end())
                return;
            last = std::move(*found->second);
            all.objects.erase(found->second);
            all.places.erase(found);
        }
    });
}

da_status da_trilinos_count(int64_t *created, int64_t *live) {
    return guard([&] {
        require(created, "created");
        require(live, "live");
        Registry &all = registry();
        std::lock_guard lock(all.gate);
        *created = all.created;
        *live = static_cast<int64_t>(all.objects.size());
    });
}

da_status da_trilinos_describe(char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] {
        std::map<std::string, int64_t> kinds;
        {
            Registry &all = registry();
            std::lock_guard lock(all.gate);
            for (const auto &object : all.objects)
                ++kinds[object->kind()];
        }
        std::string text;
        for (const auto &[kind, count] : kinds)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + kind;
        copy_text(text, buffer, capacity, length);
    });
}
