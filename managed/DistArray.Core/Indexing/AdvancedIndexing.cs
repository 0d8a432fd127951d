namespace DistArray;

/// <summary>Arrays of indices and masks: copies.</summary>
internal static class AdvancedIndexing
{
    public static DistArray<T> Get<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices) where T : unmanaged => throw new NotSupportedException("Arrays of indices and masks are not there yet.");

    public static void Set<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices, DistArray<T> value) where T : unmanaged => throw new NotSupportedException("Arrays of indices and masks are not there yet.");
}
