// Objects of Trilinos behind one opaque type, all of them registered until they are destroyed.
#pragma once

#include "core/status.hpp"
#include "distarray/trilinos.h"

#include <Teuchos_RCP.hpp>

#include <memory>
#include <string>
#include <utility>

struct da_trilinos_object {
    da_trilinos_object() = default;
    da_trilinos_object(const da_trilinos_object &) = delete;
    da_trilinos_object &operator=(const da_trilinos_object &) = delete;
    virtual ~da_trilinos_object() = default;
    virtual std::string kind() const = 0;
};

namespace distarray::trilinos {

/** What an object is called in messages; specialised for every class that handles hold. */
template <class T> struct KindOf;

/** An object that holds a counted pointer, as Trilinos hands them around. */
template <class T> class Held final : public da_trilinos_object {
  public:
    explicit Held(Teuchos::RCP<T> held) : value(std::move(held)) {}
    std::string kind() const override { return KindOf<T>::name; }
    Teuchos::RCP<T> value;
};

/** Takes an object into the registry, which owns it from then on. */
DA_API da_trilinos_object *keep(std::unique_ptr<da_trilinos_object> object);

/** Throws where an object is not alive. */
DA_API void require_live(const da_trilinos_object *object, const char *name);

/** Makes a function run after all objects are destroyed, before MPI ends. */
DA_API void at_end(void (*action)());

[[noreturn]] DA_API void throw_kind(const da_trilinos_object *object, const char *name, const char *wanted);

/** Gives a handle to what a counted pointer holds. */
template <class T> da_trilinos_object *keep(Teuchos::RCP<T> value) {
    return keep(std::make_unique<Held<T>>(std::move(value)));
}

/** What a handle holds; name is the parameter's. */
template <class T> const Teuchos::RCP<T> &get(const da_trilinos_object *object, const char *name) {
    require_live(object, name);
    auto *held = dynamic_cast<const Held<T> *>(object);
    if (!held)
        throw_kind(object, name, KindOf<T>::name);
    return held->value;
}

/** As get; null where the handle is NULL. */
template <class T> Teuchos::RCP<T> get_optional(const da_trilinos_object *object, const char *name) {
    return object ? get<T>(object, name) : Teuchos::null;
}

/** What a handle holds as a class derived from T: a matrix of an operator. */
template <class Derived, class T> Teuchos::RCP<Derived> get_as(const da_trilinos_object *object, const char *name, const char *wanted) {
    auto derived = Teuchos::rcp_dynamic_cast<Derived>(get<T>(object, name));
    if (derived.is_null())
        throw_kind(object, name, wanted);
    return derived;
}

} // namespace distarray::trilinos
