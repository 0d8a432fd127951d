using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DistArray.IO;

/// <summary>Reverses the bytes of numbers.</summary>
internal static class ByteSwap
{
    /// <summary>Whether numbers of a file in this order are turned on this machine.</summary>
    public static bool IsNeeded(ByteOrder order) => (order == ByteOrder.LittleEndian) != BitConverter.IsLittleEndian;

    /// <summary>Reverses every number, and of complex ones both parts, in place.</summary>
    /// <param name="type">Type of the elements.</param>
    /// <param name="bytes">Whole elements.</param>
    public static void Reverse(ElementType type, Span<byte> bytes)
    {
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

    /// <summary>Turns the bytes of a file into elements: reversed where the file has the other order, booleans 0 or 1.</summary>
    /// <param name="type">Type of the elements.</param>
    /// <param name="order">Order in the file.</param>
    /// <param name="bytes">Whole elements.</param>
    public static void ToMemory(ElementType type, ByteOrder order, Span<byte> bytes)
    {
        if (type == ElementType.Boolean)
        {
            foreach (ref byte value in bytes)
                value = value == 0 ? (byte)0 : (byte)1;
        }
        if (IsNeeded(order))
            Reverse(type, bytes);
    }
}
