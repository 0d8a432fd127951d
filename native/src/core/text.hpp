// Texts that cross the border: copied into the caller's buffer, cut where they do not fit.
#pragma once

#include "core/status.hpp"

#include <cstdint>
#include <string_view>

namespace distarray {

/** Copies text and a zero into buffer, as much as capacity allows; length gets the whole size without the zero. Exported for the libraries beside this one. */
DA_API void copy_text(std::string_view text, char *buffer, int64_t capacity, int64_t *length);

} // namespace distarray
