using System.Runtime.ExceptionServices;

namespace DistArray;

/// <summary>Disposes, when it ends, of the arrays whose memory was made in it on this thread, but for those that are kept.</summary>
/// <example><code>using var scope = new ArrayScope(); … return scope.Keep(result);</code></example>
/// <remarks>Local. Scopes nest; an array that is kept belongs to the scope outside. Pending arrays belong to the scope in which they are computed.</remarks>
public sealed class ArrayScope : IDisposable
{
    [ThreadStatic] private static ArrayScope? t_current;

    private readonly ArrayScope? _outer = t_current;
    private readonly HashSet<MemoryOwner> _made = [];

    /// <summary>Begins a scope.</summary>
    public ArrayScope() => t_current = this;

    /// <summary>Lets an array live on: its elements are computed, and its memory belongs to the scope outside.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array; a view keeps the memory that it shows.</param>
    /// <returns>The array itself.</returns>
    public DistArray<T> Keep<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        MemoryOwner memory = ((IOperand)array).Memory;
        if (_made.Remove(memory)) _outer?._made.Add(memory);
        return array;
    }

    /// <summary>Ends the scope.</summary>
    /// <exception cref="InvalidOperationException">Something still holds the address of memory that was made in the scope; that memory stays.</exception>
    public void Dispose()
    {
        if (t_current != this) throw new InvalidOperationException("A scope ended on another thread, or before one inside of it. Use 'using'.");
        t_current = _outer;
        Exception? failure = null;
        foreach (MemoryOwner memory in _made)
        {
            try
            {
                memory.ThrowIfLent();
                memory.BeforeWrite();
            }
            catch (Exception exception)
            {
                failure ??= exception;
            }
        }
        foreach (MemoryOwner memory in _made)
            if (!memory.IsLent) memory.Dispose();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    internal static void Note(MemoryOwner memory) => t_current?._made.Add(memory);
}
