"""The kinds of statements of programs."""
import numpy as np

import indices

KINDS = []


def kind(weight):
    """Registers a kind of statement; it is a function of the case that appends one, or nothing where the case has no fitting arrays."""
    def register(function):
        KINDS.append((weight, function))
        return function
    return register


def append(case):
    case.rng.choices([function for _, function in KINDS], [weight for weight, _ in KINDS])[0](case)


@kind(6)
def index(case):
    name, value = case.pick()
    subscript = indices.basic(case.rng, value.shape)
    if "..." not in subscript and subscript.count(",") + 1 >= value.ndim:
        subscript += ", ..."  # else NumPy gives a number, which is no view
    case.run(f"{case.name()}={name}[{subscript}]")


@kind(2)
def transpose(case):
    name, _ = case.pick()
    case.run(f"{case.name()}=np.transpose({name})")


@kind(1)
def create(case):
    case.new()


def _broadcastable(rng, shape):
    """A shape that broadcasts to another."""
    kept = list(shape[rng.randint(0, len(shape)) if rng.random() < 0.25 else 0:])
    return tuple(1 if rng.random() < 0.12 else extent for extent in kept)


@kind(5)
def assign(case):
    picked = case.pick(test=lambda value: isinstance(value, np.ndarray))
    if picked is None:
        return
    name, value = picked
    subscript = indices.basic(case.rng, value.shape)
    try:
        shape = np.shape(eval(f"a[{subscript}]", {"a": value}))
    except IndexError:
        case.run(f"{name}[{subscript}]=0")
        return
    if case.rng.random() < 0.15:
        case.run(f"{name}[{subscript}]={_number(case.rng, value.dtype)}")
        return
    source = case.pick(value.dtype.kind, test=lambda one: one.dtype == value.dtype and _fits(one.shape, shape))
    if source is None or case.rng.random() < 0.4:
        source = case.new(value.dtype.name, _broadcastable(case.rng, shape))
    case.run(f"{name}[{subscript}]={source[0]}")


@kind(2)
def overlap(case):
    """One part of an array into another."""
    picked = case.pick(test=lambda value: isinstance(value, np.ndarray) and value.ndim > 0 and value.shape[0] > 1)
    if picked is None:
        return
    name, value = picked
    size = value.shape[0]
    by = case.rng.randint(1, size - 1)
    case.run(f"{name}[" + case.rng.choice([f"{by}:]={name}[:{size - by}]", f":{size - by}]={name}[{by}:]", f"::-1]={name}", f"...]={name}[::-1]"]))


def _fits(source, target):
    try:
        return np.broadcast_shapes(source, target) == tuple(target)
    except ValueError:
        return False


def _number(rng, dtype):
    if dtype.kind == "b":
        return rng.choice(["True", "False"])
    if dtype.kind in "iu":
        return str(rng.randint(0, 9))
    return str(rng.randint(-9, 9)) if rng.random() < 0.5 else str(rng.randint(-50, 50) / 8)
