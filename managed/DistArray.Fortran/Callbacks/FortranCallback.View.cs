using DistArray.Bindings;

namespace DistArray.Fortran;

public sealed unsafe partial class FortranCallback
{
    [ThreadStatic]
    private static Lifetime? t_running;

    /// <summary>Reads an array that Fortran hands to a callback with an assumed shape, <c>a(:,:)</c>.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="descriptor">The argument that the callback got.</param>
    /// <returns>A view of Fortran's memory, axes in Fortran's order; it ends with the callback.</returns>
    /// <exception cref="ArrayTypeMismatchException">The elements are of another type.</exception>
    /// <exception cref="NotSupportedException">The elements' type or strides cannot be shown.</exception>
    /// <remarks>Call it in the callback. An explicit-shape array, <c>a(n)</c>, comes as its bare address and has no descriptor.</remarks>
    public static LocalView<T> View<T>(nint descriptor) where T : unmanaged
    {
        DaStatus status = NativeFortran.DescriptorRead((void*)descriptor, out DaFortranArray read);
        if (status == DaStatus.ErrUnsupported)
            throw new NotSupportedException($"The array that Fortran hands over cannot be shown: {NativeStatus.LastErrorText()}");
        NativeStatus.Check(status);
        var array = new FortranArray("argument of a callback", read);
        if (array.ElementType != ElementTypes.Of<T>())
            throw new ArrayTypeMismatchException($"Fortran hands over elements of {ElementTypes.NameOf(array.ElementType)}, and the callback reads " +
                $"{ElementTypes.NameOf(ElementTypes.Of<T>())}. Read {ElementTypes.NetTypeOf(array.ElementType).Name}.");
        Lifetime lifetime = t_running ??= new Lifetime();
        ForeignMemory memory = StridedMemory.Borrow((nint)read.Address, sizeof(T), array.Shape, array.ByteStrides, array.Name, null,
            lifetime.Problem);
        return StridedMemory.Block<T>((nint)read.Address, array.Shape, array.ByteStrides, array.Name, memory).View;
    }

    /// <summary>An array that Fortran hands to a callback by its bare address, with an explicit shape.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="address">The argument that the callback got.</param>
    /// <param name="shape">Extents, in Fortran's order of axes.</param>
    /// <returns>A view of Fortran's memory; it ends with the callback.</returns>
    /// <remarks>Call it in the callback.</remarks>
    public static LocalView<T> View<T>(nint address, params ReadOnlySpan<long> shape) where T : unmanaged
    {
        long[] extents = [.. shape.ToArray().Select(extent => Math.Max(extent, 0))], strides = new long[shape.Length];
        long stride = sizeof(T);
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = stride;
            stride = checked(stride * extents[axis]);
        }
        Lifetime lifetime = t_running ??= new Lifetime();
        ForeignMemory memory = StridedMemory.Borrow(address, sizeof(T), extents, strides, "argument of a callback", null, lifetime.Problem);
        return StridedMemory.Block<T>(address, extents, strides, "argument of a callback", memory).View;
    }

    private sealed class Lifetime
    {
        public bool HasEnded { get; set; }

        public string? Problem() => HasEnded ? "The callback that got this array has ended, and with it the view. Copy what is needed later." : null;
    }
}
