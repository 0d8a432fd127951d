"""Runs programs, and tells how exact their results are.

Statements whose results NumPy itself rounds in its own way (sums, transcendental functions) are run again on arrays that are a few units in the last
place off; what a result moves by is what it may differ by.
"""
import ast
import base64

import numpy as np

import values
from rounding import is_inexact, move, names, scale, ways

# They write into their first argument.
WRITERS = {"put", "place", "put_along_axis", "fill"}
# Of zeros of both signs they give either.
ZEROS = {"maximum", "minimum", "fmax", "fmin", "clip", "max", "min", "nanmax", "nanmin", "ptp", "sort", "unique"}


class Statement:
    def __init__(self, text):
        self.text = text
        self.node = ast.parse(text).body[0]
        self.code = compile(self._copying(), "program", "exec")
        self.target = self._target()

    def _copying(self):
        """The statement with a copy of what is assigned to a part: of vectors that overlap, NumPy itself may read elements after it has written them."""
        tree = ast.parse(self.text)
        one = tree.body[0]
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Subscript) and names(one.value):
            one.value = ast.Call(ast.Attribute(ast.Name("np", ast.Load()), "array", ast.Load()), [one.value], [])
        return ast.fix_missing_locations(tree)

    def _target(self):
        if isinstance(self.node, ast.Expr):
            for word in getattr(self.node.value, "keywords", []):
                if word.arg == "out" and isinstance(word.value, ast.Name):
                    return word.value.id
            call = self.node.value
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in WRITERS:
                return (call.args[0] if ast.unparse(call.func.value) == "np" else call.func.value).id
            return None
        target = self.node.targets[0] if isinstance(self.node, ast.Assign) else self.node.target
        while isinstance(target, ast.Subscript):
            target = target.value
        return target.id

    def run(self, environment, random=None):
        """Runs it; with random numbers, the result is off by a few units in the last place where it is not exact."""
        exec(self.code, environment)
        result = environment.get(self.target)
        if random is None or not is_inexact(self.node.value, environment):
            return
        parts = result if isinstance(result, (tuple, list)) else [result]
        for part in parts:
            if isinstance(part, (np.ndarray, np.generic)) and part.dtype.kind in "fc":
                moved = move(np.asarray(part), *scale(self.node.value, environment, np.asarray(part)), random)
                if isinstance(part, np.ndarray):
                    part[...] = moved
                else:
                    environment[self.target] = moved[()]


class Run:
    """A program in the course of its run."""

    def __init__(self):
        self.environment = new_environment()
        self.statements = []
        self.error = None
        self.tainted = set()  # names of values that are not exact

    def run(self, text):
        """Appends a statement and runs it; false where NumPy refuses it, which ends the program."""
        try:
            statement = Statement(text)
            self.statements.append(statement)
            statement.run(self.environment)
        except Exception as error:
            self.error = f"{type(error).__name__}: {error}"
            return False
        self._follow(statement)
        return True

    def _follow(self, statement):
        target, result = statement.target, self.environment.get(statement.target)
        value = getattr(statement.node, "value", None)
        if not names(statement.node) & self.tainted and not is_inexact(value, self.environment) and not _leaves_zeros_open(value, result):
            return
        if isinstance(result, (np.ndarray, np.generic)) and result.dtype.kind not in "fc":
            return
        self.tainted.add(target)
        parts = result if isinstance(result, (tuple, list)) else [result]
        self.tainted |= {name for name, value in self.environment.items() if name[0] == "v" and _shares(value, parts)}

    def arrays(self):
        return [(name, value) for name, value in self.environment.items() if isinstance(value, (np.ndarray, np.generic)) and name[0] == "v"]

    def outcome(self):
        """What the other side compares with: every array and number that the program has made."""
        answer = {"line": "; ".join(one.text for one in self.statements), "error": self.error, "variables": []}
        if self.error:
            return answer
        moved = [self._again(seed) for seed in (1, 2, 3)] if self.tainted else []
        anyzero = any(set(ways(one.node)) & ZEROS for one in self.statements)
        for name, value in self.environment.items():
            if name.startswith("__") or name == "ranks":
                continue
            others = [other[name] for other in moved] if name in self.tainted else []
            for i, part in enumerate(value) if isinstance(value, (tuple, list)) else [(None, value)]:
                if isinstance(part, (np.ndarray, np.generic, bool, int, float, complex)):
                    label = name if i is None else f"{name}[{i}]"
                    answer["variables"].append(_describe(label, np.asarray(part), [other if i is None else other[i] for other in others], anyzero))
        return answer

    def _again(self, seed):
        environment, random = new_environment(), np.random.default_rng(seed)
        for statement in self.statements:
            statement.run(environment, random)
        return environment


def _leaves_zeros_open(node, result):
    return bool(set(ways(node)) & ZEROS) and isinstance(result, (np.ndarray, np.generic)) and result.dtype.kind in "fc" and bool(np.any(result == 0))


def _shares(value, parts):
    values = value if isinstance(value, (tuple, list)) else [value]
    return any(np.may_share_memory(one, part) for one in values for part in parts)


def new_environment():
    return {
        "np": np,
        "array": values.array,
        "redistribute": lambda a, *_: a.copy(),
        "shift": lambda a, axis, offset: np.roll(a, -offset, axis=axis),
        "reproducible": lambda name, a, **words: getattr(np, name)(a, **words),
        "mapped": lambda a: a * 3 - 1,
        "begun": lambda name, a: getattr(np, name)(a),
    }


def _describe(name, value, others, anyzero):
    one = {"name": name, "dtype": value.dtype.name, "shape": value.shape, "data": _encode(np.ascontiguousarray(value))}
    if value.dtype.kind in "fc" and others:
        limits = np.finfo(value.dtype)
        off = np.max([_distance(np.asarray(other), value) for other in others], axis=0)
        size = np.where(np.isfinite(value), np.abs(value), 0)
        one["tolerance"] = _encode((8 * off + 16 * limits.eps * size + 4 * limits.smallest_subnormal).astype(np.float64))
    elif value.dtype.kind in "fc" and anyzero:
        one["tolerance"] = _encode(np.zeros(value.shape))
    return one


def _distance(other, value):
    """Zero where both are the same infinity or NaN, infinite where one of them is finite."""
    same = (other == value) | (np.isnan(other) & np.isnan(value))
    off = np.abs(other.astype(np.complex128) - value)
    return np.where(same, 0, np.where(np.isnan(off), np.inf, off))


def _encode(array):
    return base64.b64encode(array.tobytes()).decode()
