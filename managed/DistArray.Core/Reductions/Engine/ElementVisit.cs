using System.Numerics;

namespace DistArray;

/// <summary>What is done for an element type, by its kind.</summary>
internal interface IElementVisitor<TResult>
{
    TResult Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>;

    TResult Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>;

    /// <summary>Complex numbers of two <typeparamref name="TPart"/>.</summary>
    TResult Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart>;

    /// <summary>Booleans and logicals, stored as <typeparamref name="TStorage"/>.</summary>
    TResult Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage>;
}

/// <summary>Calls a visitor for an element type.</summary>
internal static class ElementVisit
{
    public static TResult Visit<TVisitor, TResult>(this TVisitor visitor, ElementType type) where TVisitor : struct, IElementVisitor<TResult> => type switch
    {
        ElementType.Int8 => visitor.Integer<sbyte>(),
        ElementType.UInt8 => visitor.Integer<byte>(),
        ElementType.Int16 => visitor.Integer<short>(),
        ElementType.UInt16 => visitor.Integer<ushort>(),
        ElementType.Int32 => visitor.Integer<int>(),
        ElementType.UInt32 => visitor.Integer<uint>(),
        ElementType.Int64 => visitor.Integer<long>(),
        ElementType.UInt64 => visitor.Integer<ulong>(),
        ElementType.Float32 => visitor.Real<float>(),
        ElementType.Float64 => visitor.Real<double>(),
        ElementType.Complex64 => visitor.Complex<Complex64, float>(),
        ElementType.Complex128 => visitor.Complex<Complex, double>(),
        ElementType.Boolean => visitor.Logical<byte>(),
        ElementType.Logical32 => visitor.Logical<int>(),
        _ => visitor.Logical<long>(),
    };
}
