"""How exact NumPy's own results are: which functions round in ways of their own, and by how much."""
import ast

import numpy as np

SUMS = {"sum", "mean", "cumsum", "nansum", "nanmean", "dot", "vdot", "norm", "trace", "average"}
SPREADS = {"var", "std", "nanvar", "nanstd"}
PRODUCTS = {"prod", "cumprod", "nanprod"} | SPREADS
FUNCTIONS = {
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "hypot", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "exp", "exp2", "expm1",
    "log", "log2", "log10", "log1p", "logaddexp", "logaddexp2", "power", "float_power", "cbrt", "angle", "percentile", "median", "nanmedian",
    "nanpercentile", "quantile", "deg2rad", "rad2deg", "degrees", "radians", "reciprocal", "sinc", "linspace", "quantile", "nanquantile",
}
# Exact for real numbers; for complex ones NumPy fuses or scales.
COMPLEX = {"multiply", "divide", "true_divide", "square", "absolute", "abs", "sqrt", "sign", "round"}


def ways(node):
    """The names of the functions and operators of an expression."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
            yield one.func.attr
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.args and isinstance(one.args[0], ast.Constant):
            yield one.args[0].value
        elif isinstance(one, ast.BinOp):
            yield {ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power"}.get(type(one.op), "")


def names(node):
    """The variables of an expression or statement."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def is_inexact(node, environment):
    functions = set(ways(node))
    if functions & (SUMS | PRODUCTS | FUNCTIONS):
        return True
    return bool(functions & COMPLEX) and any(_is_complex(environment.get(name)) for name in names(node))


def _is_complex(value):
    return isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "c"


def _magnitude(node):
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), "abs", ast.Load()), [node], [])


class Squares(ast.NodeTransformer):
    """A variance becomes the mean of squared magnitudes."""

    def visit_Call(self, call):
        name = "nanmean" if call.func.attr.startswith("nan") else "mean"
        of_np = ast.unparse(call.func.value) == "np"
        square = ast.BinOp(_magnitude(call.args[0] if of_np else call.func.value), ast.Pow(), ast.Constant(2))
        words = [word for word in call.keywords if word.arg in ("axis", "keepdims", "where")]
        return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load()), [square] + (call.args[1:] if of_np else call.args), words)


class Scale(ast.NodeTransformer):
    """A sum becomes the sum of magnitudes."""

    def visit_Call(self, call):
        if isinstance(call.func, ast.Name) and call.func.id in ("reproducible", "begun"):
            return ast.Call(call.func, [call.args[0], _magnitude(call.args[1])], call.keywords)
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in SUMS | {"multiply"}:
            return call
        if ast.unparse(call.func.value) in ("np", "np.linalg"):
            count = 2 if call.func.attr in ("dot", "vdot", "multiply") else 1
            return ast.Call(call.func, [_magnitude(one) for one in call.args[:count]] + call.args[count:], call.keywords)
        return ast.Call(ast.Attribute(_magnitude(call.func.value), call.func.attr, ast.Load()), call.args, call.keywords)


def scale(value, environment, part):
    """What the errors of a result are relative to, and how many units in the last place they may be."""
    functions, units = set(ways(value)), 4
    if functions & (SUMS | PRODUCTS):
        units += max((one.size for one in environment.values() if isinstance(one, np.ndarray)), default=1)
    try:
        if "power" in functions or "float_power" in functions:  # by logarithm and exponential, in NumPy's case of complex numbers
            base, exponent = value.args if isinstance(value, ast.Call) else (value.left, value.right)
            growth = np.abs(_eval(exponent, environment)) * (np.abs(np.log(_eval(base, environment) + 0j)) + 1)
            return np.abs(part), units * np.where(np.isfinite(growth), 1 + growth, 1)
        if "exp2" in functions and part.dtype.kind == "c":  # by the exponential
            return np.abs(part), units * (1 + np.abs(_eval(value.args[0], environment)))
        if functions & SPREADS:
            squares = _eval(Squares().visit(ast.parse(ast.unparse(value), mode="eval").body), environment)
            if functions & {"std", "nanstd"}:
                return np.abs(part) + np.sqrt(squares), units
            return np.abs(part) + np.sqrt(np.abs(part) * squares) + np.finfo(part.dtype).eps * units * squares, units
        if functions & {"logaddexp", "logaddexp2"}:
            return np.maximum(*(np.abs(_eval(one, environment)) + 1 for one in value.args)), units
        if functions & (SUMS | {"multiply"}):
            return np.abs(_eval(Scale().visit(ast.parse(ast.unparse(value), mode="eval").body), environment)), units
    except Exception:
        pass
    return np.abs(part), units


def _eval(node, environment):
    return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "scale", "eval"), environment)


def move(part, scale, units, random):
    limits = np.finfo(part.dtype)
    units = np.where(np.isfinite(units), units, 0)
    by = np.maximum(limits.eps * units * (scale if np.shape(scale) == part.shape else np.abs(part)), 4 * limits.smallest_subnormal)
    direction = random.uniform(0.5, 1, part.shape) * (random.integers(0, 2, part.shape) * 2 - 1)
    if part.dtype.kind == "c":
        direction = direction + 1j * random.uniform(-1, 1, part.shape)
    return np.where(np.isfinite(part) & np.isfinite(by), part + direction * np.where(np.isfinite(by), by, 0), part).astype(part.dtype)
