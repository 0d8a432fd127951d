namespace DistArray;

/// <summary>The numbers of elements in the row-major order of the whole array, as an operand that is walked along with the elements.</summary>
internal static class GlobalNumbers
{
    public static LocalOperand Of(Distribution distribution)
    {
        int ndim = distribution.NDim;
        var strides = new long[ndim];
        long[]?[]? tables = null;
        long first = 0, stride = 1;
        for (int axis = ndim - 1; axis >= 0; axis--)
        {
            DimMap map = distribution.DimMaps[axis];
            IndexRun[] runs = [.. map.Runs(distribution.GridCoordinates[axis]).Take(2)];
            strides[axis] = stride;
            if (runs.Length == 1) first += runs[0].GlobalStart * stride;
            else
            {
                long step = stride;
                tables ??= new long[]?[ndim];
                tables[axis] = Array.ConvertAll(OwnedElements.GlobalIndices(map, distribution.GridCoordinates[axis]), index => index * step);
            }
            stride = checked(stride * map.Size);
        }
        return new LocalOperand((nint)first, strides, tables);
    }
}
