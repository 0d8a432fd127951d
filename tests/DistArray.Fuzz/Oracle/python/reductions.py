"""Statements of reductions and scans."""
import numpy as np

from elementwise import mask
from statements import kind

# Name; element kinds; what it takes beside an axis: t several axes, k keepdims, w where, d ddof, s a wider type to sum in (needed for booleans, possible for
# integers), o the order of a norm, m a real type to average in (needed for integers).
TABLE = [line.split() for line in """
    sum biufc tkws
    prod iuf tkws
    mean iufc tkwm
    min iuf tkw
    max iuf tkw
    any biufc tkw
    all biufc tkw
    count_nonzero biufc tk
    ptp iuf tk
    argmin biuf k
    argmax biuf k
    var iufc tkwdm
    std iufc tkwdm
    nansum iufc tkw
    nanprod f tkw
    nanmean fc tkw
    nanmin f tk
    nanmax f tk
    nanargmin f k
    nanargmax f k
    nanvar f tkwd
    nanstd f tkwd
    linalg.norm iudD tko
""".strip().splitlines()]

# Not continuous, see operations.JUMPS.
JUMPS = {"any", "all", "count_nonzero", "argmin", "argmax", "nanargmin", "nanargmax"}


def _axis(case, ndim, several):
    draw = case.rng.random()
    if draw < 0.25 or ndim == 0:
        return None
    if draw < 0.26:
        return str(case.rng.choice([ndim, -ndim - 1]))
    if several and draw < 0.5:
        axes = case.rng.sample(range(ndim), case.rng.randint(1, min(several, ndim)))
        return "(" + "".join(f"{axis - case.rng.choice([0, ndim])}, " for axis in axes) + ")"
    return str(case.rng.randint(-ndim, ndim - 1))


def arguments(case, name, kinds, takes):
    """A variable and what a reduction of it takes, as texts; None where nothing fits."""
    picked = case.pick(kinds, exact=name in JUMPS)
    if picked is None:
        return None
    variable, value = picked
    words, axis = [], _axis(case, value.ndim, 2 if "o" in takes else 9 if "t" in takes else 0)
    if axis is not None:
        words.append(f"axis={axis}")
    if axis is not None and "k" in takes and case.rng.random() < 0.3:
        words.append("keepdims=True")
    if "d" in takes and case.rng.random() < 0.4:
        words.append("ddof=1")
    if "o" in takes and case.rng.random() < 0.4 and (value.ndim == 1 or (axis is not None and "(" not in axis)):
        words.append(f"ord={case.rng.choice([0, 1, 2, 3, -1, 0.5])}")
    if "w" in takes and case.rng.random() < 0.15:
        words.append(f"where={mask(case, value.shape)}" + (", initial=0" if name in ("min", "max") else ""))
    if "s" in takes and value.dtype.kind in "biu" and (value.dtype.kind == "b" or case.rng.random() < 0.6):
        words.append('dtype="uint64"' if value.dtype.kind == "u" else 'dtype="int64"')
    if "m" in takes and value.dtype.kind in "iu":
        words.append('dtype="float64"')
    return variable, value, words


def _is_tame(name, value):
    """Whether what a reduction computes stays within the range of its type, whatever the order and the precision."""
    if value.dtype.kind not in "fc" or value.size == 0:
        return True
    largest, magnitudes = float(np.finfo(value.dtype).max), np.abs(value[np.isfinite(value)]).astype(np.float64)
    if name in ("prod", "nanprod"):
        return magnitudes.size == value.size and (magnitudes != 0).all() and np.abs(np.log(magnitudes)).sum() < 80
    squares = name in ("var", "std", "nanvar", "nanstd", "linalg.norm")
    return bool((magnitudes / largest).sum() < 0.1 and (not squares or (magnitudes / np.sqrt(largest)).sum() < 0.1))


@kind(15)
def reduce(case):
    name, kinds, *takes = case.rng.choice(TABLE)
    found = arguments(case, name, kinds, takes[0] if takes else "")
    if found is None:
        return
    variable, value, words = found
    if not _is_tame(name, value) or (name.startswith("nanarg") and np.isnan(value).any() and np.isinf(value).any()):
        return  # NumPy takes NaN for an infinity
    how = case.rng.random() < 0.5 and hasattr(value, name)
    target = case.name()
    if not case.run(f"{target}={variable}.{name}({', '.join(words)})" if how else f"{target}=np.{name}({', '.join([variable, *words])})"):
        return
    result = case.environment[target]
    if "dtype" not in " ".join(words) and name in ("sum", "prod", "nansum") and value.dtype.kind in "iu" and value.dtype.itemsize < 8:
        case.closed.add(target)  # the element type stays what it was
    elif isinstance(result, np.ndarray) and case.rng.random() < 0.6:
        _use(case, variable, target, value, result)


def _use(case, variable, target, value, result):
    """Results along axes lie on several ranks each: into the next operation with them."""
    again = case.rng.choice(["sum", "max", "any", "count_nonzero", "mean"]) if target not in case.tainted else "sum"
    dtype = {"b": 'dtype="int64"', "i": 'dtype="int64"', "u": 'dtype="uint64"'}.get(result.dtype.kind, "") if again == "sum" else 'dtype="float64"' if again == "mean" else ""
    if case.rng.random() < 0.6:
        if result.size and (again != "max" or result.dtype.kind in "iuf"):
            axis = f"axis={case.rng.randrange(result.ndim)}" if result.ndim and case.rng.random() < 0.4 else ""
            words = [word for word in (axis, dtype if again == "sum" or (again == "mean" and result.dtype.kind in "iu") else "") if word]
            if again != "mean" or result.dtype.kind in "iufc":
                case.run(f"{case.name()}=np.{again}({', '.join([target, *words])})")
    elif result.dtype == value.dtype and result.ndim == value.ndim and value.dtype.kind in "iufc":
        case.run(f"{case.name()}={variable} - {target}")
    elif result.size:
        case.run(f"{case.name()}=np.concatenate([np.ravel({target}), np.ravel({target})])")
