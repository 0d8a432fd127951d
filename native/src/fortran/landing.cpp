#include "fortran/landing.hpp"

#include <utility>

namespace {

thread_local distarray::Landing *innermost;

} // namespace

distarray::Landing *distarray::current_landing() noexcept { return innermost; }

distarray::HostFrames::HostFrames() noexcept : around_(std::exchange(innermost, nullptr)) {}

distarray::HostFrames::~HostFrames() { innermost = around_; }

// _setjmp does not save the signal mask, which would cost a system call.
bool distarray::run_until_stop(Landing &landing, void (*body)(void *), void *context) noexcept {
    landing.slot = &innermost;
    landing.outer = *landing.slot;
    if (_setjmp(landing.place) != 0) {
        *landing.slot = landing.outer;
        return false;
    }
    *landing.slot = &landing;
    body(context);
    *landing.slot = landing.outer;
    return true;
}
