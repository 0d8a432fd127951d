namespace DistArray;

/// <summary>What is reduced: an expression over what this rank owns of a distributed array.</summary>
internal sealed record ReductionInput(Distribution Distribution, FusedExpression Expression, MemoryOrder Order)
{
    /// <summary>Type of the elements.</summary>
    public ElementType ElementType => Expression.Program.Result;

    /// <summary>Whether this rank's elements count in what all ranks have together.</summary>
    public bool Counts => (Distribution.IsPrimary || Distribution.IsReplicated) && Distribution.LocalSize > 0;

    /// <summary>The elements of an array.</summary>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    public static ReductionInput Of<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return new ReductionInput(array.Distribution, array.Fuse(), array.Order);
    }

    /// <summary>The results of a kernel of one operand.</summary>
    public ReductionInput Apply(ElementKernel kernel) => this with { Expression = FusedExpressions.Apply(kernel, Expression) };

    /// <summary>The results of a function of one operand.</summary>
    public ReductionInput Apply(Ufunc ufunc) => Apply(ElementKernels.Find(ufunc, ElementType));

    /// <summary>The elements in another type.</summary>
    public ReductionInput Cast(ElementType type) => type == ElementType ? this : Apply(ElementKernels.FindCast(ElementType, type));

    /// <summary>The elements of a mask, brought to those of an array of a distribution and spread over its shape; null where there is none.</summary>
    /// <exception cref="ShapeMismatchException">The mask does not broadcast to the shape.</exception>
    /// <remarks><b>Collective</b> where the mask lies elsewhere.</remarks>
    public static ReductionInput? Mask(string name, DistArray<bool>? where, Distribution distribution)
    {
        if (where is null) return null;
        if (!Alignment.Broadcast(name, distribution.Shape, where.Shape).AsSpan().SequenceEqual(distribution.Shape))
            throw new ShapeMismatchException($"{name}: the mask of shape {ShapeText.Of(where.Shape)} does not broadcast to the array's shape {ShapeText.Of(distribution.Shape)}. Reshape or slice it.");
        DistArray<bool> aligned = where.Realign(Alignment.Needed(distribution, where.Shape), name);
        return new ReductionInput(distribution, aligned.FuseOver(distribution).WithGhosts(), where.Order);
    }

    /// <summary>The elements where a mask is true, and 0 elsewhere.</summary>
    public ReductionInput Where(ReductionInput? mask) => Where(mask, default(FusedConstant));

    /// <summary>The elements where a mask is true, and a value elsewhere.</summary>
    public ReductionInput Where<T>(ReductionInput? mask, T otherwise) where T : unmanaged => Where(mask, FusedConstant.Of(otherwise));

    private ReductionInput Where(ReductionInput? mask, FusedConstant otherwise)
    {
        if (mask is null) return this;
        FusedExpression constant = FusedExpressions.Constant(Expression.Shape, ElementType, otherwise);
        return this with { Expression = FusedExpressions.Apply(ElementKernels.Find(Ufunc.Where, ElementType.Boolean, ElementType, ElementType), mask.Expression, Expression, constant) };
    }
}
