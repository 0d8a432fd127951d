// Epetra: float64 elements, int local and 32- or 64-bit global indices.
#pragma once

#include "trilinos/call.hpp"
#include "trilinos/comm.hpp"
#include "trilinos/object.hpp"

#include <Epetra_CrsMatrix.h>
#include <Epetra_Export.h>
#include <Epetra_Import.h>
#include <Epetra_Map.h>
#include <Epetra_MpiComm.h>
#include <Epetra_MultiVector.h>
#include <Epetra_Operator.h>
#include <Teuchos_RCP.hpp>

#include <cstdint>
#include <string>

namespace distarray::epetra {

template <class T> using RCP = Teuchos::RCP<T>;

/** Throws where a function of Epetra reports an error; warnings are positive. */
inline void check(int code, const char *function) {
    if (code < 0)
        throw Error(DA_ERR_TRILINOS, std::string(function) + " returned " + std::to_string(code));
}

/** A global index of a map's width. Calls body with a null pointer of its type. */
template <class Body> auto with_index(const Epetra_BlockMap &map, Body &&body) {
    if (map.GlobalIndicesLongLong())
        return body(static_cast<long long *>(nullptr));
    return body(static_cast<int *>(nullptr));
}

} // namespace distarray::epetra

namespace distarray::trilinos {

template <> struct KindOf<const Epetra_Map> {
    static constexpr const char *name = "Epetra_Map";
};
template <> struct KindOf<const Epetra_Import> {
    static constexpr const char *name = "Epetra_Import";
};
template <> struct KindOf<const Epetra_Export> {
    static constexpr const char *name = "Epetra_Export";
};
template <> struct KindOf<Epetra_MultiVector> {
    static constexpr const char *name = "Epetra_MultiVector";
};
/** Matrices and preconditioners, too. */
template <> struct KindOf<Epetra_Operator> {
    static constexpr const char *name = "Epetra_Operator";
};

} // namespace distarray::trilinos
