namespace DistArray;

/// <summary>An elementwise function over spans: each result depends on the element at its place alone.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <typeparam name="TResult">Type of the results.</typeparam>
/// <param name="x">Some elements.</param>
/// <param name="destination">Their results, as many; it may be the memory of the elements where both types are the same.</param>
public delegate void SpanFunction<T, TResult>(ReadOnlySpan<T> x, Span<TResult> destination);

/// <summary>An elementwise function of two operands over spans: each result depends on the elements at its place alone.</summary>
/// <typeparam name="T1">Type of the first operand's elements.</typeparam>
/// <typeparam name="T2">Type of the second operand's elements.</typeparam>
/// <typeparam name="TResult">Type of the results.</typeparam>
/// <param name="x1">Some elements.</param>
/// <param name="x2">The second operand's elements at the same places.</param>
/// <param name="destination">Their results, as many; it may be the memory of an operand where both types are the same.</param>
public delegate void SpanFunction<T1, T2, TResult>(ReadOnlySpan<T1> x1, ReadOnlySpan<T2> x2, Span<TResult> destination);

/// <summary>An elementwise function of three operands over spans: each result depends on the elements at its place alone.</summary>
/// <typeparam name="T1">Type of the first operand's elements.</typeparam>
/// <typeparam name="T2">Type of the second operand's elements.</typeparam>
/// <typeparam name="T3">Type of the third operand's elements.</typeparam>
/// <typeparam name="TResult">Type of the results.</typeparam>
/// <param name="x1">Some elements.</param>
/// <param name="x2">The second operand's elements at the same places.</param>
/// <param name="x3">The third operand's elements at the same places.</param>
/// <param name="destination">Their results, as many; it may be the memory of an operand where both types are the same.</param>
public delegate void SpanFunction<T1, T2, T3, TResult>(ReadOnlySpan<T1> x1, ReadOnlySpan<T2> x2, ReadOnlySpan<T3> x3, Span<TResult> destination);
