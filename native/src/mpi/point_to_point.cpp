// Messages between two ranks.
#include "distarray/mpi.h"
#include "mpi/comm.hpp"
#include "mpi/datatype.hpp"
#include "mpi/request.hpp"

using namespace distarray;

da_status da_mpi_send(int64_t comm, const void *buffer, int64_t count, int32_t type, int32_t destination, int32_t tag) {
    return guard([&] {
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::require_destination(destination, tag);
        mpi::Message message(count, element);
        mpi::check(MPI_Send(buffer, message.count(), message.type(), destination, tag, handle), "MPI_Send");
    });
}

da_status da_mpi_recv(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t source, int32_t tag,
                      da_mpi_status *status) {
    return guard([&] {
        require(status, "status");
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::Message message(count, element);
        MPI_Status result;
        mpi::check(MPI_Recv(buffer, message.count(), message.type(), mpi::source_of(source), mpi::receive_tag_of(tag),
                            handle, &result),
                   "MPI_Recv");
        mpi::read_status(result, status);
    });
}

da_status da_mpi_sendrecv(int64_t comm, const void *send, int64_t send_count, int32_t destination, int32_t send_tag,
                          void *receive, int64_t receive_count, int32_t source, int32_t receive_tag, int32_t type,
                          da_mpi_status *status) {
    return guard([&] {
        require(status, "status");
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(send, send_count, "send");
        mpi::require_buffer(receive, receive_count, "receive");
        mpi::require_destination(destination, send_tag);
        mpi::Message out(send_count, element), in(receive_count, element);
        MPI_Status result;
        mpi::check(MPI_Sendrecv(send, out.count(), out.type(), destination, send_tag, receive, in.count(), in.type(),
                                mpi::source_of(source), mpi::receive_tag_of(receive_tag), handle, &result),
                   "MPI_Sendrecv");
        mpi::read_status(result, status);
    });
}

da_status da_mpi_probe(int64_t comm, int32_t source, int32_t tag, da_mpi_status *status) {
    return guard([&] {
        require(status, "status");
        MPI_Status result;
        mpi::check(MPI_Probe(mpi::source_of(source), mpi::receive_tag_of(tag), mpi::comm_of(comm), &result),
                   "MPI_Probe");
        mpi::read_status(result, status);
    });
}

da_status da_mpi_iprobe(int64_t comm, int32_t source, int32_t tag, int32_t *found, da_mpi_status *status) {
    return guard([&] {
        require(found, "found");
        require(status, "status");
        MPI_Status result;
        int flag = 0;
        mpi::check(MPI_Iprobe(mpi::source_of(source), mpi::receive_tag_of(tag), mpi::comm_of(comm), &flag, &result),
                   "MPI_Iprobe");
        if (flag)
            mpi::read_status(result, status);
        *found = flag != 0;
    });
}

da_status da_mpi_isend(int64_t comm, const void *buffer, int64_t count, int32_t type, int32_t destination, int32_t tag,
                       int64_t *request) {
    return guard([&] {
        require(request, "request");
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::require_destination(destination, tag);
        mpi::Message message(count, element);
        MPI_Request made = MPI_REQUEST_NULL;
        mpi::check(MPI_Isend(buffer, message.count(), message.type(), destination, tag, handle, &made), "MPI_Isend");
        *request = mpi::to_int64(made);
    });
}

da_status da_mpi_irecv(int64_t comm, void *buffer, int64_t count, int32_t type, int32_t source, int32_t tag,
                       int64_t *request) {
    return guard([&] {
        require(request, "request");
        auto handle = mpi::comm_of(comm);
        auto element = mpi::element_of(type);
        mpi::require_buffer(buffer, count, "buffer");
        mpi::Message message(count, element);
        MPI_Request made = MPI_REQUEST_NULL;
        mpi::check(MPI_Irecv(buffer, message.count(), message.type(), mpi::source_of(source), mpi::receive_tag_of(tag),
                             handle, &made),
                   "MPI_Irecv");
        *request = mpi::to_int64(made);
    });
}
