# distarray_wrap_modules(TARGET MODULES file... OUTPUT folder
#                        [CORE target...] [NAMESPACE name] [DISTRIBUTION file] [OPTIONS option...])
#
# Runs `distarray wrap` at build time: for each compiled module a companion, which is linked into TARGET, and C# classes.
#   MODULES       the modules' .mod files, as the compiler writes them
#   OUTPUT        where companions (NAME_distarray.f90) and classes (*.g.cs) go
#   CORE          the targets that compile the modules; they are built first
#   NAMESPACE     of the classes
#   DISTRIBUTION  the file that names how arrays are distributed
#   OPTIONS       further options of `distarray wrap`
# The tool is DISTARRAY_TOOL: a command, such as "dotnet;/path/distarray.dll" or "dotnet;distarray" (of a tool manifest). Where that is
# not set it is `distarray` on PATH, or where `dotnet tool install --global` puts it.
function(distarray_wrap_modules target)
  cmake_parse_arguments(PARSE_ARGV 1 wrap "" "OUTPUT;NAMESPACE;DISTRIBUTION" "MODULES;CORE;OPTIONS")
  if(wrap_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "distarray_wrap_modules(${target}): unknown arguments ${wrap_UNPARSED_ARGUMENTS}; MODULES, OUTPUT, CORE, NAMESPACE, DISTRIBUTION and OPTIONS are known.")
  endif()
  if(NOT wrap_MODULES OR NOT wrap_OUTPUT)
    message(FATAL_ERROR "distarray_wrap_modules(${target}): MODULES and OUTPUT are needed.")
  endif()
  set(tool ${DISTARRAY_TOOL})
  if(NOT tool)
    find_program(DISTARRAY_COMMAND distarray HINTS "$ENV{HOME}/.dotnet/tools")
    if(NOT DISTARRAY_COMMAND)
      message(FATAL_ERROR "distarray_wrap_modules(${target}): the tool `distarray` is neither on PATH nor in $ENV{HOME}/.dotnet/tools. Install it (dotnet tool install --global DistArray.Cli), or name the command that runs it: -DDISTARRAY_TOOL=\"dotnet;/path/distarray.dll\".")
    endif()
    set(tool ${DISTARRAY_COMMAND})
  endif()

  set(companions)
  foreach(module IN LISTS wrap_MODULES)
    cmake_path(GET module STEM LAST_ONLY name)
    list(APPEND companions ${wrap_OUTPUT}/${name}_distarray.f90)
  endforeach()
  set(objects)
  foreach(core IN LISTS wrap_CORE)
    list(APPEND objects $<TARGET_OBJECTS:${core}>)
  endforeach()
  set(arguments --output ${wrap_OUTPUT} --compiler "${CMAKE_Fortran_COMPILER}" --report ${wrap_OUTPUT}/${target}-report.txt ${wrap_OPTIONS})
  if(wrap_NAMESPACE)
    list(APPEND arguments --namespace ${wrap_NAMESPACE})
  endif()
  set(depends ${objects})
  if(wrap_DISTRIBUTION)
    cmake_path(ABSOLUTE_PATH wrap_DISTRIBUTION)
    list(APPEND arguments --distribution ${wrap_DISTRIBUTION})
    list(APPEND depends ${wrap_DISTRIBUTION})
  endif()
  foreach(part IN LISTS tool)
    if(part MATCHES "[.]dll$")
      list(APPEND depends ${part})
    endif()
  endforeach()
  # The files keep their time where nothing in them changed: the stamp is what is made each time.
  add_custom_command(OUTPUT ${wrap_OUTPUT}/${target}.stamp
    BYPRODUCTS ${companions}
    COMMAND ${tool} wrap ${wrap_MODULES} ${arguments}
    COMMAND ${CMAKE_COMMAND} -E touch ${wrap_OUTPUT}/${target}.stamp
    DEPENDS ${depends}
    COMMENT "Wrapping modules for ${target}"
    VERBATIM)
  add_custom_target(${target}_wrap DEPENDS ${wrap_OUTPUT}/${target}.stamp)
  add_dependencies(${target} ${target}_wrap)
  target_sources(${target} PRIVATE ${companions})
  # Lines are generated, and kinds are the core's: no warnings.
  set_source_files_properties(${companions} PROPERTIES GENERATED TRUE COMPILE_OPTIONS "-w")
  target_link_libraries(${target} PRIVATE DistArray::fortran)
endfunction()
