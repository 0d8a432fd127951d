# Warnings are errors in our own code.
function(distarray_warnings target)
  target_compile_options(${target} PRIVATE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-declarations -Werror>
    $<$<COMPILE_LANGUAGE:C>:-Wall -Wextra -Wpedantic -Wshadow -Wno-sign-conversion -Werror>
    $<$<COMPILE_LANGUAGE:Fortran>:-Wall -Werror>)
endfunction()
