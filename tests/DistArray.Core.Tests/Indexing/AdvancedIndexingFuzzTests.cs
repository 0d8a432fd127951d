using System.Text;
using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Indexing;

/// <summary>Random advanced indices over random distributions against NumPy: what they pick, and what writing changes.</summary>
public class AdvancedIndexingFuzzTests
{
    private const int Cases = 1000;

    private static readonly long[][] s_shapes = [[1], [9], [13], [5, 9], [1, 6], [8, 1], [0, 4], [4, 3, 5], [2, 7, 3], [3, 2, 4, 2], [2, 1, 3, 2, 1, 2, 3]];

    private sealed record Item(string Python, Func<ICommunicator, System.Random, AxisIndex> Make);

    private sealed record Case(int Number, long[] Shape, Item[] Items, string Value)
    {
        public string Program
        {
            get
            {
                var text = new StringBuilder($"a = np.array(np.arange({Shape.Aggregate(1L, (product, extent) => product * extent)}.).reshape(({string.Concat(Shape.Select(extent => $"{extent},"))})))\n");
                text.Append($"i = ({string.Concat(Items.Select(item => item.Python + ", "))})\nr = [np.array(a[i])]\n");
                text.Append($"k = r[0].shape\nn = r[0].size\nv = {Value}\na[i] = v\nr += [np.array(v, dtype=float), a]");
                return text.ToString();
            }
        }

        public override string ToString() => $"case {Number}: shape {ShapeText.Of<long>(Shape)}, a[{string.Join(", ", Items.Select(item => item.Python))}] = {Value}";
    }

    [Test]
    public void Indexer_ByArraysAndMasks_ReadsAndWritesWhatNumPyDoes()
    {
        Case[] cases = [.. Enumerable.Range(0, Cases).Select(Make)];
        NumPyAnswer[] answers = NumPyOracle.Run([.. cases.Select(one => one.Program)]);
        var failures = new List<string>();
        int errors = 0;
        for (int i = 0; i < Cases; i++)
        {
            Case one = cases[i];
            NumPyAnswer answer = answers[i];
            if (answer.Error is not null) errors++;
            Assert.That(answer.Error, Is.Null.Or.StartsWith("IndexError").Or.StartsWith("ValueError").Or.StartsWith("TypeError: NumPy boolean array").Or.StartsWith("DeprecationWarning: Out of bound index"), one.ToString());
            for (int size = (i % 4) + 1; size <= 8; size += 4)
            {
                try
                {
                    ThreadCommunicator.Run(size, comm => Check(comm, one, answer));
                }
                catch (Exception exception)
                {
                    failures.Add($"{one} on {size} ranks: {exception.Message}{(exception.InnerException is InvalidOperationException ? "" : exception.InnerException)}");
                }
            }
        }
        Assert.That(failures, Is.Empty, string.Join("\n", failures.Take(8)));
        Assert.That(errors, Is.LessThan(Cases / 5));
    }

    private static Case Make(int number)
    {
        var random = new System.Random(number);
        long[] shape = s_shapes[number % s_shapes.Length];
        var items = new List<Item>();
        long[] common = random.Next(3) switch { 0 => [random.Next(0, 5)], 1 => [random.Next(1, 3), random.Next(1, 4)], _ => [random.Next(1, 8)] };
        int arrays = 0, ellipsis = random.Next(3) == 0 ? random.Next(shape.Length + 1) : -1;
        for (int axis = 0; axis < shape.Length || axis == ellipsis;)
        {
            if (random.Next(10) == 0) items.Add(new Item("None", (_, _) => Np.NewAxis));
            if (axis == ellipsis)
            {
                ellipsis = -1;
                items.Add(new Item("...", (_, _) => Np.Ellipsis));
                axis += random.Next(shape.Length - axis + 1);
                if (items.Count(item => item.Python == "...") == 1 && axis < shape.Length) items.AddRange(shape[axis..].Select(_ => new Item("slice(None)", (_, _) => ..)));
                if (arrays > 0 || axis == shape.Length) break;
                items.RemoveRange(items.Count - (shape.Length - axis), shape.Length - axis);
                continue;
            }
            int used = One(random, shape, axis, common, items, ref arrays);
            axis += used;
            if (arrays > 0 && ellipsis < 0 && random.Next(6) == 0) break;
        }
        if (arrays == 0) items.Add(new Item("np.array(True)", (comm, _) => DistArray<bool>.Literal([true], [])));
        string value = random.Next(5) switch
        {
            0 => "-5.0",
            1 => "np.array([-3.0])",
            2 => "-1.0 - np.arange(k[-1] if k else 1).reshape(k[-1:])",
            3 => "-1.0 - np.arange(n).reshape((1,) + k)",
            _ => "-1.0 - np.arange(n).reshape(k)",
        };
        return new Case(number, shape, [.. items], value);
    }

    private static int One(System.Random random, long[] shape, int axis, long[] common, List<Item> items, ref int arrays)
    {
        long size = shape[axis];
        switch (random.Next(9))
        {
            case 0:
                items.Add(new Item("slice(None)", (_, _) => ..));
                return 1;
            case 1:
                long? start = random.Next(2) == 0 ? null : random.NextInt64(-size - 1, size + 2), step = random.Next(2) == 0 ? null : random.Next(1, 3) * (random.Next(2) == 0 ? 1 : -1);
                items.Add(new Item($"slice({start?.ToString() ?? "None"}, None, {step?.ToString() ?? "None"})", (_, _) => Np.Slice(start, null, step)));
                return 1;
            case 2 when size > 0:
                long index = random.NextInt64(-size, size);
                items.Add(new Item($"{index}", (_, _) => index));
                return 1;
            case 3 or 4 when size > 0: // of a mask without elements NumPy does not ask for the shape
                int axes = random.Next(1, shape.Length - axis + 1);
                if (axes > 2) axes = 1;
                long[] extents = shape[axis..(axis + axes)];
                bool[] mask = [.. Enumerable.Range(0, (int)extents.Aggregate(1L, (product, extent) => product * extent)).Select(_ => random.Next(3) == 0)];
                // Masks beside other arrays must have as many true elements as these broadcast to: 1 fits all.
                if (arrays > 0 || random.Next(3) == 0)
                {
                    Array.Clear(mask);
                    if (mask.Length > 0) mask[random.Next(mask.Length)] = true;
                }
                arrays++;
                items.Add(new Item($"np.array([{string.Join(", ", mask.Select(one => one ? "True" : "False"))}], dtype=bool).reshape(({string.Concat(extents.Select(extent => $"{extent},"))}))",
                    (comm, layout) => Spread(comm, layout, mask, extents)));
                return axes;
            default:
                long[] list = random.Next(4) == 0 ? [.. common.Select((extent, i) => random.Next(2) == 0 ? 1 : extent)] : random.Next(6) == 0 ? common[1..] : common;
                if (random.Next(8) == 0) list = [];
                long[] values = [.. Enumerable.Range(0, (int)list.Aggregate(1L, (product, extent) => product * extent)).Select(_ => size == 0 ? 0 : random.NextInt64(-size, size))];
                arrays++;
                items.Add(new Item($"np.array([{string.Join(", ", values)}], dtype=int).reshape(({string.Concat(list.Select(extent => $"{extent},"))}))",
                    (comm, layout) => Spread(comm, layout, values, list)));
                return 1;
        }
    }

    private static DistArray<T> Spread<T>(ICommunicator comm, System.Random random, T[] values, long[] shape) where T : unmanaged => random.Next(2) == 0
        ? DistArray<T>.Literal(values, shape)
        : Np.FromArray(Layouts.Random(comm, random, shape), values);

    private static void Check(ICommunicator comm, Case one, NumPyAnswer answer)
    {
        var random = new System.Random((one.Number * 16) + comm.Size);
        DistArray<double> array = random.Next(8) == 0 ? DistArray<double>.Literal(Layouts.Arange(new Distribution(comm, one.Shape)).ToArray(), one.Shape) : Layouts.Arange(comm, random, one.Shape);
        AxisIndex[] indices = [.. one.Items.Select(item => item.Make(comm, random))];
        string text = $"{array.Distribution}, {string.Join("; ", indices.Where(index => index.Array is not null).Select(index => index.Array is DistArray<long> list ? list.Distribution.ToString() : ((DistArray<bool>)index.Array!).Distribution.ToString()))}";
        if (answer.Error is not null)
        {
            Exception? thrown = null;
            try
            {
                DistArray<double> result = array[indices];
                array[indices] = DistArray<double>.Literal([.. Enumerable.Range(0, (int)result.Size + 3).Select(i => (double)i)], [result.Size + 3]);
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
            if (thrown is null) throw new InvalidOperationException($"nothing thrown, NumPy: {answer.Error}; {text}");
            return;
        }
        DistArray<double> picked = array[indices];
        Require(picked.Shape.ToArray(), answer.Arrays[0].Shape, "shape", text);
        Require(picked.ToArray(), answer.Arrays[0].Values, "elements", text + " gives " + picked.Distribution);
        array[indices] = array.Distribution.IsLiteral || random.Next(2) == 0
            ? answer.Arrays[1].Shape.Length == 0 ? answer.Arrays[1].Values[0] : DistArray<double>.Literal(answer.Arrays[1].Values, answer.Arrays[1].Shape)
            : Np.FromArray(Layouts.Random(comm, random, answer.Arrays[1].Shape), answer.Arrays[1].Values);
        Require(array.ToArray(), answer.Arrays[2].Values, "elements after writing", text);
    }

    private static void Require<T>(T[] actual, T[] expected, string what, string layouts)
    {
        if (!actual.AsSpan().SequenceEqual(expected)) throw new InvalidOperationException($"{what} [{string.Join(", ", actual)}], not [{string.Join(", ", expected)}]; {layouts}");
    }
}
