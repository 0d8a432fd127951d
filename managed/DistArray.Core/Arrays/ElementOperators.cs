using System.Numerics;
using System.Numerics.Tensors;

namespace DistArray;

/// <summary>What <see cref="Elementwise"/> does with two elements: one by one, and on spans with the same bits.</summary>
internal interface IElementOperator<T>
{
    static abstract T Apply(T left, T right);

    static abstract void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination);

    static abstract void Apply(ReadOnlySpan<T> left, T right, Span<T> destination);

    static abstract void Apply(T left, ReadOnlySpan<T> right, Span<T> destination);
}

internal readonly struct AddOperator<T> : IElementOperator<T> where T : INumberBase<T>
{
    public static T Apply(T left, T right) => left + right;

    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Add(left, right, destination);

    public static void Apply(ReadOnlySpan<T> left, T right, Span<T> destination) => TensorPrimitives.Add(left, right, destination);

    public static void Apply(T left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Add(right, left, destination);
}

internal readonly struct SubtractOperator<T> : IElementOperator<T> where T : INumberBase<T>
{
    public static T Apply(T left, T right) => left - right;

    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Subtract(left, right, destination);

    public static void Apply(ReadOnlySpan<T> left, T right, Span<T> destination) => TensorPrimitives.Subtract(left, right, destination);

    public static void Apply(T left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Subtract(left, right, destination);
}

internal readonly struct MultiplyOperator<T> : IElementOperator<T> where T : INumberBase<T>
{
    public static T Apply(T left, T right) => left * right;

    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Multiply(left, right, destination);

    public static void Apply(ReadOnlySpan<T> left, T right, Span<T> destination) => TensorPrimitives.Multiply(left, right, destination);

    public static void Apply(T left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Multiply(right, left, destination);
}

internal readonly struct DivideOperator<T> : IElementOperator<T> where T : INumberBase<T>
{
    public static T Apply(T left, T right) => left / right;

    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Divide(left, right, destination);

    public static void Apply(ReadOnlySpan<T> left, T right, Span<T> destination) => TensorPrimitives.Divide(left, right, destination);

    public static void Apply(T left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Divide(left, right, destination);
}

/// <summary>Ignores the second operand.</summary>
internal readonly struct NegateOperator<T> : IElementOperator<T> where T : INumberBase<T>
{
    public static T Apply(T left, T right) => -left;

    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination) => TensorPrimitives.Negate(left, destination);

    public static void Apply(ReadOnlySpan<T> left, T right, Span<T> destination) => TensorPrimitives.Negate(left, destination);

    public static void Apply(T left, ReadOnlySpan<T> right, Span<T> destination) => destination.Fill(-left);
}
