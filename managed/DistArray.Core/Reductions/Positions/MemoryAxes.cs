namespace DistArray;

/// <summary>The axes of an expression in the order in which its elements lie in memory, the farthest apart first, so that an ordered walk is a fast one.</summary>
internal static class MemoryAxes
{
    public static int[] Of(FusedExpression expression)
    {
        int[] axes = [.. Enumerable.Range(0, expression.Shape.Length)];
        if (expression.Inputs.Length == 0) return axes;
        long[] strides = expression.Inputs[0].ByteStrides;
        return [.. axes.OrderByDescending(axis => expression.Shape[axis] > 1 ? Math.Abs(strides[axis]) : 0)]; // stable
    }

    public static FusedExpression Permute(this FusedExpression expression, int[] axes) => expression with
    {
        Shape = Array.ConvertAll(axes, axis => expression.Shape[axis]),
        Inputs = Array.ConvertAll(expression.Inputs, input => input.Permute(axes)),
    };

    public static LocalOperand Permute(this LocalOperand operand, int[] axes) =>
        new(operand.Pointer, Array.ConvertAll(axes, axis => operand.ByteStrides[axis]), operand.Tables is null ? null : Array.ConvertAll(axes, axis => operand.Tables[axis]));

    /// <summary>The expression with the indices of an axis in another order.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="order">For each new index the old one.</param>
    public static FusedExpression Reorder(this FusedExpression expression, int axis, int[] order)
    {
        return expression with { Inputs = Array.ConvertAll(expression.Inputs, Reordered) };

        LocalOperand Reordered(LocalOperand input)
        {
            long[]?[] tables = input.Tables is null ? new long[]?[input.ByteStrides.Length] : [.. input.Tables];
            long[]? table = tables[axis];
            tables[axis] = Array.ConvertAll(order, local => table is null ? local * input.ByteStrides[axis] : table[local]);
            return input with { Tables = tables };
        }
    }
}
