"""Arrays of programs: distinct values by linear index, the same as Filling.cs makes."""
import numpy as np

SPECIAL = np.array([np.nan, np.inf, -np.inf, -0.0, 0.0])


def _hash(index, seed):
    with np.errstate(over="ignore"):
        h = (index.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        h = h + np.uint64(seed * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF)
    return h ^ (h >> np.uint64(29))


def _integers(kind, index, seed):
    if kind == "a":
        return index + 1 + seed
    if kind in "ph":
        return (index * 37 + seed) % 89 + 1
    if kind == "u":
        return (index * 37 + seed) % 61 - 30
    if kind == "w":
        return _hash(index, seed).view(np.int64) >> 11
    return (index * 37 + seed * 11) % 97 - 48


def _reals(kind, index, seed):
    if kind == "w":
        return (_hash(index, seed).view(np.int64) >> 32) / 65536.0
    values = _integers(kind, index, seed).astype(np.float64)
    if kind == "h":
        values /= 8
    if kind == "u":
        values /= 32
    if kind == "x":
        values[::3] = SPECIAL[(index[::3] // 3 + seed) % 5]
    return values


def array(dtype, shape, distribution=None, grid=None, order="C", filling="a0"):
    """The array of a program; distribution and grid are for the other side."""
    kind, seed, index = filling[0], int(filling[1:]), np.arange(int(np.prod(shape)), dtype=np.int64)
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        values = (_hash(index, seed) >> np.uint64(40)) & np.uint64(1)
    elif dtype.kind in "iu":
        values = _integers(kind, index, seed)
    elif dtype.kind == "f":
        values = _reals(kind, index, seed)
    else:
        values = np.empty(index.size, np.complex128)
        values.real, values.imag = _reals(kind, index, seed), _reals(kind, index, seed + 1)
    return values.astype(dtype).reshape(shape)
