using System.Numerics;

namespace DistArray;

/// <summary>Makes arrays of the states along axes.</summary>
internal static unsafe class ReductionResult
{
    /// <summary>The states in another type.</summary>
    public static DistArray<TResult> Of<TState, TResult>(StateBuffer<TState> states, ReductionAxes axes, Func<TState, TResult> convert)
        where TState : unmanaged where TResult : unmanaged
    {
        DistArray<TResult> result = DistArray<TResult>.Allocate(axes.Result, states.Order, zero: false);
        TResult* to = result.LocalView.Pointer;
        for (long i = 0; i < states.Count; i++) to[i] = convert(states.Pointer[i]);
        states.Dispose();
        return result;
    }

    /// <summary>Exact integers in the type of a result.</summary>
    /// <exception cref="OverflowException">The type cannot hold one of them; thrown on every rank alike.</exception>
    /// <remarks><b>Collective</b> over the communicator of the source where the type is an integer.</remarks>
    public static DistArray<TResult> Narrowed<TState, TResult>(StateBuffer<TState> states, ReductionAxes axes, string name)
        where TState : unmanaged, IBinaryInteger<TState> where TResult : unmanaged, INumberBase<TResult>
    {
        bool fits = true;
        DistArray<TResult> result = Of(states, axes, (TState state) =>
        {
            fits &= ReductionTypes.TryNarrow(state, out TResult narrow);
            return narrow;
        });
        if (!ReductionTypes.IsInteger(result.ElementType) || sizeof(TResult) >= sizeof(TState)) return result;
        if (axes.Source.Communicator.Allreduce(fits, Operation<bool>.LogicalAnd)) return result;
        result.Dispose();
        throw ReductionTypes.Overflow<TResult>(name, "one of the results");
    }

    /// <summary>An array in another type; the first one is disposed of where it is not the result.</summary>
    public static DistArray<TResult> Cast<TState, TResult>(DistArray<TState> array) where TState : unmanaged, INumberBase<TState> where TResult : unmanaged, INumberBase<TResult>
    {
        if (array is DistArray<TResult> same) return same;
        DistArray<TResult> result = DistArray<TResult>.Allocate(array.Distribution, array.Order, zero: false);
        TState* from = array.LocalView.Pointer;
        TResult* to = result.LocalView.Pointer;
        for (long i = 0; i < array.Distribution.LocalSize; i++) to[i] = TResult.CreateTruncating(from[i]);
        array.Dispose();
        return result;
    }

    /// <summary>Replaces the elements by their square roots.</summary>
    public static DistArray<double> SquareRoots(DistArray<double> array)
    {
        double* values = array.LocalView.Pointer;
        for (long i = 0; i < array.Distribution.LocalSize; i++) values[i] = Math.Sqrt(values[i]);
        return array;
    }
}
