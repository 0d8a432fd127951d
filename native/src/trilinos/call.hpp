// A call into Trilinos: nothing is printed that nobody asked for, and what it throws becomes a text that can be read.
#pragma once

#include "core/status.hpp"

#include <exception>
#include <iosfwd>
#include <new>
#include <streambuf>
#include <string>
#include <utility>

namespace distarray::trilinos {

/** Where Trilinos writes: to the writer of da_trilinos_set_output, or nowhere. */
DA_API std::ostream &output();

/** As long as it lives, std::cout and std::cerr go to output(): Trilinos prints to both. Calls may nest. */
class DA_API Quiet {
  public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;

  private:
    std::streambuf *out_;
    std::streambuf *err_;
};

/** What an exception says, without the place in Trilinos' sources and the condition that was tested. */
DA_API std::string readable(const std::string &text);

/** Runs the body of an exported function that calls Trilinos. */
template <class Body> da_status call(Body &&body) noexcept {
    return guard([&] {
        Quiet quiet;
        try {
            std::forward<Body>(body)();
        } catch (const Error &) {
            throw;
        } catch (const std::bad_alloc &) {
            throw;
        } catch (const std::exception &e) {
            throw Error(DA_ERR_TRILINOS, readable(e.what()));
        } catch (const char *text) { // NOX
            throw Error(DA_ERR_TRILINOS, text);
        } catch (int code) { // AztecOO
            throw Error(DA_ERR_TRILINOS, "error code " + std::to_string(code));
        }
    });
}

} // namespace distarray::trilinos
