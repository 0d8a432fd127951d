"""Statements of scans, differences, quantiles, dot products, and of sums in other ways."""
import numpy as np

from elementwise import _operand
from reductions import _is_tame
from shapes import fits
from statements import kind


def scan(case):
    name = case.rng.choice(["cumsum", "cumsum", "cumprod"])
    picked = case.pick("iufc")
    if picked is None or not _is_tame("prod" if name == "cumprod" else "sum", picked[1]):
        return None
    variable, value = picked
    words = [variable] + ([f"axis={case.rng.randint(-value.ndim, value.ndim - 1)}"] if value.ndim and case.rng.random() < 0.7 else [])
    wide = value.dtype.kind in "iu" and (case.rng.random() < 0.6 or name == "cumprod")
    if wide:
        words.append('dtype="uint64"' if value.dtype.kind == "u" else 'dtype="int64"')
    return f"np.{name}({', '.join(words)})", value.dtype.kind in "iu" and value.dtype.itemsize < 8 and not wide


def diff(case):
    variable, value = case.pick()
    if value.ndim == 0:
        return None
    axis = case.rng.randint(-value.ndim, value.ndim - 1)
    return f"np.diff({variable}, n={case.rng.randint(0, 3)}, axis={axis})", False


def quantile(case):
    picked = case.pick("iud")
    if picked is None:
        return None
    variable, value = picked
    name = case.rng.choice(["median", "percentile", "quantile", "nanmedian", "nanpercentile", "nanquantile"])
    if value.size == 0 or value.dtype.itemsize == 8 and np.abs(value[np.isfinite(value)].astype(np.float64)).max(initial=0) > 2**52:
        return None
    if value.dtype.kind == "i" and int(value.max()) - int(value.min()) > np.iinfo(value.dtype).max:
        return None  # NumPy's difference of neighbours wraps around
    words = [variable]
    if not name.endswith("median"):
        words.append(str(case.rng.choice([0, 10, 25, 50, 87.5, 100]) / (1 if "percentile" in name else 100)))
    if value.ndim and case.rng.random() < 0.7:
        axes = tuple(axis - case.rng.choice([0, value.ndim]) for axis in case.rng.sample(range(value.ndim), case.rng.randint(1, value.ndim)))
        words.append(f"axis={axes if len(axes) > 1 or case.rng.random() < 0.2 else axes[0]}")
        if case.rng.random() < 0.3:
            words.append("keepdims=True")
    return f"np.{name}({', '.join(words)})", False


def dot(case):
    picked = case.pick("fc", test=lambda value: value.ndim == 1)
    if picked is None or not _is_tame("var", picked[1]):
        return None
    variable, value = picked
    other = case.pick(value.dtype.kind, test=lambda one: one.dtype == value.dtype and one.shape == value.shape and _is_tame("var", one))
    other = other[0] if other and case.rng.random() < 0.7 else case.new(value.dtype.name, value.shape, f"s{case.rng.randrange(9)}")[0]
    return f"np.{case.rng.choice(['dot', 'vdot'])}({variable}, {other})", False


def average(case):
    picked = case.pick("fc", test=lambda value: value.ndim > 0 and value.size > 0)
    if picked is None or not _is_tame("var", picked[1]):
        return None
    variable, value = picked
    axis = case.rng.randrange(value.ndim)
    shape = value.shape if case.rng.random() < 0.5 else value.shape[axis:axis + 1]
    weights = case.new(value.dtype.name, shape, f"p{case.rng.randrange(9)}")[0]
    return f"np.average({variable}, axis={axis}, weights={weights})", False


def other_way(case):
    """A sum with the same bits on any number of ranks, or one that is under way."""
    picked = case.pick("fc")
    if picked is None or not _is_tame("var", picked[1]):
        return None
    variable, value = picked
    if case.rng.random() < 0.5:
        return f'begun("sum", {variable})', False
    axis = f", axis={case.rng.randrange(value.ndim)}" if value.ndim and case.rng.random() < 0.6 else ""
    return f'reproducible("{case.rng.choice(["sum", "mean"])}", {variable}{axis})', False


@kind(10)
def statement(case):
    made = case.rng.choice([scan, scan, diff, diff, quantile, quantile, dot, average, other_way])(case)
    if made is not None and case.error is None:
        text, is_closed = made
        target = case.name()
        case.run(f"{target}={text}")
        if is_closed:
            case.closed.add(target)


@kind(3)
def stencil(case):
    """Shifts across the halo of an array whose axes are periodic."""
    rng = case.rng
    ndim = rng.randint(1, 3)
    shape = tuple(rng.randint(2, 9) for _ in range(ndim))
    axis, name = rng.randrange(ndim), case.name()
    bounds = sorted(rng.randint(0, shape[axis]) for _ in range(case.ranks - 1))
    code = rng.choice(["b", "bb", "b(" + ",".join(map(str, [0, *bounds, shape[axis]])) + ")"]) if case.ranks > 1 else rng.choice("nb")
    codes = " ".join(code if one == axis else "n" for one in range(ndim))
    grid = tuple(case.ranks if one == axis else 1 for one in range(ndim))
    dtype = rng.choice(["float64", "int32", "complex64", "bool"])
    case.run(f'{name}=array("{dtype}", {shape}, "{codes}", {grid}, "W", "{rng.choice("asx" if dtype == "float64" else "as")}{rng.randrange(20)}")')
    along = rng.randrange(ndim) - rng.choice([0, ndim])
    if dtype == "bool":
        case.run(f"{case.name()}=shift({name}, {along}, {rng.choice([-1, 1, 2])}) ^ {name}")
    else:
        case.run(f"{case.name()}=shift({name}, {along}, {rng.choice([1, 2])}) - {name} * 2 + shift({name}, {along}, -1)")
    if rng.random() < 0.4:
        case.run(f"{name}[...]={name}[::-1]")
