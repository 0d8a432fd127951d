# find_package(DistArray), from the build tree and from where it was installed.
include(CMakePackageConfigHelpers)

add_library(DistArray::distarray ALIAS distarray)
add_library(DistArray::fortran ALIAS fortran)
include(DistArrayWrapCore)
include(DistArrayWrapModules)

set(DISTARRAY_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/DistArray)

string(REGEX MATCH "^[0-9]+" DISTARRAY_FORTRAN_VERSION_MAJOR ${CMAKE_Fortran_COMPILER_VERSION})
set(DISTARRAY_FORTRAN_SOURCE ${CMAKE_CURRENT_SOURCE_DIR}/fortran/distarray.f90)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/DistArrayConfig.cmake.in ${CMAKE_BINARY_DIR}/DistArrayConfig.cmake
  INSTALL_DESTINATION ${CMAKE_BINARY_DIR} INSTALL_PREFIX ${CMAKE_BINARY_DIR} PATH_VARS DISTARRAY_FORTRAN_SOURCE)
set(DISTARRAY_FORTRAN_SOURCE ${CMAKE_INSTALL_INCLUDEDIR}/distarray/fortran/distarray.f90)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/DistArrayConfig.cmake.in ${CMAKE_BINARY_DIR}/install/DistArrayConfig.cmake
  INSTALL_DESTINATION ${DISTARRAY_PACKAGE_DIR} PATH_VARS DISTARRAY_FORTRAN_SOURCE)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/DistArrayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
configure_file(${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapCore.cmake ${CMAKE_BINARY_DIR}/DistArrayWrapCore.cmake COPYONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapModules.cmake ${CMAKE_BINARY_DIR}/DistArrayWrapModules.cmake COPYONLY)

install(TARGETS distarray fortran EXPORT DistArrayTargets)
install(EXPORT DistArrayTargets NAMESPACE DistArray:: DESTINATION ${DISTARRAY_PACKAGE_DIR})
export(EXPORT DistArrayTargets NAMESPACE DistArray:: FILE ${CMAKE_BINARY_DIR}/DistArrayTargets.cmake)
install(FILES ${CMAKE_BINARY_DIR}/install/DistArrayConfig.cmake ${CMAKE_BINARY_DIR}/DistArrayConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapCore.cmake ${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapModules.cmake DESTINATION ${DISTARRAY_PACKAGE_DIR})
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${CMAKE_BINARY_DIR}/fortran/distarray.mod ${CMAKE_CURRENT_SOURCE_DIR}/fortran/distarray.f90
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/distarray/fortran)
