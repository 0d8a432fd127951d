// The arrays that one core library publishes.
#pragma once

#include "distarray/fortran.h"

#include <string>
#include <string_view>
#include <vector>

namespace distarray {

/** A published array and its name. */
struct PublishedArray {
    std::string name;
    da_fortran_array array{};
    int64_t run =
        0; // the last run of the publish procedure that published it; 0 where it was published outside of any alone
};

/** What a library published, and how often that changed. */
class Registry {
  public:
    const std::vector<PublishedArray> &arrays() const noexcept { return arrays_; }
    int64_t generation() const noexcept { return generation_; }

    /** Begins a run of the publish procedure. */
    void begin_run() noexcept;

    /** Ends it: what an earlier run published and this one did not is withdrawn. Empty, or what was refused. */
    std::string end_run();

    /** Publishes an array, or compares it with what is published. Throws where the run has this name already. */
    void publish(std::string_view name, const da_fortran_array &array);

    /** Takes an array off the list. */
    void withdraw(std::string_view name);

    /** Keeps what was refused for the end of the run, or of the next one where none is under way. */
    void refuse(const std::string &text);

    /** Whether something was refused that nobody has asked for. */
    bool has_refused() const noexcept { return !refused_.empty(); }

    /** What was refused since this was asked last; empty where nothing was. */
    std::string take_refused();

  private:
    size_t find(std::string_view name);

    std::vector<PublishedArray> arrays_;
    std::string refused_;
    size_t expected_ = 0; // where the next name probably is: runs publish in the same order
    int64_t generation_ = 0;
    int64_t run_ = 0;
    bool running_ = false;
};

} // namespace distarray
