using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Indexing;

/// <summary>Random views of views over random distributions against NumPy: what they show, and where writes through them go.</summary>
public class BasicIndexingFuzzTests
{
    private const int Cases = 600;

    private static readonly long[][] s_shapes = [[], [1], [7], [13], [5, 9], [1, 6], [8, 1], [0, 4], [3, 0], [4, 3, 5], [2, 7, 1], [3, 2, 4, 2], [2, 1, 3, 2, 1, 2, 3]];

    private sealed record Case(int Number, long[] Shape, RandomIndex[] Steps)
    {
        public string Index => string.Concat(Steps.Select(step => $"[{step.Python}]"));

        public string Program => $"a = np.arange({Shape.Aggregate(1L, (product, extent) => product * extent)}.).reshape(({string.Concat(Shape.Select(extent => $"{extent},"))}))\n"
            + $"v = a{Index}\nread = np.array(v)\na{Index}[...] = -1 - np.arange(np.size(v)).reshape(np.shape(v))\nr = [read, a]";

        public override string ToString() => $"case {Number}: shape {ShapeText.Of<long>(Shape)}, a{Index}";
    }

    [Test]
    public void Indexer_OfViewsOfViews_ShowsAndWritesWhatNumPyDoes()
    {
        Case[] cases = [.. Enumerable.Range(0, Cases).Select(Make)];
        NumPyAnswer[] answers = NumPyOracle.Run([.. cases.Select(one => one.Program)]);
        for (int i = 0; i < Cases; i++)
        {
            Case one = cases[i];
            NumPyAnswer answer = answers[i];
            Assert.That(answer.Error, Is.Null, one.ToString());
            for (int size = (i % 4) + 1; size <= 8; size += 4) ThreadCommunicator.Run(size, comm => Check(comm, one, answer));
        }
    }

    private static Case Make(int number)
    {
        var random = new System.Random(number);
        long[] shape = s_shapes[number % s_shapes.Length], current = shape;
        var steps = new RandomIndex[random.Next(1, 4)];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = RandomIndex.Next(random, current);
            current = steps[i].Shape;
            // A scalar of NumPy is no view: an ellipsis keeps it an array.
            if (!steps[i].Python.Contains("...")) steps[i] = new RandomIndex(steps[i].Python + (steps[i].Python.EndsWith(',') ? " ..." : ", ..."), [.. steps[i].Indices, Np.Ellipsis], current);
        }
        return new Case(number, shape, steps);
    }

    private static void Check(ICommunicator comm, Case one, NumPyAnswer answer)
    {
        var random = new System.Random((one.Number * 16) + comm.Size);
        DistArray<double> array = Layouts.Arange(comm, random, one.Shape), view = array;
        string text = $"{one} on {comm.Size} ranks, {array.Distribution}";
        foreach (RandomIndex step in one.Steps) view = view[step.Indices];
        Assert.That(view.Shape.ToArray(), Is.EqualTo(answer.Arrays[0].Shape), text);
        Assert.That(view.ToArray(), Is.EqualTo(answer.Arrays[0].Values), text);

        DistArray<double> values = random.Next(2) == 0
            ? DistArray<double>.Literal([.. Enumerable.Range(0, (int)view.Size).Select(i => -1.0 - i)], view.Shape)
            : Np.FromFunction<double>(view.Distribution, Negative(view.Shape.ToArray()));
        view.Assign(values);
        Assert.That(array.ToArray(), Is.EqualTo(answer.Arrays[1].Values), text);
    }

    private static IndexFunction<double> Negative(long[] shape) => indices =>
    {
        long at = 0;
        for (int axis = 0; axis < shape.Length; axis++) at = (at * shape[axis]) + indices[axis];
        return -1 - at;
    };
}
