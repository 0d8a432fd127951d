"""The elementwise functions that programs use: a line each.

A line is: name, element kinds (b bool, i signed, u unsigned, f real, c complex), operator if there is one.
"""

UNARY = """
    negative iufc -
    positive iufc
    absolute iufc
    abs iufc
    fabs f
    sign iuf
    square iufc
    reciprocal fc
    sqrt fc
    cbrt f
    conj iufc
    angle fc
    floor f
    ceil f
    trunc f
    rint f
    isnan fc
    isinf fc
    isfinite fc
    signbit f
    spacing f
    logical_not biuf
    invert biu ~
    sin fc
    cos fc
    tan fc
    arcsin fc
    arccos fc
    arctan fc
    sinh fc
    cosh fc
    tanh fc
    arcsinh fc
    arccosh fc
    arctanh fc
    exp fc
    exp2 fc
    expm1 fc
    log fc
    log2 fc
    log10 fc
    log1p fc
    degrees f
    radians f
    deg2rad f
    rad2deg f
    sinc d
    nan_to_num f
"""

BINARY = """
    add biufc +
    subtract iufc -
    multiply biufc *
    divide fc /
    true_divide iu
    floor_divide iuf //
    remainder iuf %
    mod iuf
    fmod iuf
    power fc **
    float_power fc
    maximum biufc
    minimum biufc
    fmax biufc
    fmin biufc
    hypot f
    arctan2 f
    copysign f
    nextafter f
    logaddexp f
    logaddexp2 f
    heaviside f
    greater biufc >
    greater_equal biufc >=
    less biufc <
    less_equal biufc <=
    equal biufc ==
    not_equal biufc !=
    logical_and biufc
    logical_or biufc
    logical_xor biufc
    bitwise_and biu &
    bitwise_or biu |
    bitwise_xor biu ^
    gcd iu
    lcm iu
"""

# Not continuous: of exact operands only, since a unit in the last place may change the result altogether.
JUMPS = {
    "sign", "floor", "ceil", "trunc", "rint", "isnan", "isinf", "isfinite", "signbit", "spacing", "logical_not", "floor_divide", "remainder", "mod", "fmod",
    "copysign", "nextafter", "heaviside", "greater", "greater_equal", "less", "less_equal", "equal", "not_equal", "logical_and", "logical_or", "logical_xor",
    "angle", "arctan2", "log", "log2", "log10", "sqrt", "arcsin", "arccos", "arccosh", "arctanh", "power", "float_power", "maximum", "minimum", "fmax", "fmin",
    "tan", "reciprocal", "divide", "log1p", "exp2", "expm1", "arctan", "arcsinh", "sinh", "cosh", "exp", "tanh",
}

# Of other types, NumPy's result depends on its version, or a single rank finds that there is none.
REAL_ONLY = {"sinc", "floor", "ceil", "trunc", "power", "float_power", "sign"}

# What the sign of a NaN decides, which is nobody's promise.
SIGNS = {"signbit", "copysign"}


def table(text):
    return [(name, kinds, operator[0] if operator else None) for name, kinds, *operator in (line.split() for line in text.strip().splitlines())]
