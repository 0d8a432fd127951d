using System.Numerics;

namespace DistArray;

/// <summary>What is known of each <see cref="ElementType"/>: size, .NET type, NumPy name.</summary>
public static class ElementTypes
{
    private static readonly (ElementType Type, Type Net, int Size, string Name)[] s_all =
    [
        (ElementType.Boolean, typeof(bool), 1, "bool"),
        (ElementType.Int8, typeof(sbyte), 1, "int8"),
        (ElementType.UInt8, typeof(byte), 1, "uint8"),
        (ElementType.Int16, typeof(short), 2, "int16"),
        (ElementType.UInt16, typeof(ushort), 2, "uint16"),
        (ElementType.Int32, typeof(int), 4, "int32"),
        (ElementType.UInt32, typeof(uint), 4, "uint32"),
        (ElementType.Int64, typeof(long), 8, "int64"),
        (ElementType.UInt64, typeof(ulong), 8, "uint64"),
        (ElementType.Float32, typeof(float), 4, "float32"),
        (ElementType.Float64, typeof(double), 8, "float64"),
        (ElementType.Complex64, typeof(Complex64), 8, "complex64"),
        (ElementType.Complex128, typeof(Complex), 16, "complex128"),
        (ElementType.Logical32, typeof(Logical32), 4, "logical32"),
        (ElementType.Logical64, typeof(Logical64), 8, "logical64"),
    ];

    /// <summary>Every element type, in the order of their numbers.</summary>
    public static IReadOnlyList<ElementType> All { get; } = Array.ConvertAll(s_all, entry => entry.Type);

    /// <summary>The element type of a .NET type.</summary>
    /// <typeparam name="T">A .NET type.</typeparam>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public static ElementType Of<T>() where T : unmanaged => TryOf<T>(out ElementType type) ? type : throw new NotSupportedException(
        $"{typeof(T)} is not an element type. Use one of {string.Join(", ", s_all.Select(entry => entry.Net.Name))}.");

    /// <summary>The element type of a .NET type, if it is one.</summary>
    /// <typeparam name="T">A .NET type.</typeparam>
    /// <param name="type">Its element type, when the result is true.</param>
    public static bool TryOf<T>(out ElementType type) where T : unmanaged
    {
        type = Cache<T>.Type;
        return type != 0;
    }

    /// <summary>Bytes of an element.</summary>
    /// <param name="type">Type of the element.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such element type.</exception>
    public static int SizeOf(ElementType type) => Entry(type).Size;

    /// <summary>NumPy's name of the type, such as "float64"; NumPy knows no "logical32" and "logical64".</summary>
    /// <param name="type">Type of the element.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such element type.</exception>
    public static string NameOf(ElementType type) => Entry(type).Name;

    /// <summary>The .NET type of the elements.</summary>
    /// <param name="type">Type of the element.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such element type.</exception>
    public static Type NetTypeOf(ElementType type) => Entry(type).Net;

    /// <summary>Calls a generic function with the .NET type of the elements.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="type">Type of the elements.</param>
    /// <param name="function">The function.</param>
    /// <returns>The result of the function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such element type.</exception>
    public static TResult Invoke<TResult>(ElementType type, IElementFunction<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return type switch
        {
            ElementType.Boolean => function.Invoke<bool>(),
            ElementType.Int8 => function.Invoke<sbyte>(),
            ElementType.UInt8 => function.Invoke<byte>(),
            ElementType.Int16 => function.Invoke<short>(),
            ElementType.UInt16 => function.Invoke<ushort>(),
            ElementType.Int32 => function.Invoke<int>(),
            ElementType.UInt32 => function.Invoke<uint>(),
            ElementType.Int64 => function.Invoke<long>(),
            ElementType.UInt64 => function.Invoke<ulong>(),
            ElementType.Float32 => function.Invoke<float>(),
            ElementType.Float64 => function.Invoke<double>(),
            ElementType.Complex64 => function.Invoke<Complex64>(),
            ElementType.Complex128 => function.Invoke<Complex>(),
            ElementType.Logical32 => function.Invoke<Logical32>(),
            ElementType.Logical64 => function.Invoke<Logical64>(),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such element type."),
        };
    }

    private static (ElementType Type, Type Net, int Size, string Name) Entry(ElementType type) => (uint)((int)type - 1) < (uint)s_all.Length
        ? s_all[(int)type - 1]
        : throw new ArgumentOutOfRangeException(nameof(type), type, $"There is no element type {(int)type}; they run from 1 to {s_all.Length}.");

    private static class Cache<T> where T : unmanaged
    {
        internal static readonly ElementType Type = s_all.FirstOrDefault(entry => entry.Net == typeof(T)).Type;
    }
}
