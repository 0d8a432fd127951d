using System.Runtime.ExceptionServices;

namespace DistArray.Fortran;

public sealed partial class FortranLibrary
{
    // What a rank brings to the agreement of Array<T>; the highest decides.
    private const int Unchanged = 0, Changed = 1, Failed = 2;

    /// <summary>What the core publishes now, in the order of publishing.</summary>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    public IReadOnlyList<FortranArray> Arrays
    {
        get
        {
            ThrowIfDisposed();
            return _arrays.ConvertAll(array => array.Info);
        }
    }

    /// <summary>A distributed array of the core, over the core's own memory.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="name">Name under which the core publishes it.</param>
    /// <returns>An array of the published global shape, axes in Fortran's order, column-major; a view: no element is copied.
    /// Global index 0 is the first element of the first rank, whatever Fortran's lower bound is.</returns>
    /// <exception cref="KeyNotFoundException">The core publishes no such array; the text names similar ones.</exception>
    /// <exception cref="ArrayTypeMismatchException">Its elements are of another type.</exception>
    /// <exception cref="InvalidOperationException">It was published without a global shape.</exception>
    /// <exception cref="DistributionMismatchException">The ranks' parts do not tile the global shape.</exception>
    /// <exception cref="RankFailedException">One of these happened on another rank.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer; the first time, and when the bounds have changed on any rank, also an
    /// all-gather of each rank's bounds.</remarks>
    public DistArray<T> Array<T>(string name) where T : unmanaged
    {
        ThrowIfDisposed();
        PublishedArray? array = null;
        LocalBlock<T>? block = null;
        Exception? problem = null;
        try
        {
            array = Find<T>(name);
            if (!array.Info.IsDistributed)
                throw new InvalidOperationException($"The core {Name} publishes '{name}' without global_shape and global_offset: each rank has an array of its own. Use LocalArray.");
            block = array.Block<T>();
        }
        catch (Exception e)
        {
            problem = e;
        }
        int worst = Communicator.Allreduce(problem is not null ? Failed : array!.Distribution is null ? Changed : Unchanged, Operation<int>.Max);
        if (worst == Failed)
            ThrowOnEveryRank(problem);
        if (worst == Changed)
            array!.Distribution = Infer(array.Info);
        return DistArray<T>.Wrap(array!.Distribution!, block!);
    }

    /// <summary>This rank's memory of an array of the core, halo included.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="name">Name under which the core publishes it.</param>
    /// <returns>A view, axes in Fortran's order; index 0 is the element at Fortran's lower bound. A scalar has no axes.</returns>
    /// <exception cref="KeyNotFoundException">The core publishes no such array; the text names similar ones.</exception>
    /// <exception cref="ArrayTypeMismatchException">Its elements are of another type.</exception>
    /// <exception cref="NotSupportedException">It is a component of a derived type whose size is no multiple of the element's.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    /// <remarks>Local.</remarks>
    public LocalView<T> LocalArray<T>(string name) where T : unmanaged
    {
        ThrowIfDisposed();
        return Find<T>(name).Block<T>().View;
    }

    /// <summary>Fortran's index of the first element of an array along each axis, on this rank.</summary>
    /// <param name="name">Name under which the core publishes it.</param>
    /// <returns>One lower bound an axis, ghosts included; 1 along an axis without elements.</returns>
    /// <exception cref="KeyNotFoundException">The core publishes no such array; the text names similar ones.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    /// <remarks>Local. As Fortran's <c>lbound</c>.</remarks>
    public IReadOnlyList<long> LowerBounds(string name)
    {
        ThrowIfDisposed();
        return Find(name).Info.LowerBounds;
    }

    private PublishedArray Find<T>(string name) where T : unmanaged
    {
        PublishedArray array = Find(name);
        ElementType wanted = ElementTypes.Of<T>(), actual = array.Info.ElementType;
        return wanted == actual ? array : throw new ArrayTypeMismatchException(
            $"The array '{name}' of the core {Name} has elements of {ElementTypes.NameOf(actual)}, and was asked for with {ElementTypes.NameOf(wanted)}. " +
            $"Ask for {ElementTypes.NetTypeOf(actual).Name}.");
    }

    private PublishedArray Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (PublishedArray array in _arrays)
            if (array.Info.Name == name)
                return array;
        throw new KeyNotFoundException($"The core {Name} publishes no array '{name}'. {WhatThereIs(name)}");
    }

    private string WhatThereIs(string name)
    {
        if (_arrays.Count == 0)
            return TryFindSymbol(PublishName, out _)
                ? $"Its {PublishName} publishes nothing now: is the core initialized?"
                : $"It has no procedure {PublishName} that would publish arrays. Name it in Load.";
        string[] names = [.. _arrays.Select(array => array.Info.Name)];
        string similar = string.Join(", ", Suggestions.For(name, names));
        return $"{(similar.Length > 0 ? $"Similar ones are {similar}. " : "")}It publishes {string.Join(", ", names)}.";
    }

    // A rank that has an error of its own throws that one.
    private void ThrowOnEveryRank(Exception? problem)
    {
        try
        {
            Communicator.ThrowIfAny(problem);
        }
        catch (RankFailedException) when (problem is not null)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }

    private Distribution Infer(FortranArray array)
    {
        var owned = new int[array.NDim];
        int[] low = [.. array.HaloLow], high = [.. array.HaloHigh];
        for (int axis = 0; axis < array.NDim; axis++)
        {
            if (array.Shape[axis] == 0)
                low[axis] = high[axis] = 0;
            owned[axis] = (int)array.Shape[axis] - low[axis] - high[axis];
        }
        return Distribution.FromBlocks(Communicator, [.. array.GlobalShape!], [.. array.GlobalOffset!], owned, low, high, [.. array.Periodic]);
    }
}
