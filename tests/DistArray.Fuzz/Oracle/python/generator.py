"""Makes random programs, statement by statement: NumPy runs each as it is written, so that shapes and types are known."""
import random

import numpy as np

import distributions
import program
import statements

DTYPES = ["float64"] * 6 + ["float32", "complex128", "complex64", "int64", "int64", "int32", "int16", "int8", "uint8", "uint16", "uint32", "uint64", "bool", "bool"]
RANKS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16]
RANK_WEIGHTS = [8, 12, 12, 12, 6, 10, 4, 5, 2, 2]
LARGEST = 700


class Case(program.Run):
    """A program that grows."""

    def __init__(self, seed, index, ranks=None):
        super().__init__()
        self.rng = random.Random(f"{seed}:{index}")
        self.ranks = ranks or self.rng.choices(RANKS, RANK_WEIGHTS)[0]
        self.unsettled = set()  # names of arrays of which NumPy does not promise whether they are views
        self.closed = set()  # names whose type differs on the other side: compared, but used no more
        self.main = self.rng.choice(DTYPES)
        self.is_large = self.ranks <= 4 and self.rng.random() < 0.03  # more than one tile each rank
        self.run(f"ranks={self.ranks}")

    def name(self):
        return f"v{sum(1 for one in self.environment if one[0] == 'v' and one[1:].isdigit())}"

    def pick(self, kinds="biufc", exact=False, test=None):
        """A variable, or None."""
        fitting = [(name, value) for name, value in self.arrays() if isinstance(value, np.ndarray) and (value.dtype.kind in kinds or value.dtype.char in kinds) and name not in self.closed
                   and not (exact and name in self.tainted) and (test is None or test(value))]
        if not fitting:
            return None
        return fitting[-1] if self.rng.random() < 0.5 else self.rng.choice(fitting)  # results become operands

    def name_before(self):
        return f"v{sum(1 for one in self.environment if one[0] == 'v' and one[1:].isdigit()) - 1}"

    def is_writable(self, value):
        """Whether both sides agree on who sees a write."""
        return isinstance(value, np.ndarray) and value.flags.writeable and not any(np.may_share_memory(value, self.environment[name]) for name in self.unsettled)

    def destination(self, result):
        """The name of an array that can take a result, made if need be."""
        picked = self.pick(result.dtype.kind, test=lambda one: one.dtype == result.dtype and one.shape == result.shape and self.is_writable(one))
        if picked is None or self.rng.random() < 0.5:
            return self.new(result.dtype.name, result.shape)[0] if result.dtype.name in DTYPES else None
        return picked[0]

    def new(self, dtype=None, shape=None, filling=None):
        """A statement that makes an array; its name and value."""
        name, shape = self.name(), self.shape() if shape is None else shape
        dtype = dtype or (self.main if self.rng.random() < 0.7 else self.rng.choice(DTYPES))
        codes, grid = distributions.choose(self.rng, self.ranks, shape)
        filling = filling or self.rng.choice("aasssphuw" + ("x" if np.dtype(dtype).kind in "fc" else "")) + str(self.rng.randrange(20))
        self.run(f'{name}=array("{dtype}", {shape}, "{codes}", {grid}, "{self.rng.choice("CCCFFPGH")}", "{filling}")')
        return name, self.environment[name]

    def shape(self):
        if self.is_large:
            return (self.rng.randint(1000, 6000),) if self.rng.random() < 0.4 else (self.rng.randint(30, 60), self.rng.randint(40, 120))
        ndim = self.rng.choices(range(8), [4, 24, 36, 22, 8, 3, 2, 1])[0]
        while True:
            shape = tuple(0 if self.rng.random() < 0.02 else self.rng.randint(1, [1, 40, 16, 9, 6, 4, 3, 3][ndim]) for _ in range(ndim))
            if np.prod(shape) <= LARGEST:
                return shape


def generate(seed, index, ranks=None):
    case = Case(seed, index, ranks)
    case.new()
    for _ in range(case.rng.randint(1, 7)):
        if case.error is None:
            statements.append(case)
    return case.outcome()
