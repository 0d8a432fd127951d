namespace DistArray;

/// <summary>Every step-th index of an axis from a start to before a stop, as NumPy's <c>start:stop:step</c>.</summary>
/// <param name="Start">First index, negative from the end; null for the first, or the last where the step is negative.</param>
/// <param name="Stop">Index before which to end, negative from the end; null for none.</param>
/// <param name="Step">Step, not 0; negative to go down; null for 1.</param>
public readonly record struct Slice(long? Start, long? Stop, long? Step = null)
{
    /// <summary>As NumPy writes it, such as "1:8:2".</summary>
    public override string ToString() => $"{Start}:{Stop}{(Step is null ? "" : $":{Step}")}";

    internal static Slice Of(Range range) => new(range.Start.IsFromEnd ? range.Start.Value == 0 ? long.MaxValue : -range.Start.Value : range.Start.Value,
        range.End.IsFromEnd ? range.End.Value == 0 ? null : -range.End.Value : range.End.Value);

    /// <summary>Start, step and number of the indices on an axis of a size.</summary>
    internal (long Start, long Step, long Count) On(long size)
    {
        long step = Step ?? 1;
        if (step == 0) throw new ArgumentException($"The slice {this} has the step 0. Use another, or an index.");
        long low = step > 0 ? 0 : -1, high = step > 0 ? size : size - 1;
        long start = Start is { } from ? Math.Clamp(from < 0 ? from + size : from, low, high) : step > 0 ? low : high;
        long stop = Stop is { } to ? Math.Clamp(to < 0 ? to + size : to, low, high) : step > 0 ? high : low;
        long length = step > 0 ? stop - start : start - stop, stride = step > 0 ? step : step == long.MinValue ? long.MaxValue : -step;
        if (length <= 0) return (0, 1, 0);
        return length <= stride ? (start, 1, 1) : (start, step, ((length - 1) / stride) + 1);
    }
}
