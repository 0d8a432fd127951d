using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DistArray.IO;

/// <summary>Turns the bytes of elements in a file into those of elements in memory, in place.</summary>
internal static class ElementBytes
{
    /// <summary>Reverses the bytes of every number, or of every part of a complex one, and makes booleans 0 or 1.</summary>
    /// <param name="type">Type of the elements.</param>
    /// <param name="isSwapped">Whether the file has the other byte order.</param>
    /// <param name="bytes">Whole elements.</param>
    public static void Repair(ElementType type, bool isSwapped, Span<byte> bytes)
    {
        if (type == ElementType.Boolean)
        {
            foreach (ref byte value in bytes)
                value = value == 0 ? (byte)0 : (byte)1;
        }
        if (!isSwapped)
            return;
        switch (type is ElementType.Complex64 or ElementType.Complex128 ? ElementTypes.SizeOf(type) / 2 : ElementTypes.SizeOf(type))
        {
            case 2:
                Span<ushort> twos = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(twos, twos);
                break;
            case 4:
                Span<uint> fours = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            case 8:
                Span<ulong> eights = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }
}
