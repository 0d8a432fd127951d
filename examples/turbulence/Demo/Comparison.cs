namespace Demo;

/// <summary>Two files, byte by byte.</summary>
/// <param name="Compared">Bytes compared.</param>
/// <param name="Differing">Bytes that differ.</param>
internal sealed record Comparison(long Compared, long Differing)
{
    /// <summary>Compares two files.</summary>
    /// <exception cref="DemoFailedException">They have different sizes.</exception>
    public static Comparison Of(string first, string second)
    {
        byte[] a = File.ReadAllBytes(first), b = File.ReadAllBytes(second);
        if (a.Length != b.Length || a.Length == 0)
            throw new DemoFailedException($"{first} has {a.Length} bytes, {second} {b.Length}.");
        return new Comparison(a.Length, a.Zip(b).LongCount(pair => pair.First != pair.Second));
    }
}
