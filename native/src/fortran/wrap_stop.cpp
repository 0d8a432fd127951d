// What a core linked with -Wl,--wrap=_gfortran_stop_string and its like (distarray_wrap_core) calls instead of libgfortran.
// Within a call of the bridge a STOP ends the call; everywhere else it is the STOP that it always was.
#include "fortran/landing.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstring>

extern "C" {

[[noreturn]] void _gfortran_stop_string(const char *text, size_t length, bool quiet);
[[noreturn]] void _gfortran_error_stop_string(const char *text, size_t length, bool quiet);
[[noreturn]] void _gfortran_stop_numeric(int code, bool quiet);
[[noreturn]] void _gfortran_error_stop_numeric(int code, bool quiet);
[[noreturn]] void _gfortran_exit_i4(const int32_t *code);
[[noreturn]] void _gfortran_exit_i8(const int64_t *code);

DA_API void __wrap__gfortran_stop_string(const char *text, size_t length, bool quiet);
DA_API void __wrap__gfortran_error_stop_string(const char *text, size_t length, bool quiet);
DA_API void __wrap__gfortran_stop_numeric(int code, bool quiet);
DA_API void __wrap__gfortran_error_stop_numeric(int code, bool quiet);
DA_API void __wrap__gfortran_exit_i4(const int32_t *code);
DA_API void __wrap__gfortran_exit_i8(const int64_t *code);
}

namespace {

void land_with_text(const char *statement, const char *text, size_t length) {
    auto *landing = distarray::current_landing();
    if (!landing)
        return;
    auto kept = static_cast<int>(std::min(length, sizeof landing->text - 32));
    std::snprintf(landing->text, sizeof landing->text, "%s%s%.*s", statement, kept ? " " : "", kept, text ? text : "");
    std::longjmp(landing->place, 1);
}

void land_with_code(const char *statement, long long code) {
    char text[32];
    auto length = std::snprintf(text, sizeof text, "%lld", code);
    land_with_text(statement, text, static_cast<size_t>(length));
}

} // namespace

void __wrap__gfortran_stop_string(const char *text, size_t length, bool quiet) {
    land_with_text("STOP", text, length);
    _gfortran_stop_string(text, length, quiet);
}

void __wrap__gfortran_error_stop_string(const char *text, size_t length, bool quiet) {
    land_with_text("ERROR STOP", text, length);
    _gfortran_error_stop_string(text, length, quiet);
}

void __wrap__gfortran_stop_numeric(int code, bool quiet) {
    land_with_code("STOP", code);
    _gfortran_stop_numeric(code, quiet);
}

void __wrap__gfortran_error_stop_numeric(int code, bool quiet) {
    land_with_code("ERROR STOP", code);
    _gfortran_error_stop_numeric(code, quiet);
}

void __wrap__gfortran_exit_i4(const int32_t *code) {
    land_with_code("EXIT", code ? *code : 0);
    _gfortran_exit_i4(code);
}

void __wrap__gfortran_exit_i8(const int64_t *code) {
    land_with_code("EXIT", code ? *code : 0);
    _gfortran_exit_i8(code);
}
