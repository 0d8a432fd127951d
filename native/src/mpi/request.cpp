#include "mpi/request.hpp"

#include "distarray/mpi_request.h"
#include "mpi/error.hpp"

#include <map>
#include <mutex>
#include <string>
#include <utility>

using namespace distarray;

namespace {

std::mutex combined_lock;
std::map<int64_t, std::vector<MPI_Request>> combined;
int64_t last_combined;

int64_t null_request() { return mpi::to_int64(MPI_REQUEST_NULL); }

std::vector<MPI_Request> &find_combined(int64_t handle) {
    std::lock_guard lock(combined_lock);
    auto found = combined.find(handle);
    if (found == combined.end())
        throw Error(DA_ERR_ARGUMENT,
                    "request " + std::to_string(handle) + " does not exist; has it completed already?");
    return found->second;
}

void drop_combined(int64_t handle) {
    std::lock_guard lock(combined_lock);
    combined.erase(handle);
}

bool test_combined(std::vector<MPI_Request> &requests) {
    // One after another: the first that is under way says enough, and the ones before it stay complete.
    for (auto &request : requests) {
        int done = 0;
        mpi::check(MPI_Test(&request, &done, MPI_STATUS_IGNORE), "MPI_Test");
        if (!done)
            return false;
    }
    return true;
}

void require_request(int64_t handle) {
    mpi::require_active();
    if (handle == 0)
        throw Error(DA_ERR_ARGUMENT, "the request is 0, which is none");
}

void wait_one(int64_t *handle, da_mpi_status *status) {
    require_request(*handle);
    if (*handle < 0) {
        auto &requests = find_combined(*handle);
        auto number = std::exchange(*handle, null_request());
        struct Drop {
            int64_t number;
            ~Drop() { drop_combined(number); }
        } drop{number};
        mpi::wait_all(requests);
        *status = {DA_MPI_ANY, DA_MPI_ANY, 0};
        return;
    }
    auto request = mpi::from_int64<MPI_Request>(*handle);
    MPI_Status result;
    int code = MPI_Wait(&request, &result);
    *handle = null_request();
    mpi::check(code, "MPI_Wait");
    mpi::read_status(result, status);
}

} // namespace

void mpi::read_status(const MPI_Status &from, da_mpi_status *to) {
#if defined(OMPI_MAJOR_VERSION)
    // What MPI_Get_elements_x gives for bytes, without its 10 ns.
    auto bytes = static_cast<int64_t>(from._ucount);
#else
    MPI_Count bytes = 0;
    check(MPI_Get_elements_x(&from, MPI_BYTE, &bytes), "MPI_Get_elements_x");
#endif
    to->source = from.MPI_SOURCE < 0 ? DA_MPI_ANY : from.MPI_SOURCE;
    to->tag = from.MPI_TAG < 0 ? DA_MPI_ANY : from.MPI_TAG;
    to->bytes = bytes;
}

int64_t mpi::combine_requests(std::vector<MPI_Request> requests) {
    std::lock_guard lock(combined_lock);
    combined.emplace(--last_combined, std::move(requests));
    return last_combined;
}

std::vector<MPI_Status> mpi::wait_all(std::vector<MPI_Request> &requests) {
    // One by one: MPI_Waitall of Open MPI 4.1 never returns when one of several receives was truncated.
    std::vector<MPI_Status> statuses(requests.size());
    int first = MPI_SUCCESS;
    for (size_t i = 0; i < requests.size(); ++i) {
        int code = MPI_Wait(&requests[i], &statuses[i]);
        if (first == MPI_SUCCESS)
            first = code;
    }
    check(first, "MPI_Wait");
    return statuses;
}

void mpi::throw_out_of_range(const char *what, int32_t value) {
    throw Error(DA_ERR_ARGUMENT, std::string("the ") + what + " is " + std::to_string(value) +
                                     ", must be 0 or more (to receive also -1 for any)");
}

da_status da_mpi_request_null(int64_t *request) {
    return guard([&] {
        require(request, "request");
        *request = null_request();
    });
}

da_status da_mpi_request_wait(int64_t *request, da_mpi_status *status) {
    return guard([&] {
        require(request, "request");
        require(status, "status");
        wait_one(request, status);
    });
}

da_status da_mpi_request_test(int64_t *request, int32_t *done, da_mpi_status *status) {
    return guard([&] {
        require(request, "request");
        require(done, "done");
        require(status, "status");
        require_request(*request);
        if (*request < 0) {
            *done = test_combined(find_combined(*request));
            if (*done)
                wait_one(request, status);
            return;
        }
        auto handle = mpi::from_int64<MPI_Request>(*request);
        MPI_Status result;
        int complete = 0;
        int code = MPI_Test(&handle, &complete, &result);
        *done = complete;
        if (code != MPI_SUCCESS || complete)
            *request = null_request();
        mpi::check(code, "MPI_Test");
        if (complete)
            mpi::read_status(result, status);
    });
}

da_status da_mpi_request_wait_all(int64_t *requests, int64_t count) {
    return guard([&] {
        mpi::require_active();
        if (count < 0)
            throw Error(DA_ERR_ARGUMENT, "count is " + std::to_string(count) + ", must be 0 or more");
        if (count > 0)
            require(requests, "requests");
        da_status first = DA_OK;
        std::string text;
        int code = 0;
        for (int64_t i = 0; i < count; ++i) {
            // All must end before the first failure is told: their buffers are free only then.
            try {
                da_mpi_status ignored;
                wait_one(&requests[i], &ignored);
            } catch (const MpiError &e) {
                if (first == DA_OK)
                    first = e.status(), text = e.what(), code = e.code();
            } catch (const Error &e) {
                if (first == DA_OK)
                    first = e.status(), text = e.what();
            }
        }
        if (first == DA_ERR_MPI)
            throw MpiError(code, text);
        if (first != DA_OK)
            throw Error(first, text);
    });
}
