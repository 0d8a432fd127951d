namespace DistArray;

/// <summary>Stores an expression that reads ghosts: first what needs none, while they are on their way, then the layers at the sides.</summary>
internal static class InteriorFirst
{
    public static void Store(FusedExpression expression, LocalOperand destination)
    {
        if (Array.TrueForAll(expression.Reads, read => read.Update.HasEnded))
        {
            expression.WithGhosts(); // throws where an exchange has failed
            FusedEvaluation.Store(expression.Program, expression.Shape, destination, expression.Inputs, expression.Constants);
            return;
        }
        var low = new int[expression.Shape.Length];
        int[] high = [.. expression.Shape];
        foreach (HaloRead read in expression.Reads)
        {
            if (read.Update.HasEnded) continue;
            if (read.Offset < 0) low[read.Axis] = Math.Max(low[read.Axis], -read.Offset);
            else high[read.Axis] = Math.Min(high[read.Axis], expression.Shape[read.Axis] - read.Offset);
        }
        Store(expression, destination, low, high);
        expression.WithGhosts();
        Sides(expression, destination, low, high);
    }

    // Slabs around the interior: along each axis what lies below and above of it, within it along the axes before.
    private static void Sides(FusedExpression expression, LocalOperand destination, int[] low, int[] high)
    {
        var first = new int[low.Length];
        int[] last = [.. expression.Shape];
        for (int axis = 0; axis < low.Length; axis++)
        {
            int below = Math.Clamp(low[axis], 0, last[axis]), above = Math.Clamp(high[axis], below, last[axis]), end = last[axis];
            last[axis] = below;
            Store(expression, destination, first, last);
            (first[axis], last[axis]) = (above, end);
            Store(expression, destination, first, last);
            (first[axis], last[axis]) = (below, above);
        }
    }

    private static void Store(FusedExpression expression, LocalOperand destination, int[] first, int[] last)
    {
        var shape = new int[first.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = last[axis] - first[axis];
            if (shape[axis] <= 0) return;
        }
        FusedEvaluation.Store(expression.Program, shape, destination.From(first), Array.ConvertAll(expression.Inputs, input => input.From(first)), expression.Constants);
    }
}
