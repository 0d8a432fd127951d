int function_that_nobody_has(void);
int call_it(void) { return function_that_nobody_has(); }
