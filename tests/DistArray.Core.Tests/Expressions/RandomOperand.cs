using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Expressions;

/// <summary>Elements of random layout in memory of their own: axes in any order, gaps, backward and broadcast axes, tables.</summary>
internal sealed unsafe class RandomOperand : IDisposable
{
    private readonly byte* _memory;
    private readonly int _size;
    private readonly int[] _shape;

    public RandomOperand(System.Random random, ElementType type, int[] shape, bool isDestination, bool plain)
    {
        Type = type;
        _size = ElementTypes.SizeOf(type);
        _shape = shape;
        var strides = new long[shape.Length];
        var tables = new long[shape.Length][];
        int[] order = [.. Enumerable.Range(0, shape.Length)];
        if (!plain && random.Next(3) == 0) random.Shuffle(order);
        else Array.Reverse(order);
        long step = 1, first = 0;
        foreach (int axis in order)
        {
            if (!plain && !isDestination && random.Next(6) == 0) continue;
            int extent = Math.Max(shape[axis], 1), kind = plain ? 0 : random.Next(12);
            if (kind is 10 or 11)
            {
                long[] table = [.. Enumerable.Range(0, extent + 2).Select(i => i * step * _size)];
                if (kind == 10) random.Shuffle(table);
                tables[axis] = table[..shape[axis]];
                step *= extent + 2;
                continue;
            }
            if (kind is 8 or 9) step *= random.Next(1, 3);
            strides[axis] = step * _size;
            step *= extent + (kind is 6 or 7 ? random.Next(1, 5) : 0);
            if (kind is 5 or 9)
            {
                first += (extent - 1) * strides[axis];
                strides[axis] = -strides[axis];
            }
        }
        Bytes = (step * _size) + 64;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)Bytes, 64);
        int shift = random.Next(0, 64 / _size) * _size * random.Next(2);
        Operand = new LocalOperand((nint)_memory + shift + (nint)first, strides, tables.Any(table => table is not null) ? tables : null);
        for (long i = 0; i < Bytes / _size; i++) BitsKernel.Write(_memory, (nint)i, type, Values.Next(random, type));
    }

    public ElementType Type { get; }

    public LocalOperand Operand { get; }

    public long Bytes { get; }

    public ReadOnlySpan<byte> Memory => new(_memory, (int)Bytes);

    public nint Address(ReadOnlySpan<int> index)
    {
        nint address = Operand.Pointer;
        for (int axis = 0; axis < index.Length; axis++) address += (nint)(Operand.Tables?[axis] is { } table ? table[index[axis]] : index[axis] * Operand.ByteStrides[axis]);
        return address;
    }

    public ulong Read(ReadOnlySpan<int> index) => BitsKernel.Read((void*)Address(index), 0, Type);

    /// <summary>Where an element lies within <see cref="Memory"/>.</summary>
    public int Offset(ReadOnlySpan<int> index) => (int)(Address(index) - (nint)_memory);

    public override string ToString() => $"{Type} {ShapeText.Of<int>(_shape)} strides {ShapeText.Of<long>(Operand.ByteStrides)}"
        + (Operand.Tables is { } tables ? " tables " + string.Join(";", tables.Select(table => table is null ? "-" : string.Join(",", table))) : "");

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
