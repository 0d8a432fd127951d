# distarray_wrap_core(TARGET [INIT] [STOP])
#
# TARGET is a shared library: a core's unchanged objects and its companion module.
#   INIT  the core's MPI_INIT and MPI_FINALIZE do nothing where the host program has started MPI
#   STOP  STOP, ERROR STOP and EXIT end the call into the core, and not the process
# Without either: both. The core's generic names (energy_, range_) stay its own (-Bsymbolic).
function(distarray_wrap_core target)
  cmake_parse_arguments(PARSE_ARGV 1 wrap "INIT;STOP" "" "")
  if(wrap_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "distarray_wrap_core(${target}): unknown arguments ${wrap_UNPARSED_ARGUMENTS}; INIT and STOP are known.")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type STREQUAL "SHARED_LIBRARY" AND NOT type STREQUAL "MODULE_LIBRARY")
    message(FATAL_ERROR "distarray_wrap_core(${target}): a shared library is needed, and this target is of type ${type}.")
  endif()
  set(symbols)
  if(wrap_INIT OR NOT wrap_STOP)
    list(APPEND symbols mpi_init_ mpi_init_thread_ mpi_finalize_ mpi_init_f08_ mpi_init_thread_f08_ mpi_finalize_f08_)
  endif()
  if(wrap_STOP OR NOT wrap_INIT)
    list(APPEND symbols _gfortran_stop_string _gfortran_error_stop_string _gfortran_stop_numeric _gfortran_error_stop_numeric
      _gfortran_exit_i4 _gfortran_exit_i8)
  endif()
  list(TRANSFORM symbols PREPEND "LINKER:--wrap=")
  target_link_options(${target} PRIVATE LINKER:-Bsymbolic ${symbols})
  target_link_libraries(${target} PRIVATE DistArray::fortran)
endfunction()
