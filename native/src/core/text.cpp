#include "core/text.hpp"

#include <algorithm>
#include <cstring>

void distarray::copy_text(std::string_view text, char *buffer, int64_t capacity, int64_t *length) {
    require(length, "length");
    if (capacity < 0)
        throw Error(DA_ERR_ARGUMENT, "capacity is " + std::to_string(capacity) + ", must be 0 or more");
    if (capacity > 0) {
        require(buffer, "buffer");
        auto kept = std::min(text.size(), static_cast<size_t>(capacity - 1));
        std::memcpy(buffer, text.data(), kept);
        buffer[kept] = 0;
    }
    *length = static_cast<int64_t>(text.size());
}
