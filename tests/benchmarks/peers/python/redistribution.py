"""Redistribution of the same data by mpi4py's Alltoallw with derived types and petsc4py's Scatter, plans made before.

mpiexec -n 2 python3 redistribution.py alltoallw|scatter SAMPLES: prints a line 'work seconds' for every sample, the slowest rank's.
"""
import glob
import sys

sys.path[:0] = glob.glob("/usr/lib/petscdir/petsc3.*/*-real/lib/python3/dist-packages")
import numpy as np
from mpi4py import MPI

world = MPI.COMM_WORLD
rank, ranks = world.rank, world.size
side, length = 4000, 16_000_000


def first(n, part):
    return n * part // ranks


def shares(n):
    return [(first(n, part), first(n, part + 1) - first(n, part)) for part in range(ranks)]


def sample(work, run, check, count):
    run()
    check()
    for i in range(-2, count):
        world.Barrier()
        start = MPI.Wtime()
        run()
        seconds = world.allreduce(MPI.Wtime() - start, MPI.MAX)
        if i >= 0 and rank == 0:
            print(f"{work}\t{seconds}", flush=True)


def matrix_parts():
    """My rows of a matrix of distinct values, and what my columns must become."""
    (row, height), (column, width) = shares(side)[rank], shares(side)[rank]
    values = np.arange(side * side, dtype=float).reshape(side, side)
    return values[row : row + height].copy(), values[:, column : column + width].copy()


def cyclic_parts():
    start, count = shares(length)[rank]
    return np.arange(start, start + count, dtype=float), np.arange(rank, length, ranks, dtype=float)


def expect(actual, expected):
    assert np.array_equal(actual, expected), "the peer's result is wrong"


def alltoallw(samples):
    ones, zeros = [1] * ranks, [0] * ranks
    rows, expected = matrix_parts()
    columns = np.zeros(expected.shape)
    send = [MPI.DOUBLE.Create_subarray(rows.shape, (rows.shape[0], n), (0, at)).Commit() for at, n in shares(side)]
    receive = [MPI.DOUBLE.Create_subarray(columns.shape, (n, columns.shape[1]), (at, 0)).Commit() for at, n in shares(side)]
    sample("rows to columns", lambda: world.Alltoallw([rows, ones, zeros, send], [columns, ones, zeros, receive]),
           lambda: expect(columns, expected), samples)

    block, expected = cyclic_parts()
    cyclic = np.zeros(expected.shape)
    starts = [(other - first(length, rank)) % ranks for other in range(ranks)]
    send = [MPI.DOUBLE.Create_vector(-(-(len(block) - start) // ranks), 1, ranks).Commit() for start in starts]
    counts = [-(-(n - (rank - at) % ranks) // ranks) for at, n in shares(length)]
    places = [8 * sum(counts[:other]) for other in range(ranks)]
    sample("block to cyclic", lambda: world.Alltoallw([block, ones, [8 * start for start in starts], send], [cyclic, counts, places, [MPI.DOUBLE] * ranks]),
           lambda: expect(cyclic, expected), samples)


def scatter(samples):
    from petsc4py import PETSc

    def vectors(mine, expected):
        source, target = PETSc.Vec().createMPI((mine.size, PETSc.DECIDE)), PETSc.Vec().createMPI((expected.size, PETSc.DECIDE))
        source.setArray(mine.ravel())
        return source, target, PETSc.IS().createStride(expected.size, target.getOwnershipRange()[0], 1)

    rows, expected = matrix_parts()
    source, target, to = vectors(rows, expected)
    at, width = shares(side)[rank]
    wanted = np.arange(side, dtype=PETSc.IntType)[:, None] * side + np.arange(at, at + width, dtype=PETSc.IntType)
    plan = PETSc.Scatter().create(source, PETSc.IS().createGeneral(wanted.ravel()), target, to)
    sample("rows to columns", lambda: plan.scatter(source, target), lambda: expect(target.getArray(), expected.ravel()), samples)

    block, wanted = cyclic_parts()
    source, target, to = vectors(block, wanted)
    plan = PETSc.Scatter().create(source, PETSc.IS().createStride(wanted.size, rank, ranks), target, to)
    sample("block to cyclic", lambda: plan.scatter(source, target), lambda: expect(target.getArray(), wanted), samples)


{"alltoallw": alltoallw, "scatter": scatter}[sys.argv[1]](int(sys.argv[2]))
