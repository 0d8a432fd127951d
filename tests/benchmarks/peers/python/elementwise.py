"""NumPy with `out` and numexpr, one thread each, as a peer of the benchmark.

Every line 'verb peer work size calls' is answered in binary: 'time' by the seconds of a call, 'show' by the number of elements
of the result and the elements.
"""
import sys
import time

import numexpr
import numpy as np

numexpr.set_num_threads(1)


class Elementwise:
    """Works on arrays of distinct values, the same as the benchmark's; each gives its result and how each peer makes it."""

    def __init__(self, n):
        i = np.arange(n, dtype=float)
        self.n = n
        self.a, self.b, self.c, self.d = i / n + 0.1, 1 - i / (2 * n), (i + 3) / n, np.zeros(n)

    def add_multiply(self):
        a, b, c, d = self.a, self.b, self.c, self.d

        def numpy():
            np.multiply(b, c, out=d)
            np.add(a, d, out=d)

        return d, numpy, expression("a + b * c", d, a=a, b=b, c=c)

    def hypotenuse(self):
        a, b, d, t = self.a, self.b, self.d, np.empty(self.n)

        def numpy():
            np.multiply(a, a, out=d)
            np.multiply(b, b, out=t)
            np.add(d, t, out=d)
            np.sqrt(d, out=d)

        return d, numpy, expression("sqrt(a * a + b * b)", d, a=a, b=b)

    def where(self):
        a, b, d, mask = self.a, self.b, self.d, np.empty(self.n, bool)

        def numpy():
            np.greater(a, b, out=mask)
            np.copyto(d, b)
            np.copyto(d, a, where=mask)

        return d, numpy, expression("where(a > b, a, b)", d, a=a, b=b)

    def wave(self):
        a, b, c, d, t = self.a, self.b, self.c, self.d, np.empty(self.n)

        def numpy():
            np.sin(a, out=d)
            np.negative(b, out=t)
            np.exp(t, out=t)
            np.multiply(d, t, out=d)
            np.add(d, c, out=d)

        return d, numpy, expression("sin(a) * exp(-b) + c", d, a=a, b=b, c=c)

    def interior(self):
        pitch = int(self.n**0.5) + 2
        a, b, c, d = (np.resize(x, (pitch, pitch))[1:-1, 1:-1] for x in (self.a, self.b, self.c, self.d))

        def numpy():
            np.multiply(b, c, out=d)
            np.add(a, d, out=d)

        return d, numpy, expression("a + b * c", d, a=a, b=b, c=c)

    def broadcast(self):
        m = int(self.n**0.5)
        a, d, row, column = self.a[: m * m].reshape(m, m), self.d[: m * m].reshape(m, m), self.b[:m], self.c[:m, None]

        def numpy():
            np.multiply(a, row, out=d)
            np.add(d, column, out=d)

        return d, numpy, expression("a * row + column", d, a=a, row=row, column=column)


def expression(text, out, **operands):
    """Evaluates as numexpr is fastest: what was parsed before, again."""
    compiled = False

    def run():
        nonlocal compiled
        if compiled:
            numexpr.re_evaluate(local_dict=operands)
        else:
            numexpr.evaluate(text, local_dict=operands, out=out)
            compiled = True

    return run


def seconds(run, calls):
    start = time.perf_counter()
    for _ in range(calls):
        run()
    return (time.perf_counter() - start) / calls


def main():
    answers = sys.stdout.buffer
    known = None
    for line in sys.stdin:
        verb, peer, work, n, calls = line.split()
        if (work, n) != known:
            result = ways = runs = None  # before the next work's arrays are made
            result, *ways = getattr(Elementwise(int(n)), work)()
            runs = dict(zip(("numpy", "numexpr"), ways))
            known = work, n
        if verb == "show":
            result[...] = np.nan
            runs[peer]()
            answers.write(np.int64(result.size).tobytes())
            answers.write(np.ascontiguousarray(result).data.cast("B"))
        else:
            answers.write(np.float64(seconds(runs[peer], int(calls))).tobytes())
        answers.flush()


main()
