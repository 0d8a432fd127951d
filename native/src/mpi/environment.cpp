// Start and end of MPI, by us or by whoever owns the process.
#include "distarray/mpi.h"
#include "mpi/comm.hpp"
#include "mpi/error.hpp"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>

using namespace distarray;

std::atomic<bool> mpi::active{false};

namespace {

std::mutex life;
bool owner;

/** MPI_Finalize deletes the attributes of self first: whoever calls it, our own things go while MPI still runs. */
int leave(MPI_Comm, int, void *, void *) {
    mpi::active = false;
    mpi::detach_comms();
    return MPI_SUCCESS;
}

bool flag(int (*query)(int *), const char *call) {
    int value = 0;
    mpi::check(query(&value), call);
    return value != 0;
}

int native_level(int32_t level) {
    switch (level) {
    case DA_MPI_THREAD_SINGLE:
        return MPI_THREAD_SINGLE;
    case DA_MPI_THREAD_FUNNELED:
        return MPI_THREAD_FUNNELED;
    case DA_MPI_THREAD_SERIALIZED:
        return MPI_THREAD_SERIALIZED;
    case DA_MPI_THREAD_MULTIPLE:
        return MPI_THREAD_MULTIPLE;
    default:
        throw Error(DA_ERR_ARGUMENT, "thread level is " + std::to_string(level) + ", must be 0 to 3");
    }
}

int32_t our_level(int level) {
    return level == MPI_THREAD_SINGLE       ? DA_MPI_THREAD_SINGLE
           : level == MPI_THREAD_FUNNELED   ? DA_MPI_THREAD_FUNNELED
           : level == MPI_THREAD_SERIALIZED ? DA_MPI_THREAD_SERIALIZED
                                            : DA_MPI_THREAD_MULTIPLE;
}

int32_t query_level() {
    int level = 0;
    mpi::check(MPI_Query_thread(&level), "MPI_Query_thread");
    return our_level(level);
}

/** Status of a job of which a process has exited while MPI runs; that of the managed side. */
constexpr int unfinished = 71;

std::atomic<pid_t> guarded;

/** What was printed may still be in the pipes: MPICH's launcher ends at an abort, and drops what it has not read. Waited for
 *  as long as a launcher needs, not one that is stuck. */
void await_output() {
    constexpr int patience = 500; // milliseconds
    for (int waited = 0; waited < patience; ++waited) {
        int unread = 0;
        for (int stream : {STDOUT_FILENO, STDERR_FILENO}) {
            struct stat kind {};
            int here = 0;
            if (fstat(stream, &kind) == 0 && S_ISFIFO(kind.st_mode) && ioctl(stream, FIONREAD, &here) == 0)
                unread += here;
        }
        if (unread == 0)
            return;
        usleep(1000);
    }
}

/** exit() in native code, such as a STOP in a core: the others may wait for this rank, and MPICH's mpiexec would call it success. */
void end_unfinished_job() {
    int initialized = 0, finalized = 0;
    if (getpid() != guarded || MPI_Initialized(&initialized) != MPI_SUCCESS || !initialized ||
        MPI_Finalized(&finalized) != MPI_SUCCESS || finalized)
        return;
    int rank = 0, size = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    std::fflush(stdout);
    std::fprintf(stderr,
                 "[rank %d of %d] native code exits, with exit() or a STOP of Fortran, while MPI runs, and the other "
                 "ranks may wait for it: the job ends with %d.\n",
                 rank, size, unfinished);
    std::fflush(stderr);
    guarded = 0;
    await_output();
    MPI_Abort(MPI_COMM_WORLD, unfinished);
}

void attach() {
    // Where the host has started MPI, it may end MPI in a destructor, after this handler. A child of fork() has the handler
    // too, and must not end the job of its parent.
    if (owner && guarded == 0 && std::atexit(end_unfinished_job) == 0)
        guarded = getpid();
    mpi::attach_comms();
    int key = MPI_KEYVAL_INVALID;
    mpi::check(MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, leave, &key, nullptr), "MPI_Comm_create_keyval");
    mpi::check(MPI_Comm_set_attr(MPI_COMM_SELF, key, nullptr), "MPI_Comm_set_attr");
    mpi::check(MPI_Comm_free_keyval(&key), "MPI_Comm_free_keyval");
    mpi::active = true;
}

} // namespace

da_status da_mpi_init(int32_t required, int32_t *provided, int32_t *owned) {
    return guard([&] {
        require(provided, "provided");
        require(owned, "owned");
        int level = native_level(required);
        std::lock_guard lock(life);
        if (flag(MPI_Finalized, "MPI_Finalized"))
            throw Error(DA_ERR_STATE, "MPI has ended in this process and cannot start again");
        *owned = !flag(MPI_Initialized, "MPI_Initialized");
        if (*owned) {
            int given = 0;
            mpi::check(MPI_Init_thread(nullptr, nullptr, level, &given), "MPI_Init_thread");
            owner = true;
        }
        if (!mpi::active)
            attach();
        *provided = query_level();
    });
}

da_status da_mpi_finalize(void) {
    return guard([&] {
        std::lock_guard lock(life);
        if (!owner || flag(MPI_Finalized, "MPI_Finalized"))
            return;
        owner = false;
        mpi::check(MPI_Finalize(), "MPI_Finalize");
    });
}

da_status da_mpi_is_active(int32_t *active) {
    return guard([&] {
        require(active, "active");
        *active = flag(MPI_Initialized, "MPI_Initialized") && !flag(MPI_Finalized, "MPI_Finalized");
    });
}

da_status da_mpi_abort(int32_t code) {
    return guard([&] {
        if (!flag(MPI_Initialized, "MPI_Initialized") || flag(MPI_Finalized, "MPI_Finalized"))
            mpi::throw_inactive();
        guarded = 0; // MPICH aborts by exit()
        await_output();
        mpi::check(MPI_Abort(MPI_COMM_WORLD, code), "MPI_Abort");
    });
}

da_status da_mpi_thread(int32_t *level) {
    return guard([&] {
        require(level, "level");
        mpi::require_active();
        *level = query_level();
    });
}

da_status da_mpi_version(int32_t *major, int32_t *minor) {
    return guard([&] {
        require(major, "major");
        require(minor, "minor");
        mpi::check(MPI_Get_version(major, minor), "MPI_Get_version");
    });
}
