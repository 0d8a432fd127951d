namespace DistArray;

/// <summary>Masks of the elements that are not NaN.</summary>
internal static class NanMask
{
    /// <summary>Where an element is no NaN, and a mask is true.</summary>
    public static ReductionInput Of<T>(string name, DistArray<T> array, ReductionInput input, DistArray<bool>? where) where T : unmanaged
    {
        ReductionInput numbers = input.Apply(Ufunc.IsNaN).Apply(Ufunc.LogicalNot);
        if (ReductionInput.Mask(name, where, array.Distribution) is not { } mask) return numbers;
        ElementKernel and = ElementKernels.Find(Ufunc.LogicalAnd, ElementType.Boolean, ElementType.Boolean);
        return numbers with { Expression = FusedExpressions.Apply(and, numbers.Expression, mask.Expression) };
    }
}
