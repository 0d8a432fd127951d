using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>An array that is passed to a Fortran procedure, without a copy: made of a <see cref="DistArray{T}"/> (this rank's part with its
/// halo), a <see cref="LocalView{T}"/>, a <see cref="FortranVariable{T}"/>, a <see cref="FortranAllocatable{T}"/>, a .NET array of one
/// dimension or a span.</summary>
/// <typeparam name="T">Type of its elements.</typeparam>
/// <remarks>Axes are in Fortran's order: the first index of a view is Fortran's first. <c>default</c> is an optional argument that is absent.</remarks>
public readonly unsafe ref struct ArrayArgument<T> where T : unmanaged
{
    private const int HeaderBytes = 24, AxisBytes = 24;
    private readonly ref T _first;
    private readonly ReadOnlySpan<int> _shape;
    private readonly ReadOnlySpan<long> _strides;
    private readonly int _length;
    private readonly MemoryOwner? _owner;

    private ArrayArgument(LocalView<T> view)
    {
        IsPresent = true;
        _owner = view.Owner;
        _first = ref Unsafe.AsRef<T>(view.Pointer);
        _shape = view.Shape;
        _strides = view.Strides;
        _length = -1;
    }

    private ArrayArgument(Span<T> elements)
    {
        IsPresent = true;
        _first = ref MemoryMarshal.GetReference(elements);
        _length = elements.Length;
    }

    /// <summary>Whether there is an array: false for an optional argument that is absent.</summary>
    public bool IsPresent { get; }

    /// <summary>Number of dimensions.</summary>
    public int NDim => _length < 0 ? _shape.Length : 1;

    /// <summary>Number of elements.</summary>
    public long Size
    {
        get
        {
            if (_length >= 0) return _length;
            long size = 1;
            foreach (int extent in _shape) size *= extent;
            return size;
        }
    }

    /// <summary>Keeps the memory until here: generated classes call it when the procedure has returned.</summary>
    public void KeepAlive() => GC.KeepAlive(_owner);

    /// <summary>Passes a view.</summary>
    /// <param name="view">Elements of any strides.</param>
    public static implicit operator ArrayArgument<T>(LocalView<T> view) => new(view);

    /// <summary>Passes this rank's part with its halo.</summary>
    /// <param name="array">An array.</param>
    public static implicit operator ArrayArgument<T>(DistArray<T> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new(array.LocalViewWithHalo);
    }

    /// <summary>Passes a variable of a core.</summary>
    /// <param name="variable">A variable, allocated.</param>
    public static implicit operator ArrayArgument<T>(FortranVariable<T> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new(variable.View);
    }

    /// <summary>Passes a .NET array, which stays where it is during the call.</summary>
    /// <param name="array">An array of one dimension.</param>
    public static implicit operator ArrayArgument<T>(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new(array.AsSpan());
    }

    /// <summary>Passes a span, which stays where it is during the call.</summary>
    /// <param name="elements">Its elements.</param>
    public static implicit operator ArrayArgument<T>(Span<T> elements) => new(elements);

    /// <summary>The first element, for <c>fixed</c>.</summary>
    public ref T GetPinnableReference() => ref _first;

    /// <summary>Writes the descriptor of an assumed-shape or assumed-rank argument.</summary>
    /// <param name="descriptor">Room for <see cref="DescriptorBytes"/>.</param>
    /// <param name="pinned">Address of the first element.</param>
    /// <param name="ndim">Number of dimensions that the procedure declares, or -1 for any.</param>
    /// <param name="isContiguous">Whether the procedure declares it contiguous.</param>
    /// <param name="isOptional">Whether it may be absent.</param>
    /// <param name="name">The argument and its declaration, for messages.</param>
    /// <returns>The descriptor; null where the argument is absent.</returns>
    /// <exception cref="ShapeMismatchException">It has another number of dimensions, or gaps.</exception>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    /// <exception cref="ArgumentNullException">It is absent and not optional.</exception>
    public void* Describe(byte* descriptor, T* pinned, int ndim, bool isContiguous, bool isOptional, string name)
    {
        if (!IsPresent) return isOptional ? null : throw Absent(name);
        Announce();
        int own = NDim;
        if (ndim >= 0 && own != ndim) throw WrongNDim(ndim, name);
        if (isContiguous && !IsContiguous) throw Gaps(name);
        *(void**)descriptor = pinned == null ? descriptor : pinned;      // Fortran wants an address even where there is no element
        *(long*)(descriptor + 8) = sizeof(T);
        *(int*)(descriptor + 16) = FortranDescriptor.Version;
        *(sbyte*)(descriptor + 20) = (sbyte)own;
        *(sbyte*)(descriptor + 21) = FortranDescriptor.Other;
        *(short*)(descriptor + 22) = FortranDescriptor.Codes<T>.Code;
        var axis = (long*)(descriptor + HeaderBytes);
        if (_length >= 0) (axis[0], axis[1], axis[2]) = (0, _length, sizeof(T));
        else
        {
            for (int i = 0; i < own; i++, axis += 3) (axis[0], axis[1], axis[2]) = (0, _shape[i], _strides[i] * sizeof(T));
        }
        return descriptor;
    }

    /// <summary>Bytes of a descriptor.</summary>
    /// <param name="ndim">Number of dimensions, or -1 for any.</param>
    public static int DescriptorBytes(int ndim) => HeaderBytes + (AxisBytes * (ndim < 0 ? 15 : ndim));

    /// <summary>The address of an argument of explicit shape or assumed size.</summary>
    /// <param name="pinned">Address of the first element.</param>
    /// <param name="isOptional">Whether it may be absent.</param>
    /// <param name="name">The argument and its declaration, for messages.</param>
    /// <param name="check">Receives the number of dimensions and the extents, where not null.</param>
    /// <returns>The address; null where the argument is absent.</returns>
    /// <exception cref="ShapeMismatchException">Elements have gaps, or do not lie in Fortran's order.</exception>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    /// <exception cref="ArgumentNullException">It is absent and not optional.</exception>
    public void* Flat(T* pinned, bool isOptional, string name, long* check)
    {
        if (!IsPresent)
        {
            if (!isOptional) throw Absent(name);
            if (check != null) check[0] = -1;
            return null;
        }
        Announce();
        if (!IsContiguous) throw Gaps(name);
        if (check != null)
        {
            check[0] = NDim;
            if (_length >= 0) check[1] = _length;
            else
            {
                for (int axis = 0; axis < _shape.Length; axis++) check[axis + 1] = _shape[axis];
            }
        }
        return pinned == null ? FortranDescriptor.Nowhere : pinned;
    }

    // At the call, and not when the argument was made: the core may have moved the memory since, and pending arrays may read it.
    private void Announce()
    {
        _owner?.ThrowIfInvalid();
        _owner?.BeforeWrite();
    }

    private bool IsContiguous
    {
        get
        {
            if (_length >= 0) return true;
            long expected = 1;
            bool isDense = true;
            for (int axis = 0; axis < _shape.Length; axis++)
            {
                if (_shape[axis] == 0) return true;
                if (_shape[axis] > 1 && _strides[axis] != expected) isDense = false;
                expected *= _shape[axis];
            }
            return isDense;
        }
    }

    private static ArgumentNullException Absent(string name) => new(name, $"The argument {name} is not optional: pass an array.");

    private ShapeMismatchException WrongNDim(int ndim, string name) =>
        new($"The argument {name} has {ndim} dimensions, and the array that was passed {NDim}. Nothing was called.");

    private ShapeMismatchException Gaps(string name) => new($"The argument {name} needs elements without gaps, first index fastest; the array has the shape " +
        $"({string.Join(", ", _shape.ToArray())}) with the strides ({string.Join(", ", _strides.ToArray())}). Transpose a row-major view, or pass a copy. Nothing was called.");
}
