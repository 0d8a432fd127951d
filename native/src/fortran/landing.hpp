// Where a STOP of a core library lands: below the caller's frames, above the Fortran ones.
#pragma once

#include "distarray/fortran.h"

#include <csetjmp>

namespace distarray {

/** One call into a core library that is under way on this thread. */
struct Landing {
    // Place and text are left as they are: clearing them would cost more than a short call.
    explicit Landing(da_fortran_library *called) noexcept : library(called) { text[0] = '\0'; }

    da_fortran_library *library; // whose arrays a publish call means
    Landing *outer = nullptr;    // the call around this one: a callback may call again
    Landing **slot = nullptr;    // where the thread keeps its innermost call: found once a call
    std::jmp_buf place;
    char text[512];
};

/** The innermost call of this thread, NULL outside of any and within a callback of the host. */
Landing *current_landing() noexcept;

/** Calls body(context) for the library; false where it ended by a STOP, whose text is in landing. */
bool run_until_stop(Landing &landing, void (*body)(void *), void *context) noexcept;

/** As long as it lives the thread is in no call: a callback runs, whose frames a STOP must not jump over. */
class HostFrames {
  public:
    HostFrames() noexcept;
    ~HostFrames();
    HostFrames(const HostFrames &) = delete;
    HostFrames &operator=(const HostFrames &) = delete;

  private:
    Landing *around_;
};

} // namespace distarray
