namespace DistArray;

/// <summary>Memory of somebody else: a Fortran core, a solver's vector, another library.</summary>
public sealed unsafe class ForeignMemory : MemoryOwner
{
    private readonly void* _pointer;
    private readonly string _name;
    private readonly Func<string?>? _problem;
    private readonly Action? _release;
    private object? _keepAlive;
    private bool _disposed;

    /// <summary>Borrows memory, or takes it over where <paramref name="release"/> is given.</summary>
    /// <param name="pointer">Address of the first byte; null only where <paramref name="bytes"/> is 0.</param>
    /// <param name="bytes">Number of bytes.</param>
    /// <param name="name">Name of the array for messages.</param>
    /// <param name="keepAlive">Object whose life keeps the memory alive, or null.</param>
    /// <param name="problem">Says why the memory must not be used any more, or null while it may; asked before every access, so it must be fast. Null where it never moves.</param>
    /// <param name="release">Frees the memory on <see cref="Dispose"/>, or null where it is borrowed.</param>
    public ForeignMemory(void* pointer, long bytes, string name, object? keepAlive = null, Func<string?>? problem = null, Action? release = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (pointer is null && bytes > 0) throw new ArgumentNullException(nameof(pointer), $"The memory of {name} is null, but has {bytes} bytes.");
        _pointer = pointer;
        Bytes = bytes;
        _name = name;
        _keepAlive = keepAlive;
        _problem = problem;
        _release = release;
    }

    /// <inheritdoc/>
    public override void* Pointer
    {
        get
        {
            ThrowIfInvalid();
            return _pointer;
        }
    }

    /// <inheritdoc/>
    public override long Bytes { get; }

    /// <inheritdoc/>
    /// <exception cref="StaleViewException">The owner has moved or freed the memory.</exception>
    public override void ThrowIfInvalid()
    {
        if (_disposed) throw new ObjectDisposedException(_name);
        if (_problem?.Invoke() is { } text) throw new StaleViewException(_name, text);
    }

    /// <summary>Ends the use here; frees the memory where it was taken over. Local.</summary>
    public override void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Ticket?.Dispose();
        _keepAlive = null;
        _release?.Invoke();
    }
}
