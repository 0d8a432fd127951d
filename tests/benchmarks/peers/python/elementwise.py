"""NumPy with `out` and numexpr, one thread each: answers every line 'peer work size calls' with the seconds of a call."""
import sys
import time

import numexpr
import numpy as np

numexpr.set_num_threads(1)


def arrays(n):
    """Distinct values, as the benchmark has them; the results go into d."""
    i = np.arange(n, dtype=float)
    return i / n + 0.1, 1 - i / (2 * n), (i + 3) / n, np.zeros(n)


class Works:
    """What is timed at one size."""

    def __init__(self, n):
        a, b, c, d = arrays(n)
        t = np.empty(n)
        mask = np.empty(n, bool)
        m = int(n**0.5)
        inner = (slice(1, -1), slice(1, -1))
        pa, pb, pc, pd = (np.resize(x, (m + 2, m + 2))[inner] for x in (a, b, c, d))
        matrix, result = a[: m * m].reshape(m, m), d[: m * m].reshape(m, m)
        row, column = b[:m], c[:m, None]

        def add_multiply():
            np.multiply(b, c, out=d)
            np.add(a, d, out=d)

        def hypotenuse():
            np.multiply(a, a, out=d)
            np.multiply(b, b, out=t)
            np.add(d, t, out=d)
            np.sqrt(d, out=d)

        def where():
            np.greater(a, b, out=mask)
            np.copyto(d, b)
            np.copyto(d, a, where=mask)

        def wave():
            np.sin(a, out=d)
            np.negative(b, out=t)
            np.exp(t, out=t)
            np.multiply(d, t, out=d)
            np.add(d, c, out=d)

        def interior():
            np.multiply(pb, pc, out=pd)
            np.add(pa, pd, out=pd)

        def broadcast():
            np.multiply(matrix, row, out=result)
            np.add(result, column, out=result)

        def expression(text, out, **operands):
            return lambda: numexpr.evaluate(text, local_dict=operands, out=out)

        self.numpy = dict(add_multiply=add_multiply, hypotenuse=hypotenuse, where=where, wave=wave, interior=interior, broadcast=broadcast)
        self.numexpr = dict(
            add_multiply=expression("a + b * c", d, a=a, b=b, c=c),
            hypotenuse=expression("sqrt(a * a + b * b)", d, a=a, b=b),
            where=expression("where(a > b, a, b)", d, a=a, b=b),
            wave=expression("sin(a) * exp(-b) + c", d, a=a, b=b, c=c),
            interior=expression("a + b * c", pd, a=pa, b=pb, c=pc),
            broadcast=expression("a * row + column", result, a=matrix, row=row, column=column),
        )


def main():
    size, works = None, None
    for line in sys.stdin:
        peer, work, n, calls = line.split()
        if int(n) != size:
            works = None  # before the next size's arrays are made
            size, works = int(n), Works(int(n))
        run = getattr(works, peer)[work]
        start = time.perf_counter()
        for _ in range(int(calls)):
            run()
        print((time.perf_counter() - start) / int(calls), flush=True)


main()
