// The border: turns exceptions into a status and a text, so that nothing escapes into C, C# or Fortran.
#pragma once

#include "distarray/status.h"

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace distarray {

/** An error that knows its status. */
class Error : public std::runtime_error {
  public:
    Error(da_status status, const std::string &text) : std::runtime_error(text), status_(status) {}
    da_status status() const noexcept { return status_; }

  private:
    da_status status_;
};

/** Keeps the text (and MPI's code) for da_last_error of this thread; returns status. Exported for the libraries beside this one. */
DA_API da_status fail(da_status status, const char *text, int mpi_code = 0) noexcept;

/** MPI's error code where an MPI call failed. */
class MpiError : public Error {
  public:
    MpiError(int code, const std::string &text) : Error(DA_ERR_MPI, text), code_(code) {}
    int code() const noexcept { return code_; }

  private:
    int code_;
};

/** Runs the body of an exported function. */
template <class Body> da_status guard(Body &&body) noexcept {
    try {
        std::forward<Body>(body)();
        return DA_OK;
    } catch (const MpiError &e) {
        return fail(e.status(), e.what(), e.code());
    } catch (const Error &e) {
        return fail(e.status(), e.what());
    } catch (const std::bad_alloc &) {
        return fail(DA_ERR_MEMORY, "out of memory");
    } catch (const std::exception &e) {
        return fail(DA_ERR_INTERNAL, e.what());
    } catch (...) {
        return fail(DA_ERR_INTERNAL, "an exception of unknown type");
    }
}

/** Throws where a pointer that must be given is NULL; name is the parameter's. */
inline void require(const void *pointer, const char *name) {
    if (!pointer)
        throw Error(DA_ERR_NULL, std::string(name) + " is NULL");
}

} // namespace distarray
