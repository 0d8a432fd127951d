"""Statements of elementwise functions."""
import numpy as np

import distributions
import operations
from shapes import broadcastable, fits, number
from statements import kind

UNARY, BINARY = operations.table(operations.UNARY), operations.table(operations.BINARY)


def _operand(case, dtype, shape, exact=False):
    """The text of an array, of a part of one, or of a list, whose shape broadcasts to a shape."""
    if shape and 0 < shape[-1] <= 6 and case.rng.random() < 0.06 and dtype.name in ("float64", "int64", "bool"):
        return listed(case.rng, dtype, shape[-1])
    source = case.pick(dtype.kind, exact, lambda one: one.dtype == dtype and fits(one.shape, shape))
    if source is None or case.rng.random() < 0.3:
        return case.new(dtype.name, broadcastable(case.rng, shape))[0]
    name, value = source
    if value.ndim and value.shape[0] > 1 and case.rng.random() < 0.15:
        return f"{name}[::-1]"
    return name


def listed(rng, dtype, length):
    """A list of numbers, which NumPy takes for an array of the type."""
    first = "1.5" if dtype.kind == "f" else number(rng, dtype)
    return f"[{', '.join([first] + [number(rng, dtype) for _ in range(length - 1)])}]"


def mask(case, shape):
    return _operand(case, np.dtype(bool), shape)


def _call(case, name, operator, arguments, result):
    """The text of a call: as an operator, as a function, or into a destination."""
    how = case.rng.random()
    if operator == "**" and arguments[-1] in ("-1", "-1.0", "0.5"):
        operator = None  # NumPy makes other functions of these
    if operator and how < 0.5:
        return f"{case.name()}=" + (f"{operator}{arguments[0]}" if len(arguments) == 1 else f"{arguments[0]} {operator} {arguments[1]}")
    call = f"np.{name}({', '.join(arguments)}"
    if how > 0.88 and result is not None and isinstance(getattr(np, name), np.ufunc):
        destination = case.destination(result)
        if destination is not None:
            if case.rng.random() < 0.5:
                call += f", where={mask(case, result.shape)}"
            return f"{call}, out={destination})"
    return f"{case.name()}={call})"


def _preview(case, text):
    """What an expression gives, before its statement is written; None where NumPy refuses it."""
    try:
        return np.asarray(eval(text, dict(case.environment)))
    except Exception:
        return None


@kind(8)
def unary(case):
    name, kinds, operator = case.rng.choice(UNARY)
    if case.rng.random() < 0.01 and name not in operations.REAL_ONLY:
        kinds = "biufc"  # what NumPy converts to real numbers by itself, or refuses
    picked = case.pick(kinds, exact=name in operations.JUMPS)
    if picked is not None and not (name in operations.SIGNS and np.isnan(picked[1]).any()):
        case.run(_call(case, name, operator, [picked[0]], _preview(case, f"np.{name}({picked[0]})")))


@kind(14)
def binary(case):
    name, kinds, operator = case.rng.choice(BINARY)
    if case.rng.random() < 0.01 and name not in operations.REAL_ONLY:
        kinds = "biufc"
    exact = name in operations.JUMPS
    picked = case.pick(kinds, exact)
    if picked is None:
        return
    left, value = picked
    draw = case.rng.random()
    if draw < 0.2:
        right = number(case.rng, value.dtype)
    elif draw < 0.215:
        right = case.new()[0]  # of any shape and type
    elif draw < 0.4:  # broadcasts the first one, too
        shape = (case.rng.randint(1, 3),) * case.rng.randint(0, 1) + tuple(case.rng.randint(1, 4) if extent == 1 else extent for extent in value.shape)
        right = case.new(value.dtype.name, shape)[0] if len(shape) < 8 and np.prod(shape) < 900 else left
    else:
        right = _operand(case, value.dtype, value.shape, exact)
    if name in operations.SIGNS and any(np.isnan(one).any() for _, one in case.arrays()):
        return
    arguments = [left, right] if case.rng.random() < 0.7 else [right, left]
    case.run(_call(case, name, operator, arguments, _preview(case, f"np.{name}({', '.join(arguments)})")))


@kind(2)
def shift(case):
    picked = case.pick("iu")
    if picked is not None:
        case.run(f"{case.name()}={picked[0]} {case.rng.choice(['<<', '>>'])} {case.rng.randint(0, 7)}")


@kind(2)
def whole_power(case):
    picked = case.pick("iufc")
    if picked is not None:
        case.run(f"{case.name()}={picked[0]} ** {case.rng.randint(0, 4)}")


@kind(3)
def where(case):
    picked = case.pick()
    if picked is not None:
        x, value = picked
        condition, y = mask(case, value.shape), _operand(case, value.dtype, value.shape)
        case.run(f"{case.name()}=np.where({condition}, {x}, {y})")


@kind(2)
def clip(case):
    picked = case.pick("iuf", exact=True)
    if picked is not None:
        x, value = picked
        low, high = sorted(case.rng.sample(range(0, 40), 2))
        if case.rng.random() < 0.4:
            name = _operand(case, value.dtype, value.shape, exact=True)
            if not np.isnan(_preview(case, name)).any():  # NumPy 1 takes some of these for no limit
                high = name
        case.run(f"{case.name()}=np.clip({x}, {low}, {high})")


@kind(1.5)
def rounded(case):
    picked = case.pick("fc", exact=True)
    if picked is not None:
        case.run(f"{case.name()}=np.round({picked[0]}, {case.rng.choice([0, 0, 1, -1])})")


@kind(3)
def convert(case):
    picked = case.pick(exact=True)
    if picked is None:
        return
    name, value = picked
    fitting = ["float64", "complex128", "complex64", "float32", "bool"] if value.dtype.kind != "c" else ["complex64", "complex128", "bool"]
    if value.dtype.kind in "biu" or (value.dtype.kind == "f" and np.all(np.abs(value) < 100)):
        fitting += ["int64", "int32", "int16", "int8"]
    if value.dtype.kind in "biu" or (value.dtype.kind == "f" and np.all((value > -1) & (value < 100))):
        fitting += ["uint64", "uint32", "uint16", "uint8"]
    case.run(f'{case.name()}={name}.astype("{case.rng.choice(fitting)}")')


@kind(3)
def nested(case):
    """A tree of arithmetic, which is computed in one pass."""
    picked = case.pick("iufc")
    if picked is not None:
        name, value = picked
        text = name
        for _ in range(case.rng.randint(2, 5)):
            other = number(case.rng, value.dtype) if case.rng.random() < 0.2 else _operand(case, value.dtype, value.shape)
            pair = [text, other] if case.rng.random() < 0.5 else [other, text]
            text = f"({pair[0]} {case.rng.choice('+-*')} {pair[1]})"
        case.run(f"{case.name()}={text}")


@kind(1.5)
def own_function(case):
    """A function of the user's in C#."""
    picked = case.pick("dl")
    if picked is not None and picked[1].dtype.name in ("float64", "int64"):
        case.run(f"{case.name()}=mapped({picked[0]})" + case.rng.choice(["", f" - {picked[0]}"]))


@kind(0.1)
def chain(case):
    """More operations than one pass takes."""
    name = case.pick()[0]
    for _ in range(40):
        before = case.name_before()
        if case.error is None:
            case.run(f"{case.name()}=np.maximum({name}, {before})")


@kind(4)
def redistribute(case):
    name, value = case.pick()
    codes, grid = distributions.choose(case.rng, case.ranks, value.shape)
    case.run(f'{case.name()}=redistribute({name}, "{codes}", {grid}, "{case.rng.choice("CF")}")')
