namespace DistArray;

/// <summary>Something to do for an element type that is known only when the program runs, such as a file's.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
public interface IElementFunction<out TResult>
{
    /// <summary>Does it.</summary>
    /// <typeparam name="T">The .NET type of the elements.</typeparam>
    /// <returns>Its result.</returns>
    TResult Invoke<T>() where T : unmanaged;
}
