"""Random subscripts of basic indexing."""


def _bound(rng, size):
    if rng.random() < 0.3:
        return ""
    return str(rng.randint(-size - 2, size + 2) if rng.random() < 0.15 else rng.randint(-size, size))


def slice_(rng, size):
    kind = rng.random()
    if kind < 0.2:
        return ":"
    if kind < 0.55:  # most of the axis
        return f"{rng.choice(['', '1', '-' + str(max(1, size - 1))])}:{rng.choice(['', '-1', str(size)])}"
    step = rng.choice(["", "", ":2", ":-1", ":3", ":-2", ":-3", f":{rng.randint(1, size + 1)}"])
    return f"{_bound(rng, size)}:{_bound(rng, size)}{step}"


def integer(rng, size):
    if size == 0 or rng.random() < 0.01:
        return str(rng.choice([size, -size - 1, size + 3]))  # outside
    return str(rng.randint(-size, size - 1))


def basic(rng, shape, integers=0.25):
    """A subscript of integers, slices, new axes and an ellipsis; it is outside of the array now and then."""
    named = len(shape) if rng.random() < 0.6 else rng.randint(0, len(shape))
    skip = rng.randint(0, named) if named < len(shape) and rng.random() < 0.5 else named
    parts = []
    for position in range(named):
        axis = position if position < skip else len(shape) - named + position
        parts.append(integer(rng, shape[axis]) if rng.random() < integers else slice_(rng, shape[axis]))
    if skip < named or not parts or rng.random() < 0.1:
        parts.insert(skip, "...")
    while rng.random() < 0.08:
        parts.insert(rng.randint(0, len(parts)), "None")
    if rng.random() < 0.004:
        parts += ["0"] * (len(shape) + 1)
    return ", ".join(parts)
