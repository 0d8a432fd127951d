namespace DistArray;

/// <summary>A local function that fills this rank's part of a result.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <typeparam name="TResult">Type of the result's elements.</typeparam>
/// <param name="part">This rank's part.</param>
/// <param name="result">This rank's part of the result, of the same shape; to be filled.</param>
public delegate void BlockFunction<T, TResult>(OwnedPart<T> part, LocalView<TResult> result) where T : unmanaged where TResult : unmanaged;

/// <summary>A local function of two arrays that fills this rank's part of a result.</summary>
/// <typeparam name="T1">Type of the first elements.</typeparam>
/// <typeparam name="T2">Type of the second elements.</typeparam>
/// <typeparam name="TResult">Type of the result's elements.</typeparam>
/// <param name="part1">This rank's part of the first array.</param>
/// <param name="part2">This rank's part of the second array.</param>
/// <param name="result">This rank's part of the result, of the same shape; to be filled.</param>
public delegate void BlockFunction<T1, T2, TResult>(OwnedPart<T1> part1, OwnedPart<T2> part2, LocalView<TResult> result)
    where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged;
