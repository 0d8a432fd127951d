using System.Runtime.CompilerServices;

namespace DistArray.Core.Tests.Expressions;

/// <summary>A kernel by a function of the bits of single elements of at most 8 bytes.</summary>
internal sealed unsafe class BitsKernel(Ufunc ufunc, Func<ulong, ulong, ulong, ulong> apply, ElementType result, params ElementType[] operands)
    : ElementKernel(ufunc.ToString(), result, operands)
{
    public override Ufunc Ufunc => ufunc;

    public override LaneFunction? LaneFunction => Function;

    /// <summary>The function of vectors, for emitted loops.</summary>
    public LaneFunction? Function { get; init; }

    public Func<ulong, ulong, ulong, ulong> Apply { get; } = apply;

    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        if (count <= 0 || count % Multiple != 0 || count > TileLayout.Elements) throw new InvalidOperationException($"{Name} of {count} elements");
        if ((x is not null, y is not null, z is not null) != (true, Operands.Length > 1, Operands.Length > 2)) throw new InvalidOperationException($"operands of {Name}");
        for (nint i = 0; i < count; i++) Write(destination, i, Result, Apply(Read(x, i, 0), Read(y, i, 1), Read(z, i, 2)));
    }

    public static ulong Read(void* pointer, nint i, ElementType type) => ElementTypes.SizeOf(type) switch
    {
        1 => ((byte*)pointer)[i],
        2 => ((ushort*)pointer)[i],
        4 => ((uint*)pointer)[i],
        _ => ((ulong*)pointer)[i],
    };

    public static void Write(void* pointer, nint i, ElementType type, ulong bits)
    {
        switch (ElementTypes.SizeOf(type))
        {
            case 1: ((byte*)pointer)[i] = (byte)bits; break;
            case 2: ((ushort*)pointer)[i] = (ushort)bits; break;
            case 4: ((uint*)pointer)[i] = (uint)bits; break;
            default: ((ulong*)pointer)[i] = bits; break;
        }
    }

    public static T As<T>(ulong bits) where T : unmanaged => Unsafe.As<ulong, T>(ref bits);

    public static ulong Bits<T>(T value) where T : unmanaged
    {
        ulong bits = 0;
        Unsafe.As<ulong, T>(ref bits) = value;
        return bits;
    }

    private ulong Read(void* pointer, nint i, int operand) => operand < Operands.Length ? Read(pointer, i, Operands[operand]) : 0;
}
