namespace DistArray.Trilinos;

/// <summary>Memory of Trilinos' vectors that a function sees during a call.</summary>
internal sealed unsafe class CallMemory(void* pointer, long bytes) : MemoryOwner
{
    private readonly void* _pointer = pointer;

    /// <summary>Whether the call goes on.</summary>
    public bool IsOpen { get; set; } = true;

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
    public override long Bytes { get; } = bytes;

    /// <inheritdoc/>
    public override void ThrowIfInvalid()
    {
        if (!IsOpen) throw new StaleViewException("x or y", "A vector that an operator's function was given is read after the call. Copy what is to be kept.");
    }

    /// <inheritdoc/>
    public override void Dispose() => IsOpen = false;
}
