namespace DistArray.Trilinos;

/// <summary>This rank's rows of the matrix of a stencil.</summary>
internal static class StencilRows
{
    public static (long[] RowPointers, long[] Columns, double[] Values) Of(Distribution distribution, Stencil stencil, TrilinosMap map)
    {
        if (stencil.NDim != distribution.NDim)
            throw new ArgumentException($"The stencil has {stencil.NDim} axes, the array {distribution.NDim}.", nameof(stencil));
        long[] indices = map.Indices();
        long[] shape = distribution.Shape.ToArray(), weights = GlobalNumbering.Weights(shape, map.Numbering);
        (int[] Offset, double Coefficient)[] points = [.. stencil];
        var rowPointers = new long[indices.Length + 1];
        var columns = new long[checked(indices.Length * points.Length)];
        var values = new double[columns.Length];
        var place = new long[shape.Length];
        int count = 0;
        for (int row = 0; row < indices.Length; row++)
        {
            for (int axis = 0; axis < shape.Length; axis++) place[axis] = indices[row] / weights[axis] % shape[axis];
            foreach ((int[] offset, double coefficient) in points)
            {
                long column = 0;
                for (int axis = 0; axis < shape.Length && column >= 0; axis++)
                {
                    long at = place[axis] + offset[axis];
                    if ((ulong)at >= (ulong)shape[axis])
                    {
                        if (!distribution.Periodic[axis])
                        {
                            column = -1;
                            break;
                        }
                        at = ((at % shape[axis]) + shape[axis]) % shape[axis];
                    }
                    column += at * weights[axis];
                }
                if (column < 0) continue;
                columns[count] = column;
                values[count++] = coefficient;
            }
            rowPointers[row + 1] = count;
        }
        return (rowPointers, columns[..count], values[..count]);
    }
}
