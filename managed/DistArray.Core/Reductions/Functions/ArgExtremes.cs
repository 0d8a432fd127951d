using System.Numerics;

namespace DistArray;

/// <summary>Where the smallest and largest elements are first.</summary>
internal static unsafe class ArgExtremes
{
    /// <summary>Number of the element in row-major order.</summary>
    public static long All<T, TRule>(string name, ReductionInput input) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        Distribution distribution = input.Distribution;
        if (distribution.Size == 0) throw Extremes.Empty(name, distribution);
        Extremum<T> best = Extremum<T>.Of<TRule>();
        if (input.Counts)
        {
            int[] axes = MemoryAxes.Of(input.Expression);
            FusedExpression expression = input.Expression.Permute(axes);
            var tiles = new ExtremumTiles<T, TRule>();
            FusedEvaluation.Consume(expression.Program, expression.Shape, GlobalNumbers.Of(distribution).Permute(axes), expression.Inputs, expression.Constants, ref tiles, ordered: true);
            GC.KeepAlive(expression.KeepAlive);
            best = tiles.Best;
        }
        if (!distribution.IsReplicated) Combine<T, TRule>(distribution.Communicator, &best, 1);
        return best.Index != Extremum<T>.None ? best.Index : throw AllNaN(name);
    }

    /// <summary>Indices along an axis.</summary>
    public static DistArray<long> Along<T, TRule>(string name, ReductionInput input, int axis, bool keepDims) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        Distribution distribution = input.Distribution;
        var axes = new ReductionAxes(distribution, axis, keepDims);
        if (axes.Count == 0) throw Extremes.Empty(name, distribution);
        ICommunicator? ranks = AxisCommunicators.Along(distribution, axes.IsReduced);
        var best = new StateBuffer<Extremum<T>>(axes.LocalCells, input.Order);
        best.Fill(Extremum<T>.Of<TRule>());
        if (distribution.LocalSize > 0) Walk<T, TRule>(input, axes, best);
        if (ranks is not null && best.Count > 0)
        {
            best = best.ToRowMajor(axes);
            Combine<T, TRule>(ranks, best.Pointer, (nint)best.Count);
        }
        bool isWhole = true;
        DistArray<long> result = ReductionResult.Of(best, axes, (Extremum<T> extremum) =>
        {
            isWhole &= extremum.Index != Extremum<T>.None;
            return extremum.Index;
        });
        if (TRule.KeepsNaN || distribution.Communicator.Allreduce(isWhole, Operation<bool>.LogicalAnd)) return result;
        result.Dispose();
        throw AllNaN(name);
    }

    private static void Walk<T, TRule>(ReductionInput input, ReductionAxes reduced, StateBuffer<Extremum<T>> best) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        int axis = reduced.Single;
        long[] indices = OwnedElements.GlobalIndices(input.Distribution.DimMaps[axis], input.Distribution.GridCoordinates[axis]);
        FusedExpression expression = input.Expression;
        if (!IsAscending(indices))
        {
            int[] order = [.. Enumerable.Range(0, indices.Length)];
            Array.Sort(indices, order);
            expression = expression.Reorder(axis, order);
        }
        int[] axes = MemoryAxes.Of(expression);
        expression = expression.Permute(axes);
        long inner = 1;
        for (int i = axes.Length - 1; axes[i] != axis; i--) inner *= expression.Shape[i];
        var cells = new ExtremumCells<T, TRule>(indices.Length, inner);
        LocalOperand destination = new LocalOperand((nint)best.Pointer, reduced.Strides(input.Order, sizeof(Extremum<T>))).Permute(axes);
        FusedEvaluation.Consume(expression.Program, expression.Shape, destination, expression.Inputs, expression.Constants, ref cells, ordered: true);
        GC.KeepAlive(expression.KeepAlive);
        for (long i = 0; i < best.Count; i++)
            if (best.Pointer[i].Index != Extremum<T>.None) best.Pointer[i].Index = indices[best.Pointer[i].Index];
    }

    // The extremes of all ranks first, then the first of those that have them.
    private static void Combine<T, TRule>(ICommunicator communicator, Extremum<T>* best, nint count) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        bool nanFirst = TRule.IsMinimum == TRule.KeepsNaN;
        using var keys = new StateBuffer<ulong>(count);
        using var indices = new StateBuffer<long>(count);
        for (nint i = 0; i < count; i++) keys.Pointer[i] = Key(best[i].Value);
        communicator.Allreduce(keys.Pointer, keys.Pointer, count, TRule.IsMinimum ? Operation<ulong>.Min : Operation<ulong>.Max);
        for (nint i = 0; i < count; i++) indices.Pointer[i] = Key(best[i].Value) == keys.Pointer[i] ? best[i].Index : Extremum<T>.None;
        communicator.Allreduce(indices.Pointer, indices.Pointer, count, Operation<long>.Min);
        for (nint i = 0; i < count; i++) best[i] = new Extremum<T> { Value = OrderKeys.Value<T>(keys.Pointer[i], nanFirst), Index = indices.Pointer[i] };

        // Zeros of both signs are equal.
        ulong Key(T value) => OrderKeys.Of(T.IsZero(value) ? T.Zero : value, nanFirst);
    }

    private static bool IsAscending(long[] indices)
    {
        for (int i = 1; i < indices.Length; i++)
            if (indices[i] < indices[i - 1]) return false;
        return true;
    }

    private static InvalidOperationException AllNaN(string name) => new($"{name}: all elements are NaN, here or along the axis. Replace them, or use {name[3..]}, which finds NaN.");
}
