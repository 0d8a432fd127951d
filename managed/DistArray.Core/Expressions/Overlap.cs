namespace DistArray;

/// <summary>Whether storing an expression would change elements that it still reads.</summary>
internal static class Overlap
{
    public static bool IsHarmful(FusedExpression expression, in LocalOperand destination, int size)
    {
        for (int i = 0; i < expression.Inputs.Length; i++)
        {
            ref LocalOperand input = ref expression.Inputs[i];
            if (IsSame(input, destination, expression.Shape)) continue;
            (nint first, nint last) = Reach(destination, expression.Shape, size);
            (nint low, nint high) = Reach(input, expression.Shape, ElementTypes.SizeOf(expression.Program.Inputs[i]));
            if (first < high && low < last) return true;
        }
        return false;
    }

    // Each element is read where it is written.
    private static bool IsSame(in LocalOperand left, in LocalOperand right, ReadOnlySpan<int> shape)
    {
        if (left.Pointer != right.Pointer) return false;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            long[]? a = left.Tables?[axis], b = right.Tables?[axis];
            if (a is null != b is null || (a is not null && !a.AsSpan().SequenceEqual(b))) return false;
            if (a is null && shape[axis] > 1 && left.ByteStrides[axis] != right.ByteStrides[axis]) return false;
        }
        return true;
    }

    private static (nint First, nint Last) Reach(in LocalOperand operand, ReadOnlySpan<int> shape, int size)
    {
        nint first = operand.Pointer, last = operand.Pointer;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (operand.Tables?[axis] is { } table)
            {
                first += (nint)Math.Min(0, table.Min());
                last += (nint)Math.Max(0, table.Max());
                continue;
            }
            nint reach = (nint)((shape[axis] - 1) * operand.ByteStrides[axis]);
            if (reach < 0) first += reach;
            else last += reach;
        }
        return (first, last + size);
    }
}
