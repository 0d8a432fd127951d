#include "tpetra/types.hpp"

#include <Kokkos_Core.hpp>
#include <Teuchos_DefaultMpiComm.hpp>

#include <type_traits>

namespace distarray::tpetra {
namespace {

static_assert(std::is_same_v<MultiVector::dual_view_type::t_dev::memory_space, Kokkos::HostSpace>,
              "this Trilinos keeps vectors in a device's memory: arrays cannot be shared with it");

void start_kokkos() {
    static bool started = false;
    if (started)
        return;
    started = true;
    if (Kokkos::is_initialized())
        return;
    Kokkos::InitArguments arguments;
    arguments.disable_warnings = true;
    Kokkos::initialize(arguments);
    trilinos::at_end([] {
        if (Kokkos::is_initialized())
            Kokkos::finalize();
    });
}

} // namespace

RCP<const Teuchos::Comm<int>> comm_of(int64_t comm) {
    MPI_Comm own = trilinos::own_comm(comm);
    start_kokkos();
    return Teuchos::rcp(new Teuchos::MpiComm<int>(own));
}

} // namespace distarray::tpetra
