using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray.IO;

// By carry-less multiplication, after Gopal et al., "Fast CRC computation for generic polynomials using PCLMULQDQ" (Intel, 2009).
internal static partial class Crc32
{
    private const int Folded = 64, Word = 16;

    /// <summary>The state after all whole words, which are taken off; at least <see cref="Folded"/> bytes.</summary>
    private static uint Fold(uint state, ref ReadOnlySpan<byte> bytes)
    {
        Vector128<ulong> byFour = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL), byOne = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        ReadOnlySpan<Vector128<ulong>> words = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        Vector128<ulong> first = words[0] ^ Vector128.CreateScalar((ulong)state), second = words[1], third = words[2], fourth = words[3];
        int next = 4;
        for (; next <= words.Length - 4; next += 4)
        {
            first = Move(first, byFour) ^ words[next];
            second = Move(second, byFour) ^ words[next + 1];
            third = Move(third, byFour) ^ words[next + 2];
            fourth = Move(fourth, byFour) ^ words[next + 3];
        }
        first = Move(first, byOne) ^ second;
        first = Move(first, byOne) ^ third;
        first = Move(first, byOne) ^ fourth;
        for (; next < words.Length; next++)
            first = Move(first, byOne) ^ words[next];
        bytes = bytes[(words.Length * Word)..];
        // Word is below the length that is folded.
        return Update(0, MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<ulong>>(in first)));
    }

    private static Vector128<ulong> Move(Vector128<ulong> word, Vector128<ulong> distance) =>
        Pclmulqdq.CarrylessMultiply(word, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(word, distance, 0x11);
}
