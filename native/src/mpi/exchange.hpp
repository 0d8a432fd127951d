// Collective movement of parts by messages on a private communicator, for counts that MPI's own forms cannot take.
#pragma once

#include "mpi/comm.hpp"
#include "mpi/datatype.hpp"

#include <mpi.h>

#include <cstdint>
#include <vector>

namespace distarray::mpi {

/** Address of an element; NULL stays NULL. */
inline const void *at(const void *buffer, int64_t index, Element element) {
    return buffer ? static_cast<const char *>(buffer) + index * element.bytes : nullptr;
}
inline void *at(void *buffer, int64_t index, Element element) {
    return buffer ? static_cast<char *>(buffer) + index * element.bytes : nullptr;
}

/** Throws where both buffers are the same although MPI would not know. */
inline void require_apart(const void *send, const void *receive, int64_t count) {
    if (count > 0 && send && send == receive)
        throw Error(DA_ERR_ARGUMENT, "send and receive are the same buffer; this operation needs two");
}

/** Where the parts of a buffer lie: even ones one after another, or counts and displacements of each rank. */
class Parts {
  public:
    Parts(const int64_t *counts, const int64_t *displacements) : counts_(counts), displacements_(displacements) {}
    static Parts even(int64_t count) {
        Parts parts(nullptr, nullptr);
        parts.count_ = count;
        return parts;
    }
    int64_t count(int rank) const { return counts_ ? counts_[rank] : count_; }
    int64_t offset(int rank) const { return counts_ ? displacements_[rank] : rank * count_; }

  private:
    const int64_t *counts_;
    const int64_t *displacements_;
    int64_t count_ = 0;
};

/** Messages under way between the ranks of one collective call. */
class Exchange {
  public:
    Exchange(MPI_Comm comm, Group group, Element element);
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    int rank() const { return group_.rank; }
    int size() const { return group_.size; }
    Element element() const { return element_; }

    void send(const void *buffer, int64_t count, int destination);
    void receive(void *buffer, int64_t count, int source);
    /** This rank's part for itself; nothing where both are the same place. */
    void copy(const void *from, void *to, int64_t count) const;
    /** Waits for all; throws where a part was shorter or longer than expected. */
    void finish();

  private:
    struct Expected {
        size_t request;
        int64_t count;
    };
    MPI_Comm comm_;
    Group group_;
    Element element_;
    std::vector<MPI_Request> requests_;
    std::vector<Expected> expected_;
};

void gather(Exchange &exchange, const void *send, int64_t count, void *receive, const Parts &parts, int root);
void scatter(Exchange &exchange, const void *send, const Parts &parts, void *receive, int64_t count, int root);
void all_gather(Exchange &exchange, const void *send, void *receive, const Parts &parts);
void all_to_all(Exchange &exchange, const void *send, const Parts &sent, void *receive, const Parts &received);

} // namespace distarray::mpi
