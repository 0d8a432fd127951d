"""Random distributions, as DistributionText.cs reads them."""


def factors(number):
    divisor = 2
    while number > 1:
        if number % divisor == 0:
            yield divisor
            number //= divisor
        else:
            divisor += 1


def axis(rng, size, parts):
    seed = rng.randrange(1000)
    if parts == 1:
        return rng.choices(["n", "b", "c", f"c({rng.randint(1, 4)})", f"u{seed}"], [8, 1, 1, 1, 0.3])[0]
    bounds = [0, *sorted(rng.randint(0, size) for _ in range(parts - 1)), size]
    codes = ["b", "b(" + ",".join(map(str, bounds)) + ")", "bb", "c", f"c({rng.randint(2, 4)})", f"u{seed}"]
    return rng.choices(codes, [4, 4, 2, 3, 4, 2])[0]


def choose(rng, ranks, shape):
    """Codes and grid of an array."""
    grid = [1] * len(shape)
    if shape and rng.random() > 0.12:
        for factor in factors(ranks):
            grid[rng.randrange(len(shape))] *= factor
    return " ".join(axis(rng, size, parts) for size, parts in zip(shape, grid)), tuple(grid)
