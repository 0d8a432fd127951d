/* The headers are C, and what they say of themselves is so. */
#include "distarray/element.h"
#include "distarray/info.h"
#include "distarray/mpi.h"
#include "distarray/mpi_comm.h"
#include "distarray/mpi_op.h"
#include "distarray/mpi_request.h"
#include "distarray/status.h"

#include <stdio.h>
#include <string.h>

static int failed;

static void check(int ok, const char *what) {
    if (!ok) {
        printf("failed: %s\n", what);
        ++failed;
    }
}

int main(void) {
    int32_t version = 0;
    char text[2048] = "", cut[4] = "xyz";
    int64_t length = -1, whole = 0;
    check(da_abi_version(&version) == DA_OK && version == DA_ABI_VERSION, "ABI version");
    check(da_abi_version(NULL) == DA_ERR_NULL, "ABI version into NULL");
    check(da_last_error(text, sizeof text, &length) == DA_OK && strcmp(text, "version is NULL") == 0,
          "text of the error");
    check(da_last_error(cut, sizeof cut, &whole) == DA_OK && strcmp(cut, "ver") == 0 && whole == length,
          "text cut to fit");
    check(da_build_info(NULL, 0, &whole) == DA_OK && whole > 0, "length of the build info");
    check(da_build_info(text, sizeof text, &length) == DA_OK && length == whole, "build info");
    check(strstr(text, "MPI library: ") != NULL && strstr(text, "compiler: ") != NULL, "what the build info tells");
    check(da_build_info(NULL, 8, &length) == DA_ERR_NULL, "build info into NULL");
    check(da_build_info(text, -1, &length) == DA_ERR_ARGUMENT, "negative capacity");

    int64_t comm = 0;
    int32_t rank = -1, active = -1;
    check(da_mpi_is_active(&active) == DA_OK && active == 0, "MPI does not run yet");
    check(da_mpi_comm_world(&comm) == DA_OK && comm != 0, "world has a handle at any time");
    check(da_mpi_comm_rank(comm, &rank) == DA_ERR_STATE && rank == -1, "rank before MPI runs");
    check(da_mpi_barrier(comm) == DA_ERR_STATE, "barrier before MPI runs");
    check(da_mpi_abort(3) == DA_ERR_STATE, "abort before MPI runs");
    check(da_mpi_finalize() == DA_OK, "finalize of what was not started");
    return failed;
}
