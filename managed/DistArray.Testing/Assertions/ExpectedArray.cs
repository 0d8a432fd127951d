using DistArray.Mpi;

namespace DistArray.Testing.Assertions;

/// <summary>The elements that an array is compared with.</summary>
/// <param name="Shape">Their global shape.</param>
/// <param name="Owned">Gives those that this rank holds of an array of that shape: the global indices along each axis are given.</param>
internal sealed record ExpectedArray<T>(long[] Shape, Func<long[][], T[]> Owned) where T : unmanaged
{
    /// <summary>An array of any distribution. <b>Collective</b> where its elements are asked for.</summary>
    public static ExpectedArray<T> Of(DistArray<T> expected, DistArray<T> actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!expected.Distribution.Communicator.IsCongruentTo(actual.Distribution.Communicator))
            throw new ArgumentException("The arrays are distributed over different ranks. Compare arrays of one communicator.");
        return new ExpectedArray<T>(expected.Shape.ToArray(), _ =>
        {
            using DistArray<T> alike = expected.Redistribute(actual.Distribution.WithoutHalo());
            return alike.LocalToArray();
        });
    }

    /// <summary>An array of .NET that every rank has.</summary>
    public static ExpectedArray<T> Of(Array values)
    {
        long[] shape = [.. Enumerable.Range(0, values.Rank).Select(values.GetLongLength)];
        return Whole(shape, [.. values.Cast<T>()]);
    }

    /// <summary>What a function gives on this rank alone.</summary>
    public static ExpectedArray<T> OnOneRank(Func<ICommunicator, DistArray<T>> compute, DistArray<T> actual)
    {
        using DistArray<T> alone = compute(actual.Distribution.Communicator is Communicator ? Communicator.Self : new SelfCommunicator());
        return Whole(alone.Shape.ToArray(), alone.ToArray());
    }

    private static ExpectedArray<T> Whole(long[] shape, T[] all) => new(shape, indices =>
    {
        T[] mine = new T[indices.Aggregate(1, (size, axis) => size * axis.Length)];
        for (int i = 0; i < mine.Length; i++) mine[i] = all[GlobalIndex.Number(GlobalIndex.At(i, indices), shape)];
        return mine;
    });
}
