# find_package(DistArray), from the build tree, from where it was installed, and from a NuGet package.
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
# A NuGet package is a prefix too. It has no links, and its libraries are where .NET looks for them.
set(DISTARRAY_NUGET_DIR ${CMAKE_BINARY_DIR}/nuget/share/cmake/DistArray)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/DistArrayConfig.cmake.in ${DISTARRAY_NUGET_DIR}/DistArrayConfig.cmake
  INSTALL_DESTINATION share/cmake/DistArray PATH_VARS DISTARRAY_FORTRAN_SOURCE)
configure_file(${CMAKE_CURRENT_LIST_DIR}/NuGetTargets.cmake.in ${DISTARRAY_NUGET_DIR}/DistArrayTargets.cmake @ONLY)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/DistArrayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
configure_file(${CMAKE_BINARY_DIR}/DistArrayConfigVersion.cmake ${DISTARRAY_NUGET_DIR}/DistArrayConfigVersion.cmake COPYONLY)
foreach(file IN ITEMS DistArrayWrapCore.cmake DistArrayWrapModules.cmake)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${file} ${CMAKE_BINARY_DIR}/${file} COPYONLY)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${file} ${DISTARRAY_NUGET_DIR}/${file} COPYONLY)
endforeach()

install(TARGETS distarray fortran EXPORT DistArrayTargets)
foreach(target IN ITEMS distarray_hdf5 distarray_trilinos distarray_tpetra distarray_epetra)
  if(TARGET ${target})
    install(TARGETS ${target}) # for DISTARRAY_NATIVE; nobody links with them
  endif()
endforeach()
install(EXPORT DistArrayTargets NAMESPACE DistArray:: DESTINATION ${DISTARRAY_PACKAGE_DIR})
export(EXPORT DistArrayTargets NAMESPACE DistArray:: FILE ${CMAKE_BINARY_DIR}/DistArrayTargets.cmake)
install(FILES ${CMAKE_BINARY_DIR}/install/DistArrayConfig.cmake ${CMAKE_BINARY_DIR}/DistArrayConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapCore.cmake ${CMAKE_CURRENT_LIST_DIR}/DistArrayWrapModules.cmake DESTINATION ${DISTARRAY_PACKAGE_DIR})
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${CMAKE_BINARY_DIR}/fortran/distarray.mod ${CMAKE_CURRENT_SOURCE_DIR}/fortran/distarray.f90
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/distarray/fortran)
