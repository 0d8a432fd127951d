using System.Numerics;

namespace DistArray;

/// <summary>Medians and other quantiles.</summary>
internal static unsafe class Quantiles
{
    /// <summary>Quantiles of all elements.</summary>
    public static double[] All<T>(string name, DistArray<T> array, ReadOnlySpan<QuantileRule> rules, bool skipsNaN) where T : unmanaged, INumber<T>
    {
        ReductionInput input = ReductionInput.Of(array);
        var results = new double[rules.Length];
        Array.Fill(results, double.NaN);
        if (array.Size == 0 && !rules.IsEmpty && !rules[0].IsMedian && !skipsNaN) throw Extremes.Empty(name, array.Distribution);
        var statistics = new OrderStatistics<T>(input);
        if (statistics.Count == 0 || (statistics.NaNs > 0 && !skipsNaN)) return results;
        for (int i = 0; i < results.Length; i++)
        {
            (T low, T high) = statistics.Pair(rules[i].Place(statistics.Count));
            results[i] = rules[i].Between(low, high, statistics.Count);
        }
        return results;
    }

    /// <summary>Quantiles along axes.</summary>
    public static DistArray<double> Along<T>(string name, DistArray<T> array, QuantileRule rule, AxisList axis, bool keepDims, bool skipsNaN) where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(array);
        var axes = new ReductionAxes(array.Distribution, axis, keepDims);
        if (axes.Count == 0 && !rule.IsMedian && !skipsNaN) throw Extremes.Empty(name, array.Distribution);
        if (axes.IsReduced.IndexOf(false) < 0) return Np.Full(axes.Result, All(name, array, [rule], skipsNaN)[0]);
        if (!IsDivided(axes)) return Whole(array, axes, rule, skipsNaN);
        bool[] kept = [.. axes.IsReduced.ToArray().Select(reduced => !reduced)];
        ProcessGrid grid = ProcessGrid.Choose(array.Distribution.Communicator.Size, array.Shape, kept);
        DimMap[] maps = [.. array.Shape.ToArray().Select(DimMap (extent, i) => kept[i] ? BlockMap.Balanced(extent, grid.Shape[i]) : new ReplicatedMap(extent))];
        using DistArray<T> moved = array.Redistribute(new Distribution(array.Distribution.Communicator, maps, grid));
        using DistArray<double> quantiles = Whole(moved, new ReductionAxes(moved.Distribution, axis, keepDims), rule, skipsNaN);
        return quantiles.Redistribute(axes.Result);
    }

    /// <summary>Checks a quantile.</summary>
    public static QuantileRule Rule(double q, double most) => q >= 0 && q <= most
        ? new QuantileRule(q / most)
        : throw new ArgumentOutOfRangeException(nameof(q), q, $"{q} is not in [0, {most}].");

    private static bool IsDivided(ReductionAxes axes)
    {
        for (int axis = 0; axis < axes.IsReduced.Length; axis++)
            if (axes.IsReduced[axis] && axes.Source.DimMaps[axis].Parts > 1) return true;
        return false;
    }

    // This rank has all elements of each of its results.
    private static DistArray<double> Whole<T>(DistArray<T> array, ReductionAxes reduced, QuantileRule rule, bool skipsNaN) where T : unmanaged, INumber<T>
    {
        DistArray<double> result = DistArray<double>.Allocate(reduced.Result, MemoryOrder.RowMajor, zero: false);
        if (reduced.LocalCells == 0) return result;
        double* quantiles = result.LocalView.Pointer;
        if (reduced.Count == 0)
        {
            result.Fill(double.NaN);
            return result;
        }
        bool[] isReduced = reduced.IsReduced.ToArray();
        int[] axes = [.. Enumerable.Range(0, isReduced.Length).OrderBy(axis => isReduced[axis])]; // stable
        FusedExpression expression = ReductionInput.Of(array).Expression.Permute(axes);
        var lines = new LineTiles<T>(reduced.Count, rule, skipsNaN, quantiles);
        FusedEvaluation.Consume(expression.Program, expression.Shape, new LocalOperand(0, new long[axes.Length]), expression.Inputs, expression.Constants, ref lines, ordered: true);
        GC.KeepAlive(expression.KeepAlive);
        return result;
    }
}
