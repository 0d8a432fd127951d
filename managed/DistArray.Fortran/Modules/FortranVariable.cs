using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>An array of a core, or a scalar that may move: a module variable or a component of a derived type, over the core's own memory.</summary>
/// <typeparam name="T">Type of its elements: an element type, or the struct of a derived type.</typeparam>
/// <remarks>It follows the core: every access finds the array where it is at that moment. Views that were taken before the core moved it
/// throw a <see cref="StaleViewException"/>.</remarks>
public class FortranVariable<T> : IFortranMemory where T : unmanaged
{
    private readonly FortranPlace _place;
    private readonly nint _layout;
    private ForeignMemory? _memory;
    private InferredDistribution? _distribution;
    private long _version = -1;
    private bool _isFollowed;

    internal FortranVariable(FortranPlace place, nint layout = 0) => (_place, _layout) = (place, layout);

    /// <summary>Its Fortran name.</summary>
    public string Name => _place.Name;

    /// <summary>Whether it is there: allocated, or associated where it is a pointer.</summary>
    /// <remarks>Local.</remarks>
    public bool IsAllocated => _place.IsThere;

    /// <summary>Fortran's index of the first element along each axis.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    /// <remarks>Local. As Fortran's <c>lbound</c>.</remarks>
    public IReadOnlyList<long> LowerBounds => _place.LowerBounds;

    /// <summary>Extents, in Fortran's order of axes.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    /// <remarks>Local. As Fortran's <c>shape</c>.</remarks>
    public IReadOnlyList<long> Shape => _place.Shape;

    /// <summary>The elements: a view, axes in Fortran's order; index 0 is the element at Fortran's lower bound.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    /// <exception cref="NotSupportedException">An extent is beyond 2^31-1, or a stride is no multiple of an element.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    /// <remarks>Local.</remarks>
    public unsafe LocalView<T> View
    {
        get
        {
            DaFortranArray now = _place.Required;
            (long[] shape, long[] strides) = LayoutOf(now);
            Span<int> extents = stackalloc int[shape.Length];
            Span<long> elements = stackalloc long[shape.Length];
            for (int axis = 0; axis < shape.Length; axis++)
            {
                if (shape[axis] > int.MaxValue)
                    throw new NotSupportedException($"Axis {axis} of {Name} has {shape[axis]} elements in one rank's memory, more than 2^31-1. Use more ranks.");
                if (strides[axis] % sizeof(T) != 0)
                    throw new NotSupportedException($"Neighbours along axis {axis} of {Name} are {strides[axis]} bytes apart, no multiple of an element's {sizeof(T)}. Use the elements one by one.");
                extents[axis] = (int)shape[axis];
                elements[axis] = strides[axis] / sizeof(T);
            }
            BeforeWrite();
            return new LocalView<T>((T*)now.Address, extents, elements, MemoryOf(now, shape, strides));
        }
    }

    /// <summary>The value of a scalar, by reference.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated, or is an array.</exception>
    /// <remarks>Local. Keep the reference no longer than until the next call into the core.</remarks>
    public unsafe ref T Value
    {
        get
        {
            ref readonly DaFortranArray now = ref _place.Required;
            if (now.Ndim != 0) throw new InvalidOperationException($"{Name} is an array of {now.Ndim} dimensions, which has no single value. Index it, or use View.");
            BeforeWrite();
            return ref *(T*)now.Address;
        }
    }

    /// <summary>An element, by Fortran's indices.</summary>
    /// <param name="indices">One an axis, between the lower and the upper bound.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    /// <remarks>Local. Keep the reference no longer than until the next call into the core.</remarks>
    public unsafe ref T this[params ReadOnlySpan<long> indices]
    {
        get
        {
            BeforeWrite();
            return ref *(T*)FortranIndex.Address(_place, indices);
        }
    }

    /// <summary>The array that all ranks' parts make up.</summary>
    /// <returns>A view of the core's memory, axes in Fortran's order; index 0 is the first element of the first rank.</returns>
    /// <exception cref="InvalidOperationException">It is not allocated, or was wrapped without a distribution.</exception>
    /// <exception cref="DistributionMismatchException">The ranks' parts do not tile the global shape.</exception>
    /// <exception cref="RankFailedException">One of these happened on another rank.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer; where bounds have changed on any rank, also an all-gather of each rank's bounds.</remarks>
    public unsafe DistArray<T> Distributed()
    {
        return _place.Library.Wrap(ref _distribution, () =>
        {
            if (_layout == 0) throw new InvalidOperationException($"{Name} was wrapped without a distribution: give one in the file of --distribution, or use View.");
            DaFortranArray now = _place.Required;
            FillLayout(ref now);
            var array = new FortranArray(Name, now);
            // Only distributed arrays are read by pending ones.
            if (!_isFollowed) _place.Library.Follow(this);
            _isFollowed = true;
            (long[] shape, long[] strides) = LayoutOf(now);
            return (array, StridedMemory.Block<T>((nint)now.Address, shape, strides, Name, MemoryOf(now, shape, strides)));
        });
    }

    /// <summary>Name, bounds and whether it is allocated.</summary>
    public override string ToString() => IsAllocated
        ? $"{Name}({string.Join(", ", Shape.Select((extent, axis) => $"{LowerBounds[axis]}:{LowerBounds[axis] + extent - 1}"))})" : $"{Name}: not allocated";

    void IFortranMemory.BeforeWrite() => BeforeWrite();

    private protected void BeforeWrite() => _memory?.BeforeWrite();

    private protected void Invalidate() => _memory?.Dispose();

    // Global extents, offsets, ghosts before and behind, and whether periodic: five numbers an axis.
    private unsafe void FillLayout(ref DaFortranArray array)
    {
        int ndim = FortranPlace.NDimOf(array, Name);
        long* layout = stackalloc long[5 * ndim];
        ((delegate* unmanaged[Cdecl]<long*, void>)_layout)(layout);
        array.IsDistributed = 1;
        array.ElementType = (int)ElementTypes.Of<T>();
        for (int axis = 0; axis < ndim; axis++)
        {
            array.GlobalShape[axis] = layout[axis];
            array.GlobalOffset[axis] = layout[ndim + axis];
            array.HaloLow[axis] = layout[(2 * ndim) + axis];
            array.HaloHigh[axis] = layout[(3 * ndim) + axis];
            if (layout[(4 * ndim) + axis] != 0) array.Periodic |= 1 << axis;
        }
    }

    private unsafe ForeignMemory MemoryOf(in DaFortranArray now, long[] shape, long[] strides)
    {
        if (_memory is not null && _version == _place.Version) return _memory;
        long version = _version = _place.Version;
        _memory = StridedMemory.Borrow((nint)now.Address, sizeof(T), shape, strides, Name, _place.Library, () => ProblemOf(version));
        return _memory;
    }

    private unsafe string? ProblemOf(long version)
    {
        if (_place.Library.IsDisposed) return $"The view of {Name} is not valid any more: the library {_place.Library.Name} was disposed.";
        bool isThere = _place.Now.Address != null;
        return version == _place.Version ? null
            : $"The view of {Name} is not valid any more: the core {_place.Library.Name} has {(isThere ? "allocated it anew or changed its bounds" : "freed it")}. Take the view anew.";
    }

    private unsafe (long[] Shape, long[] Strides) LayoutOf(DaFortranArray now)
    {
        int ndim = FortranPlace.NDimOf(now, Name);
        return (new ReadOnlySpan<long>(now.Shape, ndim).ToArray(), new ReadOnlySpan<long>(now.ByteStrides, ndim).ToArray());
    }
}
