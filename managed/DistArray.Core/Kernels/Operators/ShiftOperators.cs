using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Shifts of integers by counts of their own, which are unsigned to the instructions: where all bits leave, 0 or copies of the sign stay, as in NumPy.</summary>
internal static class ShiftLanes
{
    /// <summary>Whether the machine has the instructions.</summary>
    public static bool IsSupported => Avx512BW.IsSupported;
}

internal readonly struct LeftShiftLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y)
    {
        if (typeof(T) == typeof(long) || typeof(T) == typeof(ulong)) return Avx512F.ShiftLeftLogicalVariable(x.AsUInt64(), y.AsUInt64()).As<ulong, T>();
        if (typeof(T) == typeof(int) || typeof(T) == typeof(uint)) return Avx512F.ShiftLeftLogicalVariable(x.AsUInt32(), y.AsUInt32()).As<uint, T>();
        if (typeof(T) == typeof(short) || typeof(T) == typeof(ushort)) return Avx512BW.ShiftLeftLogicalVariable(x.AsUInt16(), y.AsUInt16()).As<ushort, T>();
        (Vector512<ushort> lower, Vector512<ushort> upper) = Vector512.Widen(x.AsByte());
        (Vector512<ushort> lowerCounts, Vector512<ushort> upperCounts) = Vector512.Widen(y.AsByte());
        return Vector512.Narrow(Avx512BW.ShiftLeftLogicalVariable(lower, lowerCounts), Avx512BW.ShiftLeftLogicalVariable(upper, upperCounts)).As<byte, T>();
    }
}

internal readonly struct RightShiftLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y)
    {
        if (typeof(T) == typeof(long)) return Avx512F.ShiftRightArithmeticVariable(x.AsInt64(), y.AsUInt64()).As<long, T>();
        if (typeof(T) == typeof(ulong)) return Avx512F.ShiftRightLogicalVariable(x.AsUInt64(), y.AsUInt64()).As<ulong, T>();
        if (typeof(T) == typeof(int)) return Avx512F.ShiftRightArithmeticVariable(x.AsInt32(), y.AsUInt32()).As<int, T>();
        if (typeof(T) == typeof(uint)) return Avx512F.ShiftRightLogicalVariable(x.AsUInt32(), y.AsUInt32()).As<uint, T>();
        if (typeof(T) == typeof(short)) return Avx512BW.ShiftRightArithmeticVariable(x.AsInt16(), y.AsUInt16()).As<short, T>();
        if (typeof(T) == typeof(ushort)) return Avx512BW.ShiftRightLogicalVariable(x.AsUInt16(), y.AsUInt16()).As<ushort, T>();
        (Vector512<ushort> lowerCounts, Vector512<ushort> upperCounts) = Vector512.Widen(y.AsByte());
        if (typeof(T) == typeof(sbyte))
        {
            (Vector512<short> low, Vector512<short> high) = Vector512.Widen(x.AsSByte());
            return Vector512.Narrow(Avx512BW.ShiftRightArithmeticVariable(low, lowerCounts), Avx512BW.ShiftRightArithmeticVariable(high, upperCounts)).As<sbyte, T>();
        }
        (Vector512<ushort> lower, Vector512<ushort> upper) = Vector512.Widen(x.AsByte());
        return Vector512.Narrow(Avx512BW.ShiftRightLogicalVariable(lower, lowerCounts), Avx512BW.ShiftRightLogicalVariable(upper, upperCounts)).As<byte, T>();
    }
}
