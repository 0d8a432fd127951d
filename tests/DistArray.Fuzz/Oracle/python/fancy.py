"""Statements of indexing by arrays of indices and masks."""
import numpy as np

import indices
from elementwise import mask
from shapes import broadcastable, number
from statements import kind


def _listed(rng, size, length):
    """Indices of an axis as a list, now and then with one outside."""
    values = [rng.randint(-size, size - 1) for _ in range(length)] if size else []
    if values and rng.random() < 0.02:
        values[rng.randrange(len(values))] = size
    return values


def _index_array(case, size, shape):
    """The name of an array of indices."""
    name, value = case.new("int64", shape, f"a{case.rng.randrange(30)}")
    if size == 0 or value.size == 0:
        return name
    case.run(f"{name}[...]={name} % {size}")
    if case.rng.random() < 0.5:
        case.run(f"{name}[...]={name} - {size}" if case.rng.random() < 0.5 else f"{name}[...]={size - 1} - {name}")
    return name


def subscript(case, shape):
    """A subscript with a mask, or with arrays or lists of indices for some of the axes."""
    rng, ndim = case.rng, len(shape)
    draw = rng.random()
    if draw < 0.25:
        axes = rng.randint(1, ndim)
        name = case.new("bool", shape[:axes])[0]
        return name if rng.random() < 0.6 else f"{name}, ..."
    if draw < 0.35:
        return str([rng.random() < 0.5 for _ in range(shape[0])] or [0])
    several = tuple(rng.randint(0 if rng.random() < 0.05 else 1, 4) for _ in range(rng.randint(1, 2)))
    parts, last = [], ndim if rng.random() < 0.5 else rng.randint(1, ndim)
    chosen = set(rng.sample(range(last), rng.randint(1, min(2, last))))
    for axis in range(last):
        if axis not in chosen:
            parts.append(indices.slice_(rng, shape[axis]) if rng.random() < 0.8 else indices.integer(rng, shape[axis]))
        elif rng.random() < 0.4 and len(several) == 1:
            parts.append(str(_listed(rng, shape[axis], several[0])))
        else:
            parts.append(_index_array(case, shape[axis], several))
    if rng.random() < 0.1:
        parts.insert(rng.randint(0, len(parts)), rng.choice(["None", "..."]))
    return ", ".join(parts)


@kind(6)
def read(case):
    name, value = case.pick()
    if value.ndim:
        text = subscript(case, value.shape)
        if case.error is None:
            case.run(f"{case.name()}={name}[{text}]")


@kind(5)
def write(case):
    picked = case.pick(test=lambda value: case.is_writable(value) and value.ndim > 0)
    if picked is None:
        return
    name, value = picked
    text = subscript(case, value.shape)
    if case.error is not None:
        return
    try:
        part = eval(f"{name}[{text}]", dict(case.environment))
    except Exception:
        case.run(f"{name}[{text}]=0")
        return
    marked = value.copy()
    numbers = np.arange(value.size).reshape(value.shape)
    taken = eval(f"numbers[{text}]", dict(case.environment), {"numbers": numbers})
    once = np.unique(taken).size == taken.size  # else the order of writes decides
    if not once or case.rng.random() < 0.25:
        case.run(f"{name}[{text}]={number(case.rng, value.dtype)}")
    else:
        source = case.new(value.dtype.name, broadcastable(case.rng, part.shape))[0]
        case.run(f"{name}[{text}]={source}")


def take(case, name, value):
    axis = case.rng.randrange(value.ndim)
    if value.size == 0:
        return None  # NumPy does not look at indices of no elements
    chosen = _index_array(case, value.shape[axis], (case.rng.randint(1, 5),)) if case.rng.random() < 0.5 else _listed(case.rng, value.shape[axis], case.rng.randint(1, 5))
    return f"np.take({name}, {chosen}, axis={axis})"


def compress(case, name, value):
    axis = case.rng.randrange(value.ndim)
    return f"np.compress({[case.rng.random() < 0.5 for _ in range(value.shape[axis])]}, {name}, axis={axis})" if value.shape[axis] else None


def extract(case, name, value):
    return f"np.extract({case.new('bool', value.shape)[0]}, {name})"


def argwhere(case, name, value):
    return f"np.{case.rng.choice(['argwhere', 'flatnonzero'])}({name})" if name not in case.tainted else None


def diagonal(case, name, value):
    if value.ndim < 2:
        return None
    axes = case.rng.sample(range(value.ndim), 2)
    return f"np.diagonal({name}, {case.rng.randint(-3, 3)}, {axes[0]}, {axes[1]})"


def triangle(case, name, value):
    return f"np.{case.rng.choice(['tril', 'triu'])}({name}, {case.rng.randint(-3, 3)})" if value.ndim > 1 else None


def trace(case, name, value):
    return f"np.trace({name}, {case.rng.randint(-2, 2)})" if value.ndim > 1 and value.dtype.name in ("float64", "int64", "complex128", "uint64") else None


def delete(case, name, value):
    axis = case.rng.randrange(value.ndim)
    extent = value.shape[axis]
    return f"np.delete({name}, {case.rng.sample(range(-extent, extent), case.rng.randint(0, extent))}, axis={axis})" if extent else None


def insert(case, name, value):
    axis = case.rng.randrange(value.ndim)
    what = number(case.rng, value.dtype)
    if axis == 0 and value.ndim > 1 and case.rng.random() < 0.5:
        what = case.new(value.dtype.name, value.shape[1:])[0]
    return f"np.insert({name}, {case.rng.randint(-value.shape[axis], value.shape[axis])}, {what}, axis={axis})" if value.size < 600 else None


def take_along(case, name, value):
    axis = case.rng.randrange(value.ndim)
    if value.size == 0:
        return None
    shape = tuple(case.rng.randint(1, 3) if one == axis else extent for one, extent in enumerate(value.shape))
    return f"np.take_along_axis({name}, {_index_array(case, value.shape[axis], shape)}, {axis})"


@kind(2)
def put(case):
    """Functions that write into an array."""
    picked = case.pick(test=lambda value: case.is_writable(value) and 0 < value.size and value.ndim > 0)
    if picked is None:
        return
    name, value = picked
    draw = case.rng.random()
    length = case.rng.randint(1, 5)
    values = case.new(value.dtype.name, (length,))[0]
    if draw < 0.35:
        places = case.rng.sample(range(value.size), min(value.size, case.rng.randint(1, 6)))
        case.run(f"np.put({name}, {[place - case.rng.choice([0, value.size]) for place in places]}, {values})")
    elif draw < 0.7:
        case.run(f"np.place({name}, {case.new('bool', value.shape)[0]}, {values})")
    elif draw < 0.85:
        case.run(f"{name}.fill({number(case.rng, value.dtype)})")
    else:
        axis = case.rng.randrange(value.ndim)
        shape = tuple(1 if one == axis else extent for one, extent in enumerate(value.shape))
        indices_ = _index_array(case, value.shape[axis], shape)
        if case.error is None:
            case.run(f"np.put_along_axis({name}, {indices_}, {case.new(value.dtype.name, shape)[0]}, {axis})")


@kind(5)
def pick(case):
    name, value = case.pick()
    if value.ndim == 0:
        return
    maker = case.rng.choice([take, take, compress, extract, argwhere, diagonal, triangle, trace, delete, insert, take_along])
    text = maker(case, name, value)
    if text and case.error is None:
        target = case.name()
        if case.run(f"{target}={text}") and maker is diagonal:
            case.unsettled.add(target)


@kind(1)
def nonzero(case):
    picked = case.pick(exact=True, test=lambda value: value.ndim > 0)
    if picked is not None:
        parts = case.name()
        if case.run(f"{parts}=np.nonzero({picked[0]})"):
            case.run(f"{case.name()}={parts}[{case.rng.randrange(picked[1].ndim)}]")


@kind(4)
def order(case):
    """Sorted elements, the indices that sort, and the different elements."""
    picked = case.pick(exact=True, test=lambda value: value.ndim > 0 and not (value.dtype.kind == "c" and np.isnan(value).any()))
    if picked is None:
        return
    name, value = picked
    axis = case.rng.choice([None, *range(-value.ndim, value.ndim)])
    draw = case.rng.random()
    if draw < 0.4:
        text = f"np.sort({name}, axis={axis})"
    elif draw < 0.7:
        text = f'np.argsort({name}, axis={axis}, kind="stable")'
    else:
        text = f"np.unique({name})"
    case.run(f"{case.name()}={text}")
