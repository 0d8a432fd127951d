namespace DistArray.Testing.Assertions;

/// <summary>A piece of memory: its first byte, and the one behind its last.</summary>
internal readonly record struct AddressRange(nint First, nint End)
{
    public bool IsEmpty => First == End;

    public bool Contains(AddressRange other) => First <= other.First && other.End <= End;

    /// <summary>Where the elements of a view lie.</summary>
    public static unsafe AddressRange Of<T>(LocalView<T> view) where T : unmanaged
    {
        if (view.Size == 0) return default;
        long low = 0, high = 0;
        for (int axis = 0; axis < view.NDim; axis++)
        {
            long reach = (view.Shape[axis] - 1) * view.Strides[axis];
            if (reach < 0) low += reach;
            else high += reach;
        }
        return new AddressRange((nint)(view.Pointer + low), (nint)(view.Pointer + high + 1));
    }
}
