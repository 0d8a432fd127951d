// Calls of generated companions: procedures all of whose arguments are addresses, so that no libffi is needed.
#include "core/status.hpp"
#include "fortran/landing.hpp"
#include "fortran/library.hpp"

#include <algorithm>
#include <string>
#include <utility>

using distarray::Error;
using distarray::guard;
using distarray::require;

namespace {

struct Call {
    void *wrapper;
    void *const *arguments;
    int32_t count;
};

template <size_t... I> void call_with(void *wrapper, void *const *arguments, std::index_sequence<I...>) {
    using Function = void (*)(decltype((static_cast<void>(I), static_cast<void *>(nullptr)))...);
    reinterpret_cast<Function>(wrapper)(arguments[I]...);
}

template <size_t Count> void call(void *wrapper, void *const *arguments) {
    call_with(wrapper, arguments, std::make_index_sequence<Count>());
}

// The caller removes the arguments from the stack: a procedure that takes fewer does not see the others.
template <size_t Count> void call_padded(const Call &c) {
    void *padded[Count] = {};
    std::copy_n(c.arguments, c.count, padded);
    call<Count>(c.wrapper, padded);
}

void run_wrapper(void *context) {
    const auto &c = *static_cast<const Call *>(context);
    switch (c.count) {
    case 0:
        return call<0>(c.wrapper, c.arguments);
    case 1:
        return call<1>(c.wrapper, c.arguments);
    case 2:
        return call<2>(c.wrapper, c.arguments);
    case 3:
        return call<3>(c.wrapper, c.arguments);
    case 4:
        return call<4>(c.wrapper, c.arguments);
    case 5:
        return call<5>(c.wrapper, c.arguments);
    case 6:
        return call<6>(c.wrapper, c.arguments);
    default:
        if (c.count <= 12)
            return call_padded<12>(c);
        if (c.count <= 32)
            return call_padded<32>(c);
        return call_padded<DA_FORTRAN_MAX_ARGUMENTS>(c);
    }
}

} // namespace

da_status da_fortran_wrapper_call(void *library, void *wrapper, void *const *arguments, int32_t count,
                                  int64_t *generation) {
    return guard([&] {
        require(library, "library");
        require(wrapper, "wrapper");
        require(generation, "generation");
        if (count < 0 || count > DA_FORTRAN_MAX_ARGUMENTS)
            throw Error(DA_ERR_ARGUMENT, std::to_string(count) + " arguments: a procedure of a generated companion has 0 to " +
                                             std::to_string(DA_FORTRAN_MAX_ARGUMENTS));
        if (count > 0)
            require(arguments, "arguments");
        auto &called = *static_cast<da_fortran_library *>(library);
        Call c{wrapper, arguments, count};
        distarray::Landing landing(&called);
        auto completed = distarray::run_until_stop(landing, run_wrapper, &c);
        if (!completed) {
            guard([&] { distarray::run_publish(called); });
            throw Error(DA_ERR_FORTRAN, landing.text);
        }
        distarray::run_publish(called);
        *generation = called.registry.generation();
    });
}
