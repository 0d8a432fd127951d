#include "core/status.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

// Plain memory: keeping the text of a bad_alloc must not allocate.
thread_local char last_text[2048];
thread_local int last_mpi_code;

} // namespace

da_status distarray::fail(da_status status, const char *text, int mpi_code) noexcept {
    std::snprintf(last_text, sizeof last_text, "%s", text);
    last_mpi_code = mpi_code;
    return status;
}

da_status da_last_error(char *buffer, int64_t capacity, int64_t *length) {
    if (!length || (!buffer && capacity > 0))
        return DA_ERR_NULL;
    auto size = static_cast<int64_t>(std::strlen(last_text));
    if (capacity > 0) {
        auto kept = std::min(size, capacity - 1);
        std::memcpy(buffer, last_text, static_cast<size_t>(kept));
        buffer[kept] = 0;
    }
    *length = size;
    return DA_OK;
}

da_status da_last_mpi_error(int32_t *code) {
    if (!code)
        return DA_ERR_NULL;
    *code = last_mpi_code;
    return DA_OK;
}
