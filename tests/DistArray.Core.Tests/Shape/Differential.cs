namespace DistArray.Core.Tests.Shape;

/// <summary>Expressions in NumPy and here, over arrays a, b, c of distinct values, which are to give the same on every layout.</summary>
internal sealed class Differential
{
    private readonly List<Case> _cases = [];

    private sealed record Case(string Python, long[][] Shapes, Func<DistArray<double>[], IEnumerable<DistArray<double>>> Run, bool IsView);

    /// <summary>A view, through which writes go.</summary>
    public void View(string python, long[] shape, Func<DistArray<double>, DistArray<double>> run) => _cases.Add(new Case(python, [shape], arrays => [run(arrays[0])], IsView: true));

    /// <summary>Several views.</summary>
    public void Views(string python, long[] shape, Func<DistArray<double>, IEnumerable<DistArray<double>>> run) => _cases.Add(new Case(python, [shape], arrays => run(arrays[0]), IsView: true));

    /// <summary>A new array.</summary>
    public void Copy(string python, long[] shape, Func<DistArray<double>, DistArray<double>> run) => _cases.Add(new Case(python, [shape], arrays => [run(arrays[0])], IsView: false));

    /// <summary>New arrays of several.</summary>
    public void Copies(string python, long[][] shapes, Func<DistArray<double>[], IEnumerable<DistArray<double>>> run) => _cases.Add(new Case(python, shapes, run, IsView: false));

    /// <summary>Runs all on 1 to 8 ranks.</summary>
    public void Check()
    {
        NumPyAnswer[] answers = NumPyOracle.Run([.. _cases.Select(Program)]);
        var failures = new List<string>();
        for (int i = 0; i < answers.Length; i++)
        {
            Case one = _cases[i];
            NumPyAnswer answer = answers[i];
            Assert.That(answer.Error, Is.Null, one.Python);
            for (int size = 1; size <= 8; size++)
            {
                int seed = (i * 8) + size;
                try
                {
                    ThreadCommunicator.Run(size, comm => Check(comm, one, answer, new System.Random(seed)));
                }
                catch (Exception exception)
                {
                    failures.Add($"{one.Python} of {string.Join(", ", one.Shapes.Select(shape => ShapeText.Of<long>(shape)))} on {size} ranks: {exception.Message}{(exception.InnerException is InvalidOperationException ? "" : exception.InnerException)}");
                    break;
                }
            }
        }
        Assert.That(failures, Is.Empty, string.Join("\n", failures));
    }

    private static string Program(Case one)
    {
        string arrays = string.Concat(one.Shapes.Select((shape, i) =>
            $"{(char)('a' + i)} = np.array(np.arange({shape.Aggregate(1L, (product, extent) => product * extent)}.).reshape(({string.Concat(shape.Select(extent => $"{extent},"))})) + {100 * i})\n"));
        return $"{arrays}v = {one.Python}\nv = list(v) if isinstance(v, (list, tuple)) else [v]\nr = [np.array(x) for x in v]\n"
            + (one.IsView ? "for x in v: x[...] = -1 - np.arange(x.size).reshape(x.shape)\nr.append(a)" : "");
    }

    private static void Check(ICommunicator comm, Case one, NumPyAnswer answer, System.Random random)
    {
        DistArray<double>[] arrays = [.. one.Shapes.Select((shape, i) =>
        {
            DistArray<double> array = Layouts.Arange(comm, random, shape);
            if (i > 0) array.Assign(Layouts.Arange(array.Distribution, from: 100 * i));
            return array;
        })];
        string layouts = string.Join(", ", arrays.Select(array => array.Distribution.ToString()));
        DistArray<double>[] results = [.. one.Run(arrays)];
        Require([results.Length], [answer.Arrays.Length - (one.IsView ? 1 : 0)], "number of results", layouts);
        for (int i = 0; i < results.Length; i++)
        {
            Require(results[i].Shape.ToArray(), answer.Arrays[i].Shape, "shape", layouts);
            Require(results[i].ToArray(), answer.Arrays[i].Values, "elements", layouts);
        }
        if (one.IsView)
        {
            foreach (DistArray<double> result in results) result.Assign(DistArray<double>.Literal([.. Enumerable.Range(0, (int)result.Size).Select(k => -1.0 - k)], result.Shape));
            Require(arrays[0].ToArray(), answer.Arrays[^1].Values, "elements after writing", layouts);
            return;
        }
        foreach (DistArray<double> result in results) result.Fill(-7);
        for (int i = 0; i < arrays.Length; i++)
            Require(arrays[i].ToArray(), [.. Enumerable.Range(0, (int)arrays[i].Size).Select(k => k + (100.0 * i))], "elements after writing to the copy", layouts);
    }

    private static void Require<T>(T[] actual, T[] expected, string what, string layouts)
    {
        if (!actual.AsSpan().SequenceEqual(expected)) throw new InvalidOperationException($"{what} [{string.Join(", ", actual)}], not [{string.Join(", ", expected)}]; {layouts}");
    }
}
