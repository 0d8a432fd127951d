#include "mpi/comm.hpp"

#include "core/text.hpp"
#include "distarray/mpi.h"
#include "distarray/mpi_comm.h"

#include <memory>
#include <string>

using namespace distarray;

namespace {

int private_key = MPI_KEYVAL_INVALID;

int free_private(MPI_Comm, int, void *value, void *) {
    std::unique_ptr<MPI_Comm> copy(static_cast<MPI_Comm *>(value));
    return MPI_Comm_free(copy.get());
}

MPI_Comm returning_errors(MPI_Comm comm) {
    mpi::check(MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN), "MPI_Comm_set_errhandler");
    return comm;
}

} // namespace

mpi::Group mpi::group_of(MPI_Comm comm) {
    Group group{};
    check(MPI_Comm_rank(comm, &group.rank), "MPI_Comm_rank");
    check(MPI_Comm_size(comm, &group.size), "MPI_Comm_size");
    return group;
}

void mpi::require_rank(int32_t rank, int size, const char *what) {
    if (rank < 0 || rank >= size)
        throw Error(DA_ERR_ARGUMENT,
                    std::string(what) + " is " + std::to_string(rank) + ", must be 0 to " + std::to_string(size - 1));
}

MPI_Comm mpi::private_comm(MPI_Comm comm) {
    void *value = nullptr;
    int found = 0;
    check(MPI_Comm_get_attr(comm, private_key, &value, &found), "MPI_Comm_get_attr");
    if (found)
        return *static_cast<MPI_Comm *>(value);
    auto copy = std::make_unique<MPI_Comm>(MPI_COMM_NULL);
    check(MPI_Comm_dup(comm, copy.get()), "MPI_Comm_dup");
    returning_errors(*copy);
    check(MPI_Comm_set_attr(comm, private_key, copy.get()), "MPI_Comm_set_attr");
    return *copy.release();
}

void mpi::attach_comms() {
    returning_errors(MPI_COMM_WORLD);
    returning_errors(MPI_COMM_SELF);
    check(MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, free_private, &private_key, nullptr), "MPI_Comm_create_keyval");
}

void mpi::detach_comms() noexcept {
    for (auto comm : {MPI_COMM_WORLD, MPI_COMM_SELF}) {
        void *value = nullptr;
        int found = 0;
        if (MPI_Comm_get_attr(comm, private_key, &value, &found) == MPI_SUCCESS && found)
            MPI_Comm_delete_attr(comm, private_key);
    }
    MPI_Comm_free_keyval(&private_key);
}

da_status da_mpi_comm_world(int64_t *comm) {
    return guard([&] {
        require(comm, "comm");
        *comm = mpi::to_int64(MPI_COMM_WORLD);
    });
}

da_status da_mpi_comm_self(int64_t *comm) {
    return guard([&] {
        require(comm, "comm");
        *comm = mpi::to_int64(MPI_COMM_SELF);
    });
}

da_status da_mpi_comm_null(int64_t *comm) {
    return guard([&] {
        require(comm, "comm");
        *comm = mpi::to_int64(MPI_COMM_NULL);
    });
}

da_status da_mpi_comm_rank(int64_t comm, int32_t *rank) {
    return guard([&] {
        require(rank, "rank");
        mpi::check(MPI_Comm_rank(mpi::comm_of(comm), rank), "MPI_Comm_rank");
    });
}

da_status da_mpi_comm_size(int64_t comm, int32_t *size) {
    return guard([&] {
        require(size, "size");
        mpi::check(MPI_Comm_size(mpi::comm_of(comm), size), "MPI_Comm_size");
    });
}

da_status da_mpi_comm_name(int64_t comm, char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] {
        char name[MPI_MAX_OBJECT_NAME] = {};
        int size = 0;
        mpi::check(MPI_Comm_get_name(mpi::comm_of(comm), name, &size), "MPI_Comm_get_name");
        copy_text({name, static_cast<size_t>(size)}, buffer, capacity, length);
    });
}

da_status da_mpi_comm_split(int64_t comm, int32_t color, int32_t key, int64_t *part) {
    return guard([&] {
        require(part, "part");
        auto parent = mpi::comm_of(comm);
        if (color < DA_MPI_ANY)
            throw Error(DA_ERR_ARGUMENT, "color is " + std::to_string(color) + ", must be 0 or more, or -1 for none");
        MPI_Comm made = MPI_COMM_NULL;
        mpi::check(MPI_Comm_split(parent, color == DA_MPI_ANY ? MPI_UNDEFINED : color, key, &made), "MPI_Comm_split");
        *part = mpi::to_int64(made == MPI_COMM_NULL ? made : returning_errors(made));
    });
}

da_status da_mpi_comm_dup(int64_t comm, int64_t *copy) {
    return guard([&] {
        require(copy, "copy");
        MPI_Comm made = MPI_COMM_NULL;
        mpi::check(MPI_Comm_dup(mpi::comm_of(comm), &made), "MPI_Comm_dup");
        *copy = mpi::to_int64(returning_errors(made));
    });
}

da_status da_mpi_comm_shadow(int64_t comm, int32_t make, int64_t *shadow) {
    return guard([&] {
        require(shadow, "shadow");
        auto original = mpi::comm_of(comm);
        if (make) {
            *shadow = mpi::to_int64(mpi::private_comm(original));
            return;
        }
        void *value = nullptr;
        int found = 0;
        mpi::check(MPI_Comm_get_attr(original, private_key, &value, &found), "MPI_Comm_get_attr");
        *shadow = mpi::to_int64(found ? *static_cast<MPI_Comm *>(value) : MPI_COMM_NULL);
    });
}

da_status da_mpi_comm_free(int64_t comm) {
    return guard([&] {
        mpi::require_active();
        auto handle = mpi::from_int64<MPI_Comm>(comm);
        if (comm != 0 && handle != MPI_COMM_NULL)
            mpi::check(MPI_Comm_free(&handle), "MPI_Comm_free");
    });
}

da_status da_mpi_comm_compare(int64_t first, int64_t second, int32_t *result) {
    return guard([&] {
        require(result, "result");
        int answer = MPI_UNEQUAL;
        mpi::check(MPI_Comm_compare(mpi::comm_of(first), mpi::comm_of(second), &answer), "MPI_Comm_compare");
        *result = answer == MPI_IDENT       ? DA_MPI_IDENT
                  : answer == MPI_CONGRUENT ? DA_MPI_CONGRUENT
                  : answer == MPI_SIMILAR   ? DA_MPI_SIMILAR
                                            : DA_MPI_UNEQUAL;
    });
}

da_status da_mpi_comm_c2f(int64_t comm, int32_t *handle) {
    return guard([&] {
        require(handle, "handle");
        *handle = static_cast<int32_t>(MPI_Comm_c2f(mpi::comm_of(comm)));
    });
}

da_status da_mpi_comm_f2c(int32_t handle, int64_t *comm) {
    return guard([&] {
        require(comm, "comm");
        mpi::require_active();
        auto found = MPI_Comm_f2c(static_cast<MPI_Fint>(handle));
        int size = 0;
        // MPICH takes any number for a handle; what it is shows when it is used.
        if (found == MPI_COMM_NULL || mpi::to_int64(found) == 0 || MPI_Comm_size(found, &size) != MPI_SUCCESS)
            throw Error(DA_ERR_ARGUMENT, "no communicator has the Fortran handle " + std::to_string(handle));
        *comm = mpi::to_int64(found);
    });
}
