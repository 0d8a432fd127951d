using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Converts an element as C does, which NumPy leaves it to: integers wrap, real numbers are cut off, complex ones lose their imaginary part, and numbers
/// that are not 0 are true.</summary>
/// <remarks>What is out of an integer's range or NaN has the value that the processor gives, as in NumPy, which warns; beyond uint32 NumPy's differs from place to place.</remarks>
internal static class ElementCast
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo To<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(bool)) return FromInteger<byte, TTo>(Unsafe.BitCast<TFrom, byte>(value) != 0 ? (byte)1 : (byte)0);
        if (typeof(TFrom) == typeof(Logical32)) return FromInteger<byte, TTo>(Unsafe.BitCast<TFrom, Logical32>(value) ? (byte)1 : (byte)0);
        if (typeof(TFrom) == typeof(Logical64)) return FromInteger<byte, TTo>(Unsafe.BitCast<TFrom, Logical64>(value) ? (byte)1 : (byte)0);
        if (typeof(TFrom) == typeof(sbyte)) return FromInteger<sbyte, TTo>(Unsafe.BitCast<TFrom, sbyte>(value));
        if (typeof(TFrom) == typeof(byte)) return FromInteger<byte, TTo>(Unsafe.BitCast<TFrom, byte>(value));
        if (typeof(TFrom) == typeof(short)) return FromInteger<short, TTo>(Unsafe.BitCast<TFrom, short>(value));
        if (typeof(TFrom) == typeof(ushort)) return FromInteger<ushort, TTo>(Unsafe.BitCast<TFrom, ushort>(value));
        if (typeof(TFrom) == typeof(int)) return FromInteger<int, TTo>(Unsafe.BitCast<TFrom, int>(value));
        if (typeof(TFrom) == typeof(uint)) return FromInteger<uint, TTo>(Unsafe.BitCast<TFrom, uint>(value));
        if (typeof(TFrom) == typeof(long)) return FromInteger<long, TTo>(Unsafe.BitCast<TFrom, long>(value));
        if (typeof(TFrom) == typeof(ulong)) return FromInteger<ulong, TTo>(Unsafe.BitCast<TFrom, ulong>(value));
        if (typeof(TFrom) == typeof(float)) return FromComplex<TTo>(Unsafe.BitCast<TFrom, float>(value), 0);
        if (typeof(TFrom) == typeof(double)) return FromComplex<TTo>(Unsafe.BitCast<TFrom, double>(value), 0);
        Complex complex = FunctionValue.To<TFrom, Complex>(value);
        return FromComplex<TTo>(complex.Real, complex.Imaginary);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo FromInteger<T, TTo>(T value) where T : unmanaged, IBinaryInteger<T> where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(bool)) return Unsafe.BitCast<bool, TTo>(!T.IsZero(value));
        if (typeof(TTo) == typeof(Logical32)) return Unsafe.BitCast<Logical32, TTo>(!T.IsZero(value));
        if (typeof(TTo) == typeof(Logical64)) return Unsafe.BitCast<Logical64, TTo>(!T.IsZero(value));
        if (typeof(TTo) == typeof(sbyte)) return Unsafe.BitCast<sbyte, TTo>(sbyte.CreateTruncating(value));
        if (typeof(TTo) == typeof(byte)) return Unsafe.BitCast<byte, TTo>(byte.CreateTruncating(value));
        if (typeof(TTo) == typeof(short)) return Unsafe.BitCast<short, TTo>(short.CreateTruncating(value));
        if (typeof(TTo) == typeof(ushort)) return Unsafe.BitCast<ushort, TTo>(ushort.CreateTruncating(value));
        if (typeof(TTo) == typeof(int)) return Unsafe.BitCast<int, TTo>(int.CreateTruncating(value));
        if (typeof(TTo) == typeof(uint)) return Unsafe.BitCast<uint, TTo>(uint.CreateTruncating(value));
        if (typeof(TTo) == typeof(long)) return Unsafe.BitCast<long, TTo>(long.CreateTruncating(value));
        if (typeof(TTo) == typeof(ulong)) return Unsafe.BitCast<ulong, TTo>(ulong.CreateTruncating(value));
        if (typeof(TTo) == typeof(float)) return Unsafe.BitCast<float, TTo>(float.CreateTruncating(value));
        if (typeof(TTo) == typeof(Complex64)) return Unsafe.BitCast<Complex64, TTo>(new Complex64(float.CreateTruncating(value), 0));
        if (typeof(TTo) == typeof(Complex)) return Unsafe.BitCast<Complex, TTo>(new Complex(double.CreateTruncating(value), 0));
        return Unsafe.BitCast<double, TTo>(double.CreateTruncating(value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo FromComplex<TTo>(double real, double imaginary) where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(double)) return Unsafe.BitCast<double, TTo>(real);
        if (typeof(TTo) == typeof(float)) return Unsafe.BitCast<float, TTo>((float)real);
        if (typeof(TTo) == typeof(Complex)) return Unsafe.BitCast<Complex, TTo>(new Complex(real, imaginary));
        if (typeof(TTo) == typeof(Complex64)) return Unsafe.BitCast<Complex64, TTo>(new Complex64((float)real, (float)imaginary));
        if (typeof(TTo) == typeof(bool)) return Unsafe.BitCast<bool, TTo>(real != 0 || imaginary != 0);
        if (typeof(TTo) == typeof(Logical32)) return Unsafe.BitCast<Logical32, TTo>(real != 0 || imaginary != 0);
        if (typeof(TTo) == typeof(Logical64)) return Unsafe.BitCast<Logical64, TTo>(real != 0 || imaginary != 0);
        if (typeof(TTo) == typeof(ulong)) return Unsafe.BitCast<ulong, TTo>(ToUInt64(real));
        if (typeof(TTo) == typeof(long) || typeof(TTo) == typeof(uint)) return FromInteger<long, TTo>(double.ConvertToIntegerNative<long>(real));
        return FromInteger<int, TTo>(double.ConvertToIntegerNative<int>(real));
    }

    private static ulong ToUInt64(double value)
    {
        const double Half = 9223372036854775808;
        return value >= Half ? (ulong)double.ConvertToIntegerNative<long>(value - Half) ^ (1UL << 63) : (ulong)double.ConvertToIntegerNative<long>(value);
    }
}
