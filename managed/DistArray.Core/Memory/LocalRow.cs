namespace DistArray;

/// <summary>Elements at equal distances in memory.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <remarks>A bare address: do not keep it beyond the life of the array.</remarks>
public readonly unsafe struct LocalRow<T> where T : unmanaged
{
    internal LocalRow(T* pointer, long stride, long length)
    {
        Pointer = pointer;
        Stride = stride;
        Length = length;
    }

    /// <summary>Address of the first element.</summary>
    public T* Pointer { get; }

    /// <summary>Distance of neighbours in elements.</summary>
    public long Stride { get; }

    /// <summary>Number of elements.</summary>
    public long Length { get; }

    /// <summary>The elements as a span.</summary>
    /// <exception cref="InvalidOperationException">The stride is not 1, or they are more than a span can hold.</exception>
    public Span<T> Span => (Stride == 1 || Length <= 1) && Length <= int.MaxValue
        ? new Span<T>(Pointer, (int)Length)
        : throw new InvalidOperationException($"A row of {Length} elements with stride {Stride} is no span. Use Pointer and Stride.");
}
