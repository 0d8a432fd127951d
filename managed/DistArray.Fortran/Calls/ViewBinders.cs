using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>An array with its strides: a descriptor.</summary>
internal abstract unsafe class DescriptorBinder<T> : PointerBinder where T : unmanaged
{
    public sealed override int ExtraBytes(object value)
    {
        NativeStatus.Check(NativeFortran.DescriptorSize(NDimOf(value), out long bytes));
        return (int)bytes;
    }

    protected abstract int NDimOf(object value);

    protected static void* Establish(void* descriptor, T* address, ReadOnlySpan<int> shape, ReadOnlySpan<long> strides)
    {
        int ndim = shape.Length;
        long* extents = stackalloc long[ndim];
        long* byteStrides = stackalloc long[ndim];
        for (int axis = 0; axis < ndim; axis++)
        {
            extents[axis] = shape[axis];
            byteStrides[axis] = strides[axis] * sizeof(T);
        }
        NativeStatus.Check(NativeFortran.DescriptorEstablish(descriptor, address, (int)ElementTypes.Of<T>(), ndim, extents, byteStrides));
        return descriptor;
    }
}

/// <summary>A view.</summary>
internal sealed unsafe class ViewBinder<T> : DescriptorBinder<T> where T : unmanaged
{
    protected override int NDimOf(object value) => ((LocalView<T>)value).NDim;

    protected override void* AddressOf(object value, ref ArgumentSlot slot)
    {
        var view = (LocalView<T>)value;
        return Establish(slot.Extra, view.Pointer, view.Shape, view.Strides);
    }
}

/// <summary>This rank's part of a distributed array, with its halo.</summary>
internal sealed unsafe class DistArrayBinder<T> : DescriptorBinder<T> where T : unmanaged
{
    protected override int NDimOf(object value) => ((DistArray<T>)value).NDim;

    protected override void* AddressOf(object value, ref ArgumentSlot slot)
    {
        LocalView<T> view = ((DistArray<T>)value).LocalViewWithHalo;
        return Establish(slot.Extra, view.Pointer, view.Shape, view.Strides);
    }
}

/// <summary>A managed array with a shape of its own, first index fastest.</summary>
internal sealed unsafe class ShapedArrayBinder<T> : DescriptorBinder<T> where T : unmanaged
{
    protected override int NDimOf(object value) => ((ShapedArray)value).Shape.Length;

    protected override void* AddressOf(object value, ref ArgumentSlot slot)
    {
        var array = (ShapedArray)value;
        Span<long> strides = stackalloc long[array.Shape.Length];
        long stride = 1;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = stride;
            stride *= array.Shape[axis];
        }
        return Establish(slot.Extra, ArrayBinder<T>.Pinned(array.Elements, ref slot), array.Shape, strides);
    }

    internal sealed record ShapedArray(T[] Elements, int[] Shape);
}

/// <summary>A view without gaps: the address of its first element.</summary>
internal sealed unsafe class ExplicitBinder<T> : PointerBinder where T : unmanaged
{
    protected override void* AddressOf(object value, ref ArgumentSlot slot) => ((LocalView<T>)value).Pointer;
}
