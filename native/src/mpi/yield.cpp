// MPICH waits without ever giving its core away, and Debian's build has no switch for it: with more ranks than cores a
// rank that waits takes the whole time slice of the one it waits for, and programs run a hundred times slower. Its
// progress over UCX goes through one function. Ours of the same name comes first, since MPICH is loaded as what this
// library needs: it yields where the ranks of a machine are as many as its cores, or more.
#include "distarray/api.h"

#include <mpi.h>

#ifdef MPICH_NUMVERSION

#include <dlfcn.h>
#include <sched.h>

#include <cstdlib>

extern "C" DA_API unsigned ucp_worker_progress(void *worker);

namespace {

constexpr int idle_before_yield = 100;

/** Hydra tells how many ranks it starts on this machine; another launcher that says nothing leaves MPICH as it is. */
bool ranks_fill_cores() {
    const char *ranks = std::getenv("MPI_LOCALNRANKS");
    cpu_set_t cores;
    return ranks && sched_getaffinity(0, sizeof cores, &cores) == 0 && std::atoi(ranks) >= CPU_COUNT(&cores);
}

} // namespace

unsigned ucp_worker_progress(void *worker) {
    static const auto progress = reinterpret_cast<unsigned (*)(void *)>(dlsym(RTLD_NEXT, "ucp_worker_progress"));
    static const bool yields = ranks_fill_cores();
    static thread_local int idle;
    unsigned events = progress(worker);
    if (events != 0)
        idle = 0;
    else if (yields && ++idle > idle_before_yield)
        sched_yield();
    return events;
}

#endif
