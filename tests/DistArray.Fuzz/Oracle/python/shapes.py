"""Shapes and numbers that fit others."""
import numpy as np


def broadcastable(rng, shape):
    """A shape that broadcasts to another."""
    kept = list(shape[rng.randint(0, len(shape)) if rng.random() < 0.25 else 0:])
    return tuple(1 if rng.random() < 0.12 else extent for extent in kept)


def fits(source, target):
    try:
        return np.broadcast_shapes(source, target) == tuple(target)
    except ValueError:
        return False


def number(rng, dtype):
    """A number that arrays of a type meet."""
    if dtype.kind == "b":
        return rng.choice(["True", "False"])
    if dtype.kind in "iu":
        return str(rng.randint(0, 9))
    return str(rng.randint(-9, 9)) if rng.random() < 0.5 else str(rng.randint(-50, 50) / 8)
