using System.Buffers.Binary;
using System.Runtime.Intrinsics.X86;

namespace DistArray.IO;

/// <summary>The checksum of zip files (CRC-32 of ITU-T V.42) as polynomial arithmetic, so that parts can be put together.</summary>
/// <remarks>A state is the remainder of the bytes so far, without the inversions at both ends: that of A followed by B is that of A, moved
/// over the bytes of B, plus that of B.</remarks>
internal static partial class Crc32
{
    private const uint Polynomial = 0xEDB88320, One = 1u << 31;
    private const int Lanes = 8;

    private static readonly uint[] s_table = Table();
    private static readonly uint[] s_squares = Squares();

    /// <summary>The state after more bytes.</summary>
    /// <param name="state">The state before, 0 at the start.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Update(uint state, ReadOnlySpan<byte> bytes)
    {
        if (Pclmulqdq.IsSupported && bytes.Length >= Folded)
            state = Fold(state, ref bytes);
        ReadOnlySpan<uint> table = s_table;
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state;
            state = table[(7 * 256) + (int)(word & 255)] ^ table[(6 * 256) + (int)((word >> 8) & 255)] ^ table[(5 * 256) + (int)((word >> 16) & 255)]
                ^ table[(4 * 256) + (int)((word >> 24) & 255)] ^ table[(3 * 256) + (int)((word >> 32) & 255)] ^ table[(2 * 256) + (int)((word >> 40) & 255)]
                ^ table[256 + (int)((word >> 48) & 255)] ^ table[(int)(word >> 56)];
        }
        foreach (byte value in bytes)
            state = (state >> 8) ^ table[(int)((state ^ value) & 255)];
        return state;
    }

    /// <summary>What a state is multiplied by to move it over bytes.</summary>
    /// <param name="bytes">How many.</param>
    public static uint Distance(long bytes)
    {
        uint factor = One;
        // x^(2^32) is x again.
        for (int power = 3; bytes != 0; power = (power + 1) & 31, bytes >>>= 1)
        {
            if ((bytes & 1) != 0)
                factor = Multiply(s_squares[power], factor);
        }
        return factor;
    }

    /// <summary>The product of two polynomials.</summary>
    public static uint Multiply(uint left, uint right)
    {
        uint product = 0;
        for (; left != 0; left <<= 1)
        {
            if ((left & One) != 0)
                product ^= right;
            right = Halve(right);
        }
        return product;
    }

    /// <summary>The checksum of all bytes.</summary>
    /// <param name="state">Their state, from 0.</param>
    /// <param name="count">How many.</param>
    public static uint Checksum(uint state, long count) => ~(Multiply(uint.MaxValue, Distance(count)) ^ state);

    private static uint Halve(uint value) => (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;

    private static uint[] Table()
    {
        var table = new uint[Lanes * 256];
        for (uint value = 0; value < 256; value++)
        {
            uint state = value;
            for (int bit = 0; bit < 8; bit++)
                state = Halve(state);
            table[value] = state;
        }
        for (int i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 255];
        return table;
    }

    // x^(2^n).
    private static uint[] Squares()
    {
        var squares = new uint[32];
        squares[0] = One >> 1;
        for (int n = 1; n < squares.Length; n++)
            squares[n] = Multiply(squares[n - 1], squares[n - 1]);
        return squares;
    }
}
