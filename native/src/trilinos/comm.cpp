#include "trilinos/comm.hpp"
#include "mpi/handle.hpp"
#include "trilinos/object.hpp"

#include <vector>

namespace distarray::trilinos {
namespace {

int key = MPI_KEYVAL_INVALID;
std::vector<MPI_Comm> made;

void check(int code, const char *what) {
    if (code == MPI_SUCCESS)
        return;
    char text[MPI_MAX_ERROR_STRING];
    int length = 0;
    MPI_Error_string(code, text, &length);
    throw MpiError(code, std::string(what) + ": " + std::string(text, static_cast<size_t>(length)));
}

void free_all() {
    for (MPI_Comm &comm : made)
        MPI_Comm_free(&comm);
    made.clear();
    MPI_Comm_free_keyval(&key);
}

} // namespace

MPI_Comm own_comm(int64_t comm) {
    int initialized = 0, finalized = 0;
    MPI_Initialized(&initialized);
    MPI_Finalized(&finalized);
    if (!initialized || finalized)
        throw Error(DA_ERR_STATE, "MPI does not run");
    auto given = mpi::from_int64<MPI_Comm>(comm);
    if (given == MPI_COMM_NULL)
        throw Error(DA_ERR_ARGUMENT, "comm is no communicator");
    if (key == MPI_KEYVAL_INVALID) {
        check(MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, MPI_COMM_NULL_DELETE_FN, &key, nullptr), "MPI_Comm_create_keyval");
        at_end(free_all);
    }
    void *attribute = nullptr;
    int found = 0;
    check(MPI_Comm_get_attr(given, key, &attribute, &found), "MPI_Comm_get_attr");
    if (found)
        return mpi::from_int64<MPI_Comm>(static_cast<int64_t>(reinterpret_cast<intptr_t>(attribute)));
    MPI_Comm own = MPI_COMM_NULL;
    check(MPI_Comm_dup(given, &own), "MPI_Comm_dup");
    check(MPI_Comm_set_attr(given, key, reinterpret_cast<void *>(static_cast<intptr_t>(mpi::to_int64(own)))), "MPI_Comm_set_attr");
    made.push_back(own);
    return own;
}

} // namespace distarray::trilinos
