"""Runs programs, and tells how exact their results are.

Statements whose results NumPy itself rounds in its own way (sums, transcendental functions) are run again on arrays that are a few units in the last
place off; what a result moves by is what it may differ by.
"""
import ast
import base64

import numpy as np

import values

SUMS = {"sum", "mean", "cumsum", "nansum", "nanmean", "dot", "vdot", "norm", "trace"}
PRODUCTS = {"prod", "cumprod", "nanprod", "var", "std", "nanvar", "nanstd"}
FUNCTIONS = {
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "hypot", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "exp", "exp2", "expm1",
    "log", "log2", "log10", "log1p", "logaddexp", "logaddexp2", "power", "float_power", "cbrt", "angle", "percentile", "median", "nanmedian",
    "nanpercentile", "quantile", "deg2rad", "rad2deg", "degrees", "radians", "reciprocal", "sinc", "linspace", "average",
}
# Exact for real numbers; for complex ones NumPy fuses or scales.
COMPLEX = {"multiply", "divide", "true_divide", "square", "absolute", "abs", "sqrt", "sign", "round"}


def ways(node):
    """The names of the functions and operators of an expression."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
            yield one.func.attr
        elif isinstance(one, ast.BinOp):
            yield {ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power"}.get(type(one.op), "")


def is_inexact(node, kind):
    names = set(ways(node))
    return bool(names & (SUMS | PRODUCTS | FUNCTIONS)) or (kind == "c" and bool(names & COMPLEX))


class Scale(ast.NodeTransformer):
    """A sum becomes the sum of magnitudes."""

    def visit_Call(self, call):
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in SUMS | {"multiply"}:
            return call
        magnitude = lambda one: ast.Call(ast.Attribute(ast.Name("np", ast.Load()), "abs", ast.Load()), [one], [])
        if isinstance(call.func.value, ast.Name) and call.func.value.id == "np":
            count = 2 if call.func.attr in ("dot", "vdot", "multiply") else 1
            return ast.Call(call.func, [magnitude(one) for one in call.args[:count]] + call.args[count:], call.keywords)
        return ast.Call(ast.Attribute(magnitude(call.func.value), call.func.attr, ast.Load()), call.args, call.keywords)


def _scale(statement, environment):
    value = statement.value
    names = set(ways(value))
    keywords = {word.arg for word in getattr(value, "keywords", [])}
    if not names & (SUMS | PRODUCTS) or "out" in keywords:
        return None, 1
    try:
        scaled = ast.fix_missing_locations(ast.Expression(Scale().visit(ast.parse(ast.unparse(value), mode="eval").body)))
        return eval(compile(scaled, "scale", "eval"), environment), max((v.size for v in environment.values() if isinstance(v, np.ndarray)), default=1)
    except Exception:
        return None, 1


class Statement:
    def __init__(self, text):
        self.text = text
        self.node = ast.parse(text).body[0]
        self.code = compile(text, "program", "exec")
        self.target = self._target()

    def _target(self):
        if isinstance(self.node, ast.Expr):
            for word in getattr(self.node.value, "keywords", []):
                if word.arg == "out" and isinstance(word.value, ast.Name):
                    return word.value.id
            return None
        target = self.node.targets[0] if isinstance(self.node, ast.Assign) else self.node.target
        while isinstance(target, ast.Subscript):
            target = target.value
        return target.id

    def run(self, environment, random=None):
        """Runs it; with random numbers, the result is off by a few units in the last place where it is not exact."""
        exec(self.code, environment)
        result = environment.get(self.target)
        if random is None or not hasattr(self.node, "value"):
            return
        for part in result if isinstance(result, (tuple, list)) else [result]:
            if isinstance(part, (np.ndarray, np.generic)) and part.dtype.kind in "fc" and is_inexact(self.node.value, part.dtype.kind):
                scale, count = _scale(self.node, environment)
                moved = _move(np.asarray(part), scale, 4 + count, random)
                if isinstance(part, np.ndarray):
                    part[...] = moved
                else:
                    environment[self.target] = moved[()]


def _move(part, scale, units, random):
    scale = np.abs(part) if scale is None or np.shape(scale) != part.shape else np.abs(scale)
    by = np.finfo(part.dtype).eps * units * scale
    sign = random.integers(0, 2, part.shape) * 2.0 - 1
    if part.dtype.kind == "c":
        sign = sign + 1j * (random.integers(0, 2, part.shape) * 2.0 - 1)
    return np.where(np.isfinite(part) & np.isfinite(by), part + sign * np.where(np.isfinite(by), by, 0), part).astype(part.dtype)


def new_environment():
    return {"np": np, "array": values.array, "distribution": lambda *_: None, "redistribute": lambda a, *_: a.copy()}


def outcome(line, statements, environment, error):
    """What the other side compares with: every array and number that the program has made."""
    answer = {"line": line, "error": error, "variables": []}
    if error:
        return answer
    moved = [_rerun(statements, seed) for seed in (1, 2)] if any(is_inexact(one.node.value, "c") for one in statements) else []
    for name, value in environment.items():
        if isinstance(value, (tuple, list)):
            parts = [(f"{name}[{i}]", part, [other[name][i] for other in moved]) for i, part in enumerate(value)]
        else:
            parts = [(name, value, [other[name] for other in moved])]
        for label, part, others in parts:
            if isinstance(part, (np.ndarray, np.generic, bool, int, float, complex)) and not label.startswith("__") and label != "ranks":
                answer["variables"].append(_describe(label, np.asarray(part), others))
    return answer


def _rerun(statements, seed):
    environment, random = new_environment(), np.random.default_rng(seed)
    for statement in statements:
        statement.run(environment, random)
    return environment


def _describe(name, value, others):
    one = {"name": name, "dtype": value.dtype.name, "shape": value.shape, "data": _encode(np.ascontiguousarray(value))}
    if value.dtype.kind in "fc" and others:
        off = np.max([np.abs(np.asarray(other).astype(np.complex128) - value) for other in others], axis=0)
        same = np.all([(np.asarray(other) == value) | (np.isnan(other) & np.isnan(value)) for other in others], axis=0)
        if not np.all(same):
            one["tolerance"] = _encode(np.where(same, 0, 8 * off + 4 * np.finfo(value.dtype).eps * np.abs(value)).astype(np.float64))
    return one


def _encode(array):
    return base64.b64encode(array.tobytes()).decode()


def names(node):
    """The variables that a statement uses."""
    return (one.id for one in ast.walk(node) if isinstance(one, ast.Name))
