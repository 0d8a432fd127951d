namespace DistArray;

public static partial class Np
{
    /// <summary>Lets a local function work on this rank's part of an array.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array; the function may write to it.</param>
    /// <param name="function">Called once on each rank that owns something.</param>
    /// <exception cref="RankFailedException">The function threw on a rank; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The array is a view whose elements are at no equal distances in memory.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer, by which errors are agreed upon.</remarks>
    public static void Apply<T>(DistArray<T> array, Action<OwnedPart<T>> function) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(function);
        Agreed(array.Distribution, () =>
        {
            if (array.Distribution.LocalSize > 0) function(Part(array));
        });
    }

    /// <summary>Lets a local function compute a value of this rank's part of an array.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <typeparam name="TResult">Type of the value, an element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="function">Called once on each rank that owns something.</param>
    /// <returns>The values of the ranks that own something, in the order of the ranks, on every rank; of ranks that hold the same elements, the first one's.</returns>
    /// <exception cref="RankFailedException">The function threw on a rank; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The array is a view whose elements are at no equal distances in memory.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer, and two all-gathers.</remarks>
    public static TResult[] Apply<T, TResult>(DistArray<T> array, Func<OwnedPart<T>, TResult> function) where T : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(function);
        var mine = new List<TResult>();
        Agreed(array.Distribution, () =>
        {
            if (array.Distribution is { IsPrimary: true, LocalSize: > 0 }) mine.Add(function(Part(array)));
        });
        ICommunicator comm = array.Distribution.Communicator;
        var counts = new long[comm.Size];
        comm.Allgather<long>([mine.Count], counts);
        var all = new TResult[counts.Sum()];
        comm.Allgather<TResult>(mine.ToArray(), all, counts);
        return all;
    }

    /// <summary>An array that a local function makes of another, part by part.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <typeparam name="TResult">Type of the result's elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="function">Fills this rank's part of the result; called once on each rank that owns something.</param>
    /// <returns>A new array of the same shape, distribution and memory order; its halo is 0.</returns>
    /// <exception cref="RankFailedException">The function threw on a rank; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The array is a view whose elements are at no equal distances in memory.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer, by which errors are agreed upon.</remarks>
    public static DistArray<TResult> MapBlocks<T, TResult>(DistArray<T> array, BlockFunction<T, TResult> function) where T : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(function);
        DistArray<TResult> result = Zeros<TResult>(array.Distribution, array.Order);
        Agreed(array.Distribution, () =>
        {
            if (array.Distribution.LocalSize > 0) function(Part(array), result.LocalView);
        });
        return result;
    }

    /// <summary>An array that a local function makes of two others, part by part.</summary>
    /// <typeparam name="T1">Type of the first elements.</typeparam>
    /// <typeparam name="T2">Type of the second elements.</typeparam>
    /// <typeparam name="TResult">Type of the result's elements.</typeparam>
    /// <param name="x1">First array.</param>
    /// <param name="x2">Second array, of the same shape; where it is distributed differently it is redistributed before.</param>
    /// <param name="function">Fills this rank's part of the result; called once on each rank that owns something.</param>
    /// <returns>A new array of the shape, distribution and memory order of <paramref name="x1"/>; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DistributionMismatchException">The arrays live on different communicators.</exception>
    /// <exception cref="RankFailedException">The function threw on a rank; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">An array is a view whose elements are at no equal distances in memory.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer, by which errors are agreed upon.</remarks>
    public static DistArray<TResult> MapBlocks<T1, T2, TResult>(DistArray<T1> x1, DistArray<T2> x2, BlockFunction<T1, T2, TResult> function)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        ArgumentNullException.ThrowIfNull(function);
        if (!x1.Shape.SequenceEqual(x2.Shape)) throw new ShapeMismatchException("MapBlocks", x1.Shape, x2.Shape);
        DistArray<T2> second = x2.Realign(x1.Distribution, "MapBlocks");
        DistArray<TResult> result = Zeros<TResult>(x1.Distribution, x1.Order);
        Agreed(x1.Distribution, () =>
        {
            if (x1.Distribution.LocalSize > 0) function(Part(x1), Part(second), result.LocalView);
        });
        return result;
    }

    private static OwnedPart<T> Part<T>(DistArray<T> array) where T : unmanaged => new(array, array.LocalView);

    private static void Agreed(Distribution distribution, Action work)
    {
        Exception? problem = null;
        try
        {
            work();
        }
        catch (Exception exception)
        {
            problem = exception;
        }
        distribution.Communicator.ThrowIfAny(problem);
    }
}
