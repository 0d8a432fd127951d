// Element types as MPI's datatypes, and messages of more elements than an int counts.
#pragma once

#include "mpi/error.hpp"

#include <mpi.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace distarray::mpi {

/** An element type: MPI's datatype and its bytes. */
struct Element {
    MPI_Datatype type;
    int bytes;
};

/** By da_element_type; the first is none. */
extern const std::array<Element, 16> elements;

[[noreturn]] void throw_no_element(int32_t type);

/** Throws DA_ERR_ARGUMENT where type is no da_element_type. */
inline Element element_of(int32_t type) {
    auto index = static_cast<uint32_t>(type);
    if (index == 0 || index >= elements.size()) [[unlikely]]
        throw_no_element(type);
    return elements[index];
}

/** Elements of a buffer at most: their bytes fit an int64_t. */
constexpr int64_t most_elements = std::numeric_limits<int64_t>::max() / 16;

/** Elements given to MPI in one piece at most. */
extern std::atomic<int64_t> count_limit;

[[noreturn]] void throw_bad_buffer(int64_t count, const char *name);

/** Throws where count is negative, beyond memory, or above 0 without a buffer. */
inline void require_buffer(const void *buffer, int64_t count, const char *name) {
    if (count < 0 || count > most_elements || (!buffer && count > 0)) [[unlikely]]
        throw_bad_buffer(count, name);
}

/** A count and a datatype that MPI's int counts can express; owns the datatype where it had to be made. */
class Message {
  public:
    Message(int64_t count, Element element)
        : count_(static_cast<int>(count)), type_(element.type),
          made_(count > count_limit.load(std::memory_order_relaxed)) {
        if (made_) [[unlikely]]
            make(count, element);
    }
    Message(const Message &) = delete;
    Message &operator=(const Message &) = delete;
    ~Message() {
        if (made_) [[unlikely]]
            MPI_Type_free(&type_);
    }
    int count() const noexcept { return count_; }
    MPI_Datatype type() const noexcept { return type_; }

  private:
    void make(int64_t count, Element element);

    int count_;
    MPI_Datatype type_;
    bool made_;
};

/** Calls body(offset, count) for pieces of at most count_limit elements; once with 0 where there are none. */
template <class Body> void for_pieces(int64_t count, Body &&body) {
    int64_t limit = count_limit.load(std::memory_order_relaxed), offset = 0;
    do {
        int64_t piece = count - offset < limit ? count - offset : limit;
        body(offset, static_cast<int>(piece));
        offset += piece;
    } while (offset < count);
}

} // namespace distarray::mpi
