namespace DistArray.Fortran;

/// <summary>Fortran's description of memory, in bytes, as a block of .NET elements.</summary>
internal static unsafe class StridedMemory
{
    /// <summary>Borrows memory as foreign memory from its lowest address on.</summary>
    /// <param name="address">Of the first element.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    /// <param name="shape">Extents.</param>
    /// <param name="byteStrides">Strides in bytes, of any sign.</param>
    /// <param name="name">Name of the array for messages.</param>
    /// <param name="keepAlive">What the memory lives with.</param>
    /// <param name="problem">Why it must not be used any more, or null while it may.</param>
    public static ForeignMemory Borrow(nint address, int elementBytes, IReadOnlyList<long> shape, IReadOnlyList<long> byteStrides, string name,
        object? keepAlive, Func<string?> problem)
    {
        long low = 0, high = elementBytes;
        for (int axis = 0; axis < shape.Count; axis++)
        {
            if (shape[axis] == 0)
                return new ForeignMemory((void*)address, 0, name, keepAlive, problem);
            long reach = checked((shape[axis] - 1) * byteStrides[axis]);
            low += Math.Min(reach, 0);
            high += Math.Max(reach, 0);
        }
        return new ForeignMemory((byte*)address + low, high - low, name, keepAlive, problem);
    }

    /// <summary>The memory as a block of elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="address">Of the first element.</param>
    /// <param name="shape">Extents.</param>
    /// <param name="byteStrides">Strides in bytes, of any sign.</param>
    /// <param name="name">Name of the array for messages.</param>
    /// <param name="owner">The memory.</param>
    /// <exception cref="NotSupportedException">An extent has more than 2^31-1 elements, or a stride is no multiple of an element.</exception>
    public static LocalBlock<T> Block<T>(nint address, IReadOnlyList<long> shape, IReadOnlyList<long> byteStrides, string name, MemoryOwner owner)
        where T : unmanaged
    {
        Span<int> extents = stackalloc int[shape.Count];
        Span<long> strides = stackalloc long[shape.Count];
        for (int axis = 0; axis < shape.Count; axis++)
        {
            if (shape[axis] > int.MaxValue)
                throw new NotSupportedException($"Axis {axis} of the array '{name}' has {shape[axis]} elements in one rank's memory, more than 2^31-1. Use more ranks.");
            if (byteStrides[axis] % sizeof(T) != 0)
                throw new NotSupportedException($"Neighbours along axis {axis} of the array '{name}' are {byteStrides[axis]} bytes apart, no multiple of " +
                    $"an element's {sizeof(T)}: it is a component of a derived type. Publish a copy of it.");
            extents[axis] = (int)shape[axis];
            strides[axis] = byteStrides[axis] / sizeof(T);
        }
        return new LocalBlock<T>((T*)address, extents, strides, owner);
    }
}
