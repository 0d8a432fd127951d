using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Values of an element type in code that knows nothing of it but that it is unmanaged.</summary>
internal static class ElementValues
{
    /// <summary>One, or true.</summary>
    public static T One<T>() where T : unmanaged => ElementTypes.Of<T>() switch
    {
        ElementType.Boolean => As<bool, T>(true),
        ElementType.Int8 => As<sbyte, T>(1),
        ElementType.UInt8 => As<byte, T>(1),
        ElementType.Int16 => As<short, T>(1),
        ElementType.UInt16 => As<ushort, T>(1),
        ElementType.Int32 => As<int, T>(1),
        ElementType.UInt32 => As<uint, T>(1),
        ElementType.Int64 => As<long, T>(1),
        ElementType.UInt64 => As<ulong, T>(1),
        ElementType.Float32 => As<float, T>(1),
        ElementType.Float64 => As<double, T>(1),
        ElementType.Complex64 => As<Complex64, T>(Complex64.One),
        ElementType.Complex128 => As<Complex, T>(Complex.One),
        ElementType.Logical32 => As<Logical32, T>(true),
        _ => As<Logical64, T>(true),
    };

    private static T As<TFrom, T>(TFrom value) where TFrom : unmanaged where T : unmanaged => Unsafe.As<TFrom, T>(ref value);
}
