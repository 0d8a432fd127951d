namespace DistArray;

/// <summary>Indices, ranges, new axes and the ellipsis: views.</summary>
internal static class BasicIndexing
{
    /// <summary>The view that the indices describe.</summary>
    public static DistArray<T> Apply<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        AxisIndex[] complete = Complete(indices, array.Shape);
        Check(complete, array.Shape);
        DistArray<T> view = array.Evaluate();
        int axis = 0;
        foreach (AxisIndex index in complete)
        {
            switch (index.Kind)
            {
                case AxisIndexKind.NewAxis:
                    view = view.InsertAxis(axis++);
                    break;
                case AxisIndexKind.Index:
                    view = view.SelectIndex(axis, index.Index < 0 ? index.Index + view.Shape[axis] : index.Index);
                    break;
                default:
                    (long start, long step, long count) = index.Slice.On(view.Shape[axis]);
                    view = view.SliceAxis(axis++, start, step, count);
                    break;
            }
        }
        return ReferenceEquals(view, array) ? array.View() : view;
    }

    /// <summary>The indices with the ellipsis spelled out: one each an axis, and the new axes.</summary>
    public static AxisIndex[] Complete(ReadOnlySpan<AxisIndex> indices, ReadOnlySpan<long> shape)
    {
        int used = 0, ellipsis = -1;
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i].Kind == AxisIndexKind.Ellipsis)
            {
                if (ellipsis >= 0) throw new ArgumentException("There are two ellipses among the indices. Use one.", nameof(indices));
                ellipsis = i;
            }
            else
            {
                used += indices[i].Kind switch { AxisIndexKind.NewAxis => 0, AxisIndexKind.Array when indices[i].Array is DistArray<bool> mask => mask.NDim, _ => 1 };
            }
        }
        if (used > shape.Length)
            throw new ArgumentException($"There are {used} indices for the {shape.Length} axes of shape {ShapeText.Of(shape)}. Leave some out.", nameof(indices));
        AxisIndex[] rest = new AxisIndex[shape.Length - used];
        Array.Fill(rest, AxisIndex.All);
        return ellipsis < 0 ? [.. indices, .. rest] : [.. indices[..ellipsis], .. rest, .. indices[(ellipsis + 1)..]];
    }

    /// <summary>Throws where an index or a mask does not fit: before an unstructured axis is asked for an index, which is collective.</summary>
    public static void Check(AxisIndex[] indices, ReadOnlySpan<long> shape)
    {
        int axis = 0;
        foreach (AxisIndex index in indices)
        {
            if (index.Kind == AxisIndexKind.NewAxis) continue;
            if (index.Array is DistArray<bool> mask)
            {
                if (!mask.Shape.SequenceEqual(shape.Slice(axis, mask.NDim)))
                    throw new ShapeMismatchException($"Index: a mask of shape {ShapeText.Of(mask.Shape)} does not fit the axes from {axis} on of shape {ShapeText.Of(shape)}. Give one of shape {ShapeText.Of(shape.Slice(axis, mask.NDim))}.");
                axis += mask.NDim;
                continue;
            }
            if (index.Kind == AxisIndexKind.BehindEnd || (index.Kind == AxisIndexKind.Index && (index.Index >= shape[axis] || index.Index < -shape[axis])))
                throw new ArgumentOutOfRangeException(nameof(indices), $"Index {(index.Kind == AxisIndexKind.BehindEnd ? "^0" : index.Index)} is outside of axis {axis} of shape {ShapeText.Of(shape)}.");
            if (index.Kind == AxisIndexKind.Slice) index.Slice.On(shape[axis]);
            axis++;
        }
    }
}
