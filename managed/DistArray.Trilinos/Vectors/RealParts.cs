using System.Numerics;

namespace DistArray.Trilinos;

/// <summary>Complex arrays as real ones of one more axis, over the same memory.</summary>
internal static unsafe class RealParts
{
    /// <summary>The real and imaginary parts along a new axis, which is the fastest of the flattened array in either numbering.</summary>
    public static DistArray<double> Of(DistArray<Complex> array, MemoryOrder numbering)
    {
        LocalView<Complex> view = array.LocalView;
        int axis = numbering == MemoryOrder.RowMajor ? array.NDim : 0;
        var shape = view.Shape.ToArray().ToList();
        var strides = Array.ConvertAll(view.Strides.ToArray(), stride => 2 * stride).ToList();
        shape.Insert(axis, 2);
        strides.Insert(axis, 1);
        double* first = view.Size > 0 ? (double*)view.Pointer : (double*)array.Block.Owner.Pointer;
        return DistArray<double>.Wrap(array.Distribution.InsertAxis(axis, 2), new LocalBlock<double>(first, shape.ToArray(), strides.ToArray(), array.Block.Owner));
    }
}
