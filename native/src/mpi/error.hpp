// MPI's return codes become exceptions; calls outside of MPI's life are refused before MPI would abort the process.
#pragma once

#include "core/status.hpp"

#include <mpi.h>

#include <atomic>
#include <string>

namespace distarray::mpi {

/** Whether MPI runs and da_mpi_init has been called. Cleared by MPI_Finalize, whoever calls it. */
extern std::atomic<bool> active;

[[noreturn]] void throw_mpi_error(int code, const char *call);
[[noreturn]] void throw_inactive();

/** Throws where an MPI call returned an error. */
inline void check(int code, const char *call) {
    if (code != MPI_SUCCESS) [[unlikely]]
        throw_mpi_error(code, call);
}

/** Throws DA_ERR_STATE where MPI cannot be called. */
inline void require_active() {
    if (!active.load(std::memory_order_relaxed)) [[unlikely]]
        throw_inactive();
}

/** One line, callable at any time. */
std::string library_version();

/** MPI's text of an error code. */
std::string error_text(int code);

} // namespace distarray::mpi
