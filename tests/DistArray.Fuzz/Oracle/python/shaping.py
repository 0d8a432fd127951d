"""Statements that change shapes: views."""
import numpy as np

from statements import kind


def _axes(case, ndim):
    return tuple(axis - case.rng.choice([0, 0, ndim]) for axis in case.rng.sample(range(ndim), case.rng.randint(0, ndim)))


def _axis(case, ndim):
    return ndim + 1 if case.rng.random() < 0.01 else case.rng.randint(-ndim, ndim - 1)


def transpose(case, name, value):
    order = list(range(value.ndim))
    case.rng.shuffle(order)
    return f"np.transpose({name}, {tuple(axis - case.rng.choice([0, value.ndim]) for axis in order)})"


def swapaxes(case, name, value):
    return f"np.swapaxes({name}, {_axis(case, value.ndim)}, {_axis(case, value.ndim)})"


def moveaxis(case, name, value):
    return f"np.moveaxis({name}, {_axis(case, value.ndim)}, {_axis(case, value.ndim)})"


def squeeze(case, name, value):
    axes = tuple(axis for axis, extent in enumerate(value.shape) if extent == 1 or case.rng.random() < 0.02)
    return f"np.squeeze({name})" if case.rng.random() < 0.5 or not axes else f"np.squeeze({name}, axis={axes})"


def expand_dims(case, name, value):
    return f"np.expand_dims({name}, axis={case.rng.randint(-value.ndim - 1, value.ndim)})" if value.ndim < 7 else None


def flip(case, name, value):
    axes = _axes(case, value.ndim)
    return f"np.flip({name})" if not axes or case.rng.random() < 0.3 else f"np.flip({name}, axis={axes})"


def fliplr(case, name, value):
    return f"np.{case.rng.choice(['fliplr', 'flipud'])}({name})"


def rot90(case, name, value):
    return f"np.rot90({name}, {case.rng.randint(-3, 5)})"


def broadcast_to(case, name, value):
    shape = tuple(case.rng.randint(1, 4) if extent == 1 else extent for extent in value.shape)
    shape = (case.rng.randint(1, 3),) * case.rng.randint(0, 2) + shape
    return f"np.broadcast_to({name}, {shape})" if len(shape) < 8 and np.prod(shape) < 1500 else None


VIEWS = [transpose, swapaxes, moveaxis, squeeze, expand_dims, flip, fliplr, rot90, broadcast_to]


@kind(6)
def view(case):
    name, value = case.pick()
    text = case.rng.choice(VIEWS)(case, name, value) if value.ndim else None
    if text:
        case.run(f"{case.name()}={text}")


@kind(2)
def split(case):
    name, value = case.pick()
    if value.ndim == 0:
        return
    axis = _axis(case, value.ndim)
    extent = value.shape[axis] if axis < value.ndim else 1
    if case.rng.random() < 0.5:
        parts = case.rng.choice([part for part in range(1, 6) if extent % part == 0]) if case.rng.random() < 0.95 else 3
        text = f"np.split({name}, {parts}, axis={axis})"
    elif case.rng.random() < 0.5:
        text = f"np.array_split({name}, {case.rng.randint(1, 5)}, axis={axis})"
    else:
        text = f"np.split({name}, {sorted(case.rng.randint(0, extent) for _ in range(case.rng.randint(1, 3)))}, axis={axis})"
    parts = case.name()
    if case.run(f"{parts}={text}"):
        case.run(f"{case.name()}={parts}[{case.rng.randrange(len(case.environment[parts]))}]")
