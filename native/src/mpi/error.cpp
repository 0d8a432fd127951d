#include "mpi/error.hpp"

#include "core/text.hpp"
#include "distarray/mpi.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace distarray;

namespace {

constexpr std::array<std::pair<int, int>, 20> classes{{
    {MPI_SUCCESS, DA_MPI_ERR_NONE},
    {MPI_ERR_BUFFER, DA_MPI_ERR_BUFFER},
    {MPI_ERR_COUNT, DA_MPI_ERR_COUNT},
    {MPI_ERR_TYPE, DA_MPI_ERR_TYPE},
    {MPI_ERR_TAG, DA_MPI_ERR_TAG},
    {MPI_ERR_COMM, DA_MPI_ERR_COMM},
    {MPI_ERR_RANK, DA_MPI_ERR_RANK},
    {MPI_ERR_REQUEST, DA_MPI_ERR_REQUEST},
    {MPI_ERR_ROOT, DA_MPI_ERR_ROOT},
    {MPI_ERR_GROUP, DA_MPI_ERR_GROUP},
    {MPI_ERR_OP, DA_MPI_ERR_OP},
    {MPI_ERR_TOPOLOGY, DA_MPI_ERR_TOPOLOGY},
    {MPI_ERR_DIMS, DA_MPI_ERR_DIMS},
    {MPI_ERR_ARG, DA_MPI_ERR_ARG},
    {MPI_ERR_TRUNCATE, DA_MPI_ERR_TRUNCATE},
    {MPI_ERR_IN_STATUS, DA_MPI_ERR_IN_STATUS},
    {MPI_ERR_PENDING, DA_MPI_ERR_PENDING},
    {MPI_ERR_NO_MEM, DA_MPI_ERR_NO_MEM},
    {MPI_ERR_KEYVAL, DA_MPI_ERR_KEYVAL},
    {MPI_ERR_INTERN, DA_MPI_ERR_INTERN},
}};

} // namespace

std::string mpi::error_text(int code) {
    char text[MPI_MAX_ERROR_STRING] = {};
    int length = 0;
    if (MPI_Error_string(code, text, &length) != MPI_SUCCESS)
        return "MPI error code " + std::to_string(code);
    return {text, static_cast<size_t>(length)};
}

void mpi::throw_mpi_error(int code, const char *call) {
    throw MpiError(code, std::string(call) + ": " + error_text(code));
}

void mpi::throw_inactive() {
    throw Error(DA_ERR_STATE, "MPI does not run: it has not been started with da_mpi_init, or has ended");
}

std::string mpi::library_version() {
    char text[MPI_MAX_LIBRARY_VERSION_STRING] = {};
    int length = 0;
    check(MPI_Get_library_version(text, &length), "MPI_Get_library_version");
    std::string line(text, static_cast<size_t>(length));
    while (!line.empty() && (line.back() == '\0' || line.back() == '\n' || line.back() == ' '))
        line.pop_back();
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

da_status da_mpi_library_version(char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] { copy_text(mpi::library_version(), buffer, capacity, length); });
}

da_status da_mpi_error_text(int32_t code, char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] {
        mpi::require_active();
        copy_text(mpi::error_text(code), buffer, capacity, length);
    });
}

da_status da_mpi_error_class(int32_t code, int32_t *error_class) {
    return guard([&] {
        require(error_class, "error_class");
        mpi::require_active();
        int number = 0;
        if (MPI_Error_class(code, &number) != MPI_SUCCESS)
            number = MPI_ERR_UNKNOWN;
        auto found = std::find_if(classes.begin(), classes.end(), [&](auto &c) { return c.first == number; });
        *error_class = found != classes.end()    ? found->second
                       : number == MPI_ERR_OTHER ? DA_MPI_ERR_OTHER
                                                 : DA_MPI_ERR_UNKNOWN;
    });
}
