using System.Numerics;

namespace DistArray;

/// <summary>The built-in reductions of every element type: <c>inout[i] = op(input[i], inout[i])</c>.</summary>
internal static unsafe class ReductionKernels
{
    /// <summary>The kernel, or null where the type has no such reduction.</summary>
    public static delegate*<void*, void*, long, void> Find(OperationKind kind, ElementType type) => type switch
    {
        ElementType.Int8 => Integer<sbyte>(kind),
        ElementType.UInt8 => Integer<byte>(kind),
        ElementType.Int16 => Integer<short>(kind),
        ElementType.UInt16 => Integer<ushort>(kind),
        ElementType.Int32 => Integer<int>(kind),
        ElementType.UInt32 => Integer<uint>(kind),
        ElementType.Int64 => Integer<long>(kind),
        ElementType.UInt64 => Integer<ulong>(kind),
        ElementType.Float32 => Ordered<float>(kind),
        ElementType.Float64 => Ordered<double>(kind),
        ElementType.Complex64 => Number<Complex64>(kind),
        ElementType.Complex128 => Number<Complex>(kind),
        ElementType.Boolean => Logical<byte>(kind),
        ElementType.Logical32 => Logical<int>(kind),
        ElementType.Logical64 => Logical<long>(kind),
        _ => null,
    };

    private static delegate*<void*, void*, long, void> Number<T>(OperationKind kind) where T : unmanaged, INumberBase<T> => kind switch
    {
        OperationKind.Add => &Add<T>,
        OperationKind.Multiply => &Multiply<T>,
        _ => null,
    };

    private static delegate*<void*, void*, long, void> Ordered<T>(OperationKind kind) where T : unmanaged, INumber<T> => kind switch
    {
        OperationKind.Min => &Min<T>,
        OperationKind.Max => &Max<T>,
        _ => Number<T>(kind),
    };

    private static delegate*<void*, void*, long, void> Integer<T>(OperationKind kind) where T : unmanaged, IBinaryInteger<T> => kind switch
    {
        OperationKind.BitwiseAnd => &And<T>,
        OperationKind.BitwiseOr => &Or<T>,
        OperationKind.BitwiseXor => &Xor<T>,
        _ => Ordered<T>(kind),
    };

    // T is what a boolean or logical is stored in; any value but 0 counts as true.
    private static delegate*<void*, void*, long, void> Logical<T>(OperationKind kind) where T : unmanaged, IBinaryInteger<T> => kind switch
    {
        OperationKind.LogicalAnd => &LogicalAnd<T>,
        OperationKind.LogicalOr => &LogicalOr<T>,
        OperationKind.LogicalXor => &LogicalXor<T>,
        _ => null,
    };

    private static void Add<T>(void* input, void* inout, long count) where T : unmanaged, INumberBase<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = ((T*)input)[i] + ((T*)inout)[i];
    }

    private static void Multiply<T>(void* input, void* inout, long count) where T : unmanaged, INumberBase<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = ((T*)input)[i] * ((T*)inout)[i];
    }

    private static void Min<T>(void* input, void* inout, long count) where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = T.Min(((T*)input)[i], ((T*)inout)[i]);
    }

    private static void Max<T>(void* input, void* inout, long count) where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = T.Max(((T*)input)[i], ((T*)inout)[i]);
    }

    private static void And<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] &= ((T*)input)[i];
    }

    private static void Or<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] |= ((T*)input)[i];
    }

    private static void Xor<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] ^= ((T*)input)[i];
    }

    private static void LogicalAnd<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = Truth<T>(!T.IsZero(((T*)input)[i]) & !T.IsZero(((T*)inout)[i]));
    }

    private static void LogicalOr<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = Truth<T>(!T.IsZero(((T*)input)[i]) | !T.IsZero(((T*)inout)[i]));
    }

    private static void LogicalXor<T>(void* input, void* inout, long count) where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < count; i++) ((T*)inout)[i] = Truth<T>(!T.IsZero(((T*)input)[i]) ^ !T.IsZero(((T*)inout)[i]));
    }

    private static T Truth<T>(bool value) where T : IBinaryInteger<T> => value ? T.One : T.Zero;
}
