#include "fortran/registry.hpp"

#include "core/status.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace distarray {

void Registry::begin_run() noexcept {
    running_ = true;
    ++run_;
    expected_ = 0;
}

std::string Registry::end_run() {
    running_ = false;
    auto withdrawn = std::erase_if(arrays_, [this](const auto &a) { return a.run != 0 && a.run != run_; });
    if (withdrawn > 0)
        ++generation_;
    return take_refused();
}

std::string Registry::take_refused() { return std::exchange(refused_, {}); }

size_t Registry::find(std::string_view name) {
    if (expected_ < arrays_.size() && arrays_[expected_].name == name)
        return expected_;
    auto found = std::ranges::find(arrays_, name, &PublishedArray::name);
    return static_cast<size_t>(found - arrays_.begin());
}

void Registry::publish(std::string_view name, const da_fortran_array &array) {
    auto at = find(name);
    if (at == arrays_.size()) {
        arrays_.push_back({std::string(name), array, 0});
        arrays_[at].array.generation = ++generation_;
    } else {
        auto &known = arrays_[at];
        if (running_ && known.run == run_)
            throw Error(DA_ERR_ARGUMENT, "another array of this name was published before it in the same run");
        auto fresh = array;
        fresh.generation = known.array.generation;
        if (std::memcmp(&fresh, &known.array, sizeof fresh) != 0) {
            known.array = fresh;
            known.array.generation = ++generation_;
        }
    }
    if (running_)
        arrays_[at].run = run_;
    expected_ = at + 1;
}

void Registry::withdraw(std::string_view name) {
    if (std::erase_if(arrays_, [name](const auto &a) { return a.name == name; }) > 0)
        ++generation_;
}

void Registry::refuse(const std::string &text) {
    if (!refused_.empty())
        refused_ += "; ";
    refused_ += text;
}

} // namespace distarray
