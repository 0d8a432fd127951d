using System.Numerics;

namespace DistArray;

/// <summary>A sum of doubles without any rounding: a number of fixed point that spans all of their exponents.</summary>
/// <remarks>Limb k counts 2^(32 k - 1074). A limb holds more than its 32 bits, so that carries wait.</remarks>
internal unsafe struct ExactState
{
    private const int Limbs = 70; // of 32 bits: from 2^-1074 to 2^1024, and sums of 2^63 of those
    private const int PlusInfinity = Limbs, MinusInfinity = Limbs + 1, NotANumber = Limbs + 2, Deposits = Limbs + 3;
    private const int LowestExponent = -1074;
    private const long MostDeposits = 1 << 30;

    /// <summary>Numbers of which a state consists, each of which is added by itself.</summary>
    public const int Words = Limbs + 4;

    private fixed long _words[Words];

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong mantissa = (ulong)bits & ((1UL << 52) - 1);
        if (exponent == 0x7FF)
        {
            _words[mantissa != 0 ? NotANumber : bits < 0 ? MinusInfinity : PlusInfinity]++;
            return;
        }
        if (exponent > 0) mantissa |= 1UL << 52;
        int position = Math.Max(exponent, 1) - 1, limb = position >> 5;
        UInt128 shifted = (UInt128)mantissa << (position & 31);
        long sign = bits < 0 ? -1 : 1;
        _words[limb] += sign * (long)(uint)shifted;
        _words[limb + 1] += sign * (long)(uint)(shifted >> 32);
        _words[limb + 2] += sign * (long)(uint)(shifted >> 64);
        if (++_words[Deposits] >= MostDeposits) Carry();
    }

    /// <summary>Adds the sum of another state.</summary>
    public void Add(in ExactState other)
    {
        Carry();
        ExactState carried = other;
        carried.Carry();
        for (int word = 0; word < Words; word++) _words[word] += carried._words[word];
    }

    /// <summary>Brings every limb but the last into 32 bits, so that as many states can be added word by word.</summary>
    public void Carry()
    {
        for (int limb = 0; limb < Limbs - 1; limb++)
        {
            _words[limb + 1] += _words[limb] >> 32;
            _words[limb] &= uint.MaxValue;
        }
        _words[Deposits] = 0;
    }

    /// <summary>The nearest double, ties to even.</summary>
    public readonly double ToDouble() => Round(53, 0);

    /// <summary>The nearest float, ties to even.</summary>
    public readonly float ToSingle() => (float)Round(24, -149 - LowestExponent);

    private readonly double Round(int precision, int lowestPlace)
    {
        if (_words[NotANumber] > 0 || (_words[PlusInfinity] > 0 && _words[MinusInfinity] > 0)) return double.NaN;
        if (_words[PlusInfinity] > 0) return double.PositiveInfinity;
        if (_words[MinusInfinity] > 0) return double.NegativeInfinity;
        ExactState magnitude = this;
        magnitude.Carry();
        bool isNegative = magnitude._words[Limbs - 1] < 0;
        if (isNegative)
        {
            for (int limb = 0; limb < Limbs; limb++) magnitude._words[limb] = -magnitude._words[limb];
            magnitude.Carry();
        }
        int top = Limbs - 1;
        while (top >= 0 && magnitude._words[top] == 0) top--;
        if (top < 0) return 0;
        int highest = (32 * top) + BitOperations.Log2((ulong)magnitude._words[top]), lowest = Math.Max(highest - precision + 1, lowestPlace);
        ulong kept = highest < lowest ? 0 : magnitude.Bits(lowest, highest - lowest + 1);
        if (lowest > 0 && magnitude.Bits(lowest - 1, 1) == 1 && ((kept & 1) == 1 || magnitude.HasBitsBelow(lowest - 1))) kept++;
        double result = Math.ScaleB(kept, lowest + LowestExponent);
        return isNegative ? -result : result;
    }

    private readonly ulong Bits(int place, int count)
    {
        int limb = place >> 5;
        UInt128 window = (ulong)_words[limb];
        if (limb + 1 < Limbs) window |= (UInt128)(ulong)_words[limb + 1] << 32;
        if (limb + 2 < Limbs) window |= (UInt128)(ulong)_words[limb + 2] << 64;
        return (ulong)(window >> (place & 31)) & ((1UL << count) - 1);
    }

    private readonly bool HasBitsBelow(int place)
    {
        for (int limb = 0; limb < place >> 5; limb++)
            if (_words[limb] != 0) return true;
        return (_words[place >> 5] & ((1L << (place & 31)) - 1)) != 0;
    }
}
