using DistArray.Core.Tests.Kernels;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Runs an operation on random arrays and distributions and compares with NumPy.</summary>
internal static class ReductionFuzz
{
    /// <summary>An operation on an array: over all elements where the axes are null.</summary>
    /// <param name="Expression">NumPy's, of $; {0} stands for the keywords.</param>
    /// <param name="EmptyAlongOne">Whether NumPy fails for empty arrays and several axes, which it reshapes.</param>
    public sealed record Operation<T>(string Expression, Func<DistArray<T>, Arguments, Outcome> Run, bool TakesMask = true, bool TakesAxes = true, bool TakesInitial = false,
        bool OneAxis = false, bool TakesKeepDims = true, bool EmptyAlongOne = false, double Tolerance = 1e-12) where T : unmanaged;

    /// <summary>What an operation is called with.</summary>
    public sealed record Arguments(int[]? Axes, bool KeepDims, DistArray<bool>? Where, string Shape);

    public static void Run<T>(NumPyServer numpy, Operation<T> operation, Func<System.Random, T> value, int seed) where T : unmanaged
    {
        var random = new System.Random(seed);
        int size = random.Next(1, 13), distributionSeed = random.Next();
        long[] shape = RandomArray<T>.RandomShape(random);
        long count = shape.Aggregate(1L, (product, extent) => product * extent);
        var array = new RandomArray<T>(shape, [.. Enumerable.Range(0, (int)count).Select(_ => value(random))]);
        var mask = new RandomArray<bool>(shape, [.. Enumerable.Range(0, (int)count).Select(_ => random.Next(3) > 0)]);
        MemoryOrder order = random.Next(2) == 0 ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor;
        bool masked = operation.TakesMask && random.Next(3) == 0, keepDims = operation.TakesKeepDims && random.Next(2) == 0;
        int[]? axes = null;
        if (operation.TakesAxes && shape.Length > 0 && random.Next(4) > 0)
        {
            int[] all = [.. Enumerable.Range(0, shape.Length)];
            random.Shuffle(all);
            axes = [.. all.Take(operation.OneAxis ? 1 : random.Next(1, shape.Length + 1)).Select(axis => random.Next(2) == 0 ? axis : axis - shape.Length)];
        }

        if (operation.EmptyAlongOne && count == 0 && axes?.Length > 1) return;
        var keywords = new List<string>();
        if (axes is not null) keywords.Add(operation.OneAxis ? $"axis={axes[0]}" : $"axis=({string.Join(",", axes)},)");
        if (axes is not null && keepDims) keywords.Add("keepdims=True");
        if (masked) keywords.Add(count == 0 ? "where=True" : $"where=y.reshape(({string.Join(",", shape)}{(shape.Length == 1 ? "," : "")}))");
        if (masked && operation.TakesInitial) keywords.Add("initial=3");
        string expression = operation.Expression.Replace("{0}", string.Concat(keywords.Select(keyword => ", " + keyword)))
            .Replace("{1}", axes is null ? "" : $", axis={(operation.OneAxis ? axes[0] : $"({string.Join(",", axes)},)")}");
        string reshaped = count == 0 ? $"np.zeros(({string.Join(",", shape)}{(shape.Length == 1 ? "," : "")}), '{array.NumPy.Dtype}')" : $"x.reshape(({string.Join(",", shape)}{(shape.Length == 1 ? "," : "")}))";
        NumPyValue result = numpy.Evaluate(expression.Replace("$", reshaped), array.NumPy, mask.NumPy);
        Outcome expected = ElementTypes.All.Where(type => type < ElementType.Logical32).Select(type => (ElementType?)type).FirstOrDefault(type => ElementTypes.NameOf(type!.Value) == result.Dtype) is { } known
            ? new Outcome(Wide(known, result.Bytes))
            : new Outcome([], result.Dtype);
        string line = $"{expression} of {typeof(T).Name} {ShapeText.Of<long>(shape)}, {order}, {size} ranks, seed {seed}";
        string text = "";
        string? difference = null;
        try
        {
            ThreadCommunicator.Run(size, comm =>
            {
                Distribution distribution = RandomDistribution.Make(comm, shape, distributionSeed);
                using DistArray<T> distributed = array.Distribute(distribution, order);
                using DistArray<bool>? where = masked ? mask.Distribute(distribution, order) : null;
                if (comm.Rank == 0) text = distribution.ToString();
                Outcome outcome;
                try
                {
                    outcome = operation.Run(distributed, new Arguments(axes, keepDims, where, ResultShape(shape, axes, keepDims)));
                }
                catch (Exception e) when (e is InvalidOperationException or ArgumentException or DivideByZeroException)
                {
                    outcome = new Outcome([], e.GetType().Name);
                }
                if (outcome.Differs(expected, operation.Tolerance) is { } found) difference = $"rank {comm.Rank}: {found}";
            });
        }
        catch (Exception e)
        {
            difference = e.ToString();
        }
        if (difference is not null) Assert.Fail($"{line}, {text}: {difference}");
    }

    private static string ResultShape(long[] shape, int[]? axes, bool keepDims)
    {
        var result = new List<long>();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            bool reduced = axes is not null && (axes.Contains(axis) || axes.Contains(axis - shape.Length));
            if (!reduced) result.Add(shape[axis]);
            else if (keepDims) result.Add(1);
        }
        return ShapeText.Of<long>(result.ToArray());
    }

    private static System.Numerics.Complex[] Wide(ElementType type, byte[] bytes) => type switch
    {
        ElementType.Boolean => RandomArray<bool>.Wide(bytes),
        ElementType.Int8 => RandomArray<sbyte>.Wide(bytes),
        ElementType.UInt8 => RandomArray<byte>.Wide(bytes),
        ElementType.Int16 => RandomArray<short>.Wide(bytes),
        ElementType.UInt16 => RandomArray<ushort>.Wide(bytes),
        ElementType.Int32 => RandomArray<int>.Wide(bytes),
        ElementType.UInt32 => RandomArray<uint>.Wide(bytes),
        ElementType.Int64 => RandomArray<long>.Wide(bytes),
        ElementType.UInt64 => RandomArray<ulong>.Wide(bytes),
        ElementType.Float32 => RandomArray<float>.Wide(bytes),
        ElementType.Float64 => RandomArray<double>.Wide(bytes),
        ElementType.Complex64 => RandomArray<Complex64>.Wide(bytes),
        _ => RandomArray<System.Numerics.Complex>.Wide(bytes),
    };
}
