# Where the managed build finds a native library: <build>/stage, one file a library, without version suffixes.
set(DISTARRAY_STAGE ${CMAKE_BINARY_DIR}/stage)

function(distarray_stage target)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E make_directory ${DISTARRAY_STAGE}
    COMMAND ${CMAKE_COMMAND} -E copy_if_different $<TARGET_FILE:${target}> ${DISTARRAY_STAGE}/lib${target}.so
    VERBATIM)
endfunction()
