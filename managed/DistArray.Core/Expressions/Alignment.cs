namespace DistArray;

/// <summary>Brings the operands of an operation together: the result's shape and distribution, and each operand where the result needs it.</summary>
/// <remarks>The operand that has the result's shape stays where it is, the first of several; one that every rank has whole only where all are so. What is
/// decided depends on shapes and distributions alone, and so is the same on every rank.</remarks>
internal static class Alignment
{
    /// <summary>Aligns the operands in their place; the distribution of the result.</summary>
    public static Distribution Align(string operation, Span<IOperand> operands)
    {
        if (AreAlike(operands, out Distribution? common)) return common;
        long[] shape = BroadcastShape(operation, operands);
        IOperand leader = Leader(operation, operands, shape);
        Distribution target = Spread(leader.Distribution, shape);
        for (int i = 0; i < operands.Length; i++) operands[i] = operands[i].Realign(Needed(target, operands[i].Distribution.Shape), operation);
        return target;
    }

    /// <summary>Where a rank needs the elements of an array of a shape that is spread over a distribution.</summary>
    public static Distribution Needed(Distribution target, ReadOnlySpan<long> shape)
    {
        return shape.SequenceEqual(target.Shape) ? target : target.Relatives.Get(spread: false, shape, static (target, shape) => Collapsed(target, shape));
    }

    private static Distribution Collapsed(Distribution target, ReadOnlySpan<long> shape)
    {
        Distribution needed = target.WithoutHalo();
        int missing = target.NDim - shape.Length;
        for (int axis = target.NDim - 1; axis >= 0; axis--)
        {
            if (axis < missing) needed = needed.Collapse(axis);
            else if (shape[axis - missing] == 1 && target.Shape[axis] != 1) needed = needed.Collapse(axis).Insert(axis, new ReplicatedMap(1));
        }
        return needed;
    }

    /// <summary>The shape that the operands have together.</summary>
    public static long[] BroadcastShape(string operation, ReadOnlySpan<IOperand> operands)
    {
        long[] shape = operands[0].Distribution.Shape.ToArray();
        foreach (IOperand operand in operands[1..]) shape = Broadcast(operation, shape, operand.Distribution.Shape);
        return shape;
    }

    /// <summary>The shape that two shapes have together.</summary>
    public static long[] Broadcast(string operation, ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        var shape = new long[Math.Max(left.Length, right.Length)];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int i = axis - (shape.Length - left.Length), j = axis - (shape.Length - right.Length);
            long a = i < 0 ? 1 : left[i], b = j < 0 ? 1 : right[j];
            if (a != b && a != 1 && b != 1)
                throw new ShapeMismatchException($"{operation}: shapes {ShapeText.Of(left)} and {ShapeText.Of(right)} do not broadcast (axis {axis}: {a} and {b}). Reshape or slice one of them.");
            shape[axis] = a == 1 ? b : a;
        }
        return shape;
    }

    private static bool AreAlike(ReadOnlySpan<IOperand> operands, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Distribution? common)
    {
        common = null;
        bool zeroDimensional = true;
        foreach (IOperand operand in operands)
        {
            if (operand.Distribution.IsLiteral && operand.Distribution.NDim == 0) continue;
            zeroDimensional = false;
            common ??= operand.Distribution;
            if (!ReferenceEquals(common, operand.Distribution)) return false;
        }
        if (zeroDimensional) common = operands[0].Distribution;
        return common is not null;
    }

    // The one that has most elements: the others come to it. Literals go anywhere, and so do arrays that every rank has whole.
    private static IOperand Leader(string operation, ReadOnlySpan<IOperand> operands, ReadOnlySpan<long> shape)
    {
        IOperand? leader = null;
        foreach (IOperand operand in operands)
        {
            if (operand.Distribution.IsLiteral) continue;
            if (leader is null)
            {
                leader = operand;
                continue;
            }
            if (!leader.Distribution.Communicator.IsCongruentTo(operand.Distribution.Communicator))
                throw new DistributionMismatchException($"{operation}: the operands live on different communicators: {leader.Distribution} on {leader.Distribution.Communicator} and {operand.Distribution} on {operand.Distribution.Communicator}. Create both over the same one.");
            if (Weight(operand, shape).CompareTo(Weight(leader, shape)) > 0) leader = operand;
        }
        if (leader is not null) return leader;
        leader = operands[0];
        foreach (IOperand operand in operands)
            if (operand.Distribution.Size > leader.Distribution.Size) leader = operand;
        return leader;
    }

    private static (bool Full, bool Divided, long Size) Weight(IOperand operand, ReadOnlySpan<long> shape) =>
        (operand.Distribution.Shape.SequenceEqual(shape), !operand.Distribution.IsReplicated, operand.Distribution.Size);

    // The leader's distribution for a larger shape: along axes that it lacks, or has one element of, the result is not divided.
    private static Distribution Spread(Distribution leader, ReadOnlySpan<long> shape)
    {
        return leader.Shape.SequenceEqual(shape) ? leader : leader.Relatives.Get(spread: true, shape, static (leader, shape) => Expanded(leader, shape));
    }

    private static Distribution Expanded(Distribution leader, ReadOnlySpan<long> shape)
    {
        Distribution spread = leader.WithoutHalo();
        int missing = shape.Length - leader.NDim;
        for (int axis = 0; axis < leader.NDim; axis++)
        {
            if (leader.Shape[axis] == 1 && shape[missing + axis] != 1)
                spread = spread.Select(axis, spread.PartOf(axis, 0)).Insert(axis, new ReplicatedMap(shape[missing + axis]));
        }
        for (int axis = 0; axis < missing; axis++) spread = spread.Insert(axis, new ReplicatedMap(shape[axis]));
        return spread;
    }
}
