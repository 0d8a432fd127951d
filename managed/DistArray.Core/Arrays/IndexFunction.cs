namespace DistArray;

/// <summary>A value for each element of an array of any number of dimensions.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <param name="indices">Global indices, one each an axis.</param>
/// <returns>The element.</returns>
public delegate T IndexFunction<T>(ReadOnlySpan<long> indices);
