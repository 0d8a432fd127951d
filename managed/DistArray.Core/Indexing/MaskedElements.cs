namespace DistArray;

/// <summary>The elements of an array where a mask is true, in row-major order of the whole array whatever the distribution.</summary>
internal static unsafe partial class MaskedElements
{
    /// <summary>Indices of the true elements, an array of one dimension each axis. <b>Collective.</b></summary>
    public static DistArray<long>[] NonZero(DistArray<bool> mask)
    {
        MaskedOrder order = MaskedOrder.Of(mask);
        var indices = new DistArray<long>[mask.NDim];
        long[] rest = order.Places;
        for (int axis = mask.NDim - 1; axis >= 0; axis--)
        {
            long extent = mask.Shape[axis];
            var list = new long[rest.Length];
            for (int i = 0; i < list.Length; i++) (rest[i], list[i]) = Math.DivRem(rest[i], extent);
            indices[axis] = OfLocal<long>(order.Distribution, list);
        }
        return indices;
    }

    /// <summary>Places in row-major order of the true elements. <b>Collective.</b></summary>
    public static DistArray<long> FlatNonZero(DistArray<bool> mask)
    {
        MaskedOrder order = MaskedOrder.Of(mask);
        return OfLocal<long>(order.Distribution, order.Places);
    }

    /// <summary>The elements where a mask of the same shape is true, as a new array of one dimension. <b>Collective.</b></summary>
    public static DistArray<T> Select<T>(DistArray<T> array, DistArray<bool> mask) where T : unmanaged
    {
        (array, mask) = Together("Index", array, mask);
        bool[] isTrue = mask.LocalToArray();
        var values = new T[isTrue.AsSpan().Count(true)];
        var walk = new MaskedWalk(isTrue, array.Distribution.LocalSize == 0 ? default : array.ReadOperand(), array.LocalShape);
        for (int i = 0; walk.MoveNext(); i++) values[i] = *(T*)walk.Address;
        GC.KeepAlive(array);
        MaskedOrder order = MaskedOrder.Of(mask.Distribution, isTrue);
        return OfLocal<T>(order.Distribution, order.Arrange(values));
    }

    /// <summary>Writes the elements where a mask of the same shape is true: with one value, or as many as there are. Local with a literal for value and a mask that lies
    /// where the array does, else <b>collective</b>.</summary>
    /// <param name="operation">Name for errors.</param>
    /// <param name="array">The array.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="value">The value or values.</param>
    /// <param name="repeats">Whether there may be more or fewer values, which are gone over again and again.</param>
    public static void Store<T>(string operation, DistArray<T> array, DistArray<bool> mask, DistArray<T> value, bool repeats = false) where T : unmanaged
    {
        (DistArray<T> own, mask) = array.Distribution.IsLiteral && !mask.Distribution.IsLiteral
            ? (array, DistArray<bool>.Literal(mask.ToArray(), mask.Shape))
            : (array, mask.Realign(array.Distribution, operation));
        if (value.NDim > 1 && !repeats)
            throw new ShapeMismatchException($"{operation}: values of shape {ShapeText.Of(value.Shape)} have more than one dimension, which a mask of the whole array does not take. Ravel them.");
        if (value.Size == 1)
        {
            own.Assign(value.NDim == 0 ? value : value.Squeeze(), mask);
            return;
        }
        bool[] isTrue = mask.LocalToArray();
        (long[] numbers, long count) = MaskedOrder.Numbers(mask.Distribution, isTrue);
        if (repeats && count > 0 && value.Size == 0) throw new ArgumentException($"{operation}: there are no values for the {count} elements.", nameof(value));
        if (!repeats && value.Size != count)
            throw new ShapeMismatchException($"{operation}: the mask is true for {count} elements, but the values are of shape {ShapeText.Of(value.Shape)}. Give one, or as many.");
        if (count == 0) return;
        for (int i = 0; i < numbers.Length; i++) numbers[i] %= value.Size;
        var values = new T[numbers.Length];
        ElementGather.Fetch(value.IsWholeHere ? value.AsLiteral() : value, numbers, values, operation);
        var walk = new MaskedWalk(isTrue, own.Distribution.LocalSize == 0 ? default : own.WriteOperand(), own.LocalShape);
        for (int i = 0; walk.MoveNext(); i++) *(T*)walk.Address = values[i];
        GC.KeepAlive(own);
    }

    /// <summary>An array of one dimension of what each rank has of it.</summary>
    public static DistArray<T> OfLocal<T>(Distribution distribution, T[] elements) where T : unmanaged
    {
        DistArray<T> array = DistArray<T>.Allocate(distribution, MemoryOrder.RowMajor, zero: false);
        elements.CopyTo(array.LocalSpan);
        return array;
    }

    // The mask goes to where the array is; an array that every rank has to where the mask is.
    private static (DistArray<T> Array, DistArray<bool> Mask) Together<T>(string operation, DistArray<T> array, DistArray<bool> mask) where T : unmanaged => array.IsWholeHere
        ? (array.Realign(mask.Distribution, operation), mask)
        : (array, mask.Realign(array.Distribution, operation));
}
