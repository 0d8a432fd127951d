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


def reshape(case, name, value):
    size, extents = value.size, []
    if size == 0:
        return f"np.reshape({name}, {tuple(reversed(value.shape))})"
    while size > 1 and len(extents) < 5:
        extent = case.rng.choice([one for one in range(2, size + 1) if size % one == 0])
        extents.append(extent)
        size //= extent
    extents += [size] if size > 1 else []
    while case.rng.random() < 0.3 and len(extents) < 7:
        extents.insert(case.rng.randint(0, len(extents)), 1)
    if extents and case.rng.random() < 0.3:
        extents[case.rng.randrange(len(extents))] = -1
    if case.rng.random() < 0.02:
        extents.append(7)
    return f"np.reshape({name}, {tuple(extents)})"


def ravel(case, name, value):
    return f"np.ravel({name})"


def roll(case, name, value):
    shift = case.rng.randint(-5, 9)
    if case.rng.random() < 0.2:
        return f"np.roll({name}, {shift})"
    if value.ndim > 1 and case.rng.random() < 0.3:
        axes = _axes(case, value.ndim) or (0,)
        return f"np.roll({name}, {tuple(case.rng.randint(-4, 4) for _ in axes)}, axis={axes})"
    return f"np.roll({name}, {shift}, axis={_axis(case, value.ndim)})"


def tile(case, name, value):
    repeats = tuple(case.rng.randint(0 if case.rng.random() < 0.05 else 1, 3) for _ in range(case.rng.randint(1, min(7, value.ndim + 1))))
    return f"np.tile({name}, {repeats})" if value.size * np.prod(repeats) < 1500 else None


def repeat(case, name, value):
    if value.size > 400:
        return None
    if case.rng.random() < 0.3:
        return f"np.repeat({name}, {case.rng.randint(0, 3)})"
    axis = _axis(case, value.ndim)
    if axis >= value.ndim or case.rng.random() < 0.5:
        return f"np.repeat({name}, {case.rng.randint(1, 3)}, axis={axis})"
    return f"np.repeat({name}, {[case.rng.randint(0, 2) for _ in range(value.shape[axis])]}, axis={axis})"


def pad(case, name, value):
    widths = tuple((case.rng.randint(0, 3), case.rng.randint(0, 2)) for _ in value.shape)
    if value.size == 0 or np.prod([extent + sum(width) for extent, width in zip(value.shape, widths)]) > 1500:
        return None
    modes = ["constant", "edge", "reflect", "symmetric"]
    if all(max(width) <= extent for extent, width in zip(value.shape, widths)):
        modes.append("wrap")  # wider ones NumPy 1 pads otherwise than NumPy 2
    mode = case.rng.choice(modes)
    return f'np.pad({name}, {widths}, mode="{mode}")'


def like(case, name, value):
    return f"np.{case.rng.choice(['zeros_like', 'ones_like'])}({name})"


def atleast(case, name, value):
    return f"np.atleast_{case.rng.randint(1, 3)}d({name})"


COPIES = [reshape, reshape, ravel, roll, tile, repeat, pad, like, atleast]


@kind(8)
def copy(case):
    name, value = case.pick()
    maker = case.rng.choice(COPIES)
    text = maker(case, name, value) if value.ndim else None
    if text:
        target = case.name()
        if case.run(f"{target}={text}") and maker in (reshape, ravel, atleast):
            case.unsettled.add(target)


@kind(5)
def join(case):
    name, value = case.pick()
    if value.ndim == 0:
        return
    axis = case.rng.randint(-value.ndim, value.ndim - 1)
    several = [name]
    stacks = case.rng.random() < 0.4
    for _ in range(case.rng.randint(0, 2)):
        shape = list(value.shape)
        if not stacks:
            shape[axis] = case.rng.randint(0, 4)
        if case.rng.random() < 0.02:
            shape[0] += 1
        same = case.pick(value.dtype.kind, test=lambda one: one.dtype == value.dtype and list(one.shape) == shape)
        several.insert(case.rng.randint(0, len(several)), same[0] if same and case.rng.random() < 0.6 else case.new(value.dtype.name, tuple(shape))[0])
    arrays = f"[{', '.join(several)}]"
    if stacks:
        function = case.rng.choice([f"np.stack({arrays}, axis={case.rng.randint(-value.ndim - 1, value.ndim)})", f"np.vstack({arrays})", f"np.hstack({arrays})", f"np.dstack({arrays})", f"np.column_stack({arrays})"])
    else:
        function = f"np.concatenate({arrays}, axis={'None' if case.rng.random() < 0.1 else axis})"
    if value.ndim < 7:
        case.run(f"{case.name()}={function}")
