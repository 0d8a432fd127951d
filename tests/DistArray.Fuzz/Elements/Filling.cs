namespace DistArray.Fuzz.Elements;

/// <summary>What the arrays of a program hold: distinct values by linear index, the same here and in oracle.py.</summary>
/// <param name="Kind">a: counts up; s: small, of both signs; p: small, above 0; h: eighths above 0; u: between -1 and 1; x: as s, with NaN, infinities
/// and zeros of both signs; w: of the whole range.</param>
/// <param name="Seed">Another order of the values.</param>
internal readonly record struct Filling(char Kind, int Seed)
{
    private static readonly double[] s_special = [-double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.0];

    public static Filling Parse(string text) => new(text[0], int.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same with other values, for imaginary parts.</summary>
    public Filling Other => this with { Seed = Seed + 1 };

    /// <summary>The value of an integer type, before it is cut to that type.</summary>
    public long Integer(long index) => Kind switch
    {
        'a' => index + 1 + Seed,
        'p' or 'h' => (((index * 37) + Seed) % 89) + 1,
        'u' => (((index * 37) + Seed) % 61) - 30,
        'w' => (long)Hash(index) >> 11,
        _ => (((index * 37) + (Seed * 11)) % 97) - 48,
    };

    public double Real(long index) => Kind switch
    {
        'h' => Integer(index) / 8.0,
        'u' => Integer(index) / 32.0,
        'x' when index % 3 == 0 => s_special[((index / 3) + Seed) % 5],
        'w' => (int)(Hash(index) >> 32) / 65536.0,
        _ => Integer(index),
    };

    public bool Bit(long index) => ((Hash(index) >> 40) & 1) != 0;

    private ulong Hash(long index)
    {
        ulong hash = unchecked((((ulong)index + 1) * 0x9E3779B97F4A7C15) + ((ulong)Seed * 0xBF58476D1CE4E5B9));
        return hash ^ (hash >> 29);
    }
}
