using System.Numerics;

namespace DistArray;

/// <summary>Smallest and largest elements.</summary>
internal static class Extremes
{
    /// <summary>The extreme of all elements.</summary>
    public static T All<T, TRule>(string name, DistArray<T> array, T? initial, DistArray<bool>? where) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        ReductionInput input = ReductionInput.Of(array);
        Check(name, initial, where);
        if (array.Size == 0 && initial is null) throw Empty(name, array.Distribution);
        T extreme = Reduction.All<Extreme<T, TRule>, T>(input.Where(ReductionInput.Mask(name, where, array.Distribution), TRule.Identity), default);
        return initial is { } first ? TRule.Pick(first, extreme) : extreme;
    }

    /// <summary>Starts the extreme of all elements.</summary>
    public static ReductionRequest<T> Begin<T, TRule>(string name, DistArray<T> array) where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        ReductionInput input = ReductionInput.Of(array);
        if (array.Size == 0) throw Empty(name, array.Distribution);
        return Reduction.Begin<Extreme<T, TRule>, T, T>(input, default, extreme => extreme);
    }

    /// <summary>The extremes along axes.</summary>
    public static DistArray<T> Along<T, TRule>(string name, DistArray<T> array, AxisList axis, bool keepDims, T? initial, DistArray<bool>? where)
        where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
    {
        ReductionInput input = ReductionInput.Of(array);
        var axes = new ReductionAxes(array.Distribution, axis, keepDims);
        Check(name, initial, where);
        if (axes.Count == 0 && initial is null) throw Empty(name, array.Distribution);
        StateBuffer<T> extremes = Reduction.Along<Extreme<T, TRule>, T>(input.Where(ReductionInput.Mask(name, where, array.Distribution), TRule.Identity), axes, default);
        return ReductionResult.Of(extremes, axes, (T extreme) => initial is { } first ? TRule.Pick(first, extreme) : extreme);
    }

    public static InvalidOperationException Empty(string name, Distribution distribution) =>
        new($"{name}: an array of shape {ShapeText.Of(distribution.Shape)} has no elements to choose from. Give an initial value, or ask Size before.");

    private static void Check<T>(string name, T? initial, DistArray<bool>? where) where T : struct
    {
        if (where is not null && initial is null)
            throw new ArgumentException($"{name}: a mask may leave no elements, and then there is no {name.ToLowerInvariant()}imum. Give an initial value.", nameof(initial));
    }
}
