using System.Numerics;

namespace DistArray;

/// <summary>Shapes and indices as NumPy writes them: (8, 4), (8,), ().</summary>
internal static class ShapeText
{
    public static string Of<T>(ReadOnlySpan<T> values) where T : IBinaryInteger<T> =>
        values.Length == 1 ? $"({values[0]},)" : $"({string.Join(", ", values.ToArray())})";
}
