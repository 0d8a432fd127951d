// The Tpetra of this build: int local and 64-bit global indices on Kokkos' Serial node, where host and device are one memory.
#pragma once

#include "trilinos/call.hpp"
#include "trilinos/comm.hpp"
#include "trilinos/object.hpp"

#include <Teuchos_Comm.hpp>
#include <Teuchos_RCP.hpp>
#include <Tpetra_CrsMatrix.hpp>
#include <Tpetra_Export.hpp>
#include <Tpetra_Import.hpp>
#include <Tpetra_Map.hpp>
#include <Tpetra_MultiVector.hpp>
#include <Tpetra_Operator.hpp>
#include <Tpetra_RowMatrix.hpp>

#include <cstdint>

namespace distarray::tpetra {

using Local = int;
using Global = long long;
using Node = Tpetra::Map<>::node_type;
using Map = Tpetra::Map<Local, Global, Node>;
using Import = Tpetra::Import<Local, Global, Node>;
using Export = Tpetra::Export<Local, Global, Node>;
template <class Scalar> using MultiVectorOf = Tpetra::MultiVector<Scalar, Local, Global, Node>;
using MultiVector = MultiVectorOf<double>;
using Operator = Tpetra::Operator<double, Local, Global, Node>;
using RowMatrix = Tpetra::RowMatrix<double, Local, Global, Node>;
using CrsMatrix = Tpetra::CrsMatrix<double, Local, Global, Node>;
template <class T> using RCP = Teuchos::RCP<T>;

/** Trilinos' own communicator of the same ranks; starts Kokkos before the first. Collective where it is asked for the first time. */
RCP<const Teuchos::Comm<int>> comm_of(int64_t comm);

} // namespace distarray::tpetra

namespace distarray::trilinos {

template <> struct KindOf<const tpetra::Map> {
    static constexpr const char *name = "Tpetra::Map";
};
template <> struct KindOf<const tpetra::Import> {
    static constexpr const char *name = "Tpetra::Import";
};
template <> struct KindOf<const tpetra::Export> {
    static constexpr const char *name = "Tpetra::Export";
};
template <> struct KindOf<tpetra::MultiVectorOf<double>> {
    static constexpr const char *name = "Tpetra::MultiVector of double";
};
template <> struct KindOf<tpetra::MultiVectorOf<int>> {
    static constexpr const char *name = "Tpetra::MultiVector of int";
};
template <> struct KindOf<tpetra::MultiVectorOf<long long>> {
    static constexpr const char *name = "Tpetra::MultiVector of long long";
};
/** Matrices and preconditioners, too. */
template <> struct KindOf<tpetra::Operator> {
    static constexpr const char *name = "Tpetra::Operator";
};

} // namespace distarray::trilinos
