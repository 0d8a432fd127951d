namespace DistArray;

/// <summary>The leading bits of keys, and the digit that follows them.</summary>
/// <param name="Bits">The leading bits, with zeros after them.</param>
/// <param name="Shift">Number of bits after them.</param>
internal readonly record struct KeyPrefix(ulong Bits, int Shift)
{
    /// <summary>Values of a digit.</summary>
    public const int Digits = 1 << Width;

    private const int Width = 11;

    private int Below => Math.Max(Shift - Width, 0);

    public bool Includes(ulong key) => Shift >= 64 || (key ^ Bits) >> Shift == 0;

    public int Digit(ulong key) => (int)(key >> Below) & ((1 << (Shift - Below)) - 1);

    /// <summary>The prefix with one digit more.</summary>
    public KeyPrefix Next(int digit) => new(Bits | (ulong)digit << Below, Below);
}
