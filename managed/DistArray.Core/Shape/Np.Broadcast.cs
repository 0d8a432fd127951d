namespace DistArray;

public static partial class Np
{
    /// <summary>An array spread to a larger shape: along axes that it lacks, or has one element of, all elements share memory.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="shape">The larger shape.</param>
    /// <returns>A read-only view on the ranks that own the elements; axes along which it is spread are not divided.</returns>
    /// <exception cref="ShapeMismatchException">The shape of the array does not broadcast to the larger one.</exception>
    /// <remarks>Local; <b>Collective</b> where an axis of one element is unstructured. Computes a pending array. As numpy.broadcast_to.</remarks>
    public static DistArray<T> BroadcastTo<T>(DistArray<T> array, params ReadOnlySpan<long> shape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (long extent in shape) ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
        if (!Alignment.Broadcast("BroadcastTo", array.Shape, shape).AsSpan().SequenceEqual(shape))
            throw new ShapeMismatchException($"BroadcastTo: shape {ShapeText.Of(array.Shape)} does not broadcast to {ShapeText.Of(shape)}. Reshape or slice the array.");
        DistArray<T> view = array.View().ReadOnly();
        int missing = shape.Length - array.NDim;
        for (int axis = 0; axis < array.NDim; axis++)
            if (shape[missing + axis] != array.Shape[axis]) view = view.RemoveAxis(axis).InsertAxis(axis, shape[missing + axis]);
        for (int axis = 0; axis < missing; axis++) view = view.InsertAxis(axis, shape[axis]);
        return view;
    }

    /// <summary>Arrays spread to the shape that they have together.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="args">The arrays.</param>
    /// <returns>Read-only views, as of <see cref="BroadcastTo"/>.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks>Local; <b>Collective</b> where an axis of one element is unstructured. Computes pending arrays. As numpy.broadcast_arrays.</remarks>
    public static DistArray<T>[] BroadcastArrays<T>(params ReadOnlySpan<DistArray<T>> args) where T : unmanaged
    {
        long[] shape = [];
        foreach (DistArray<T> array in args)
        {
            ArgumentNullException.ThrowIfNull(array);
            shape = Alignment.Broadcast("BroadcastArrays", shape, array.Shape);
        }
        var views = new DistArray<T>[args.Length];
        for (int i = 0; i < views.Length; i++) views[i] = BroadcastTo(args[i], shape);
        return views;
    }
}
