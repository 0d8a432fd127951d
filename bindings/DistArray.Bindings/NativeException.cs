namespace DistArray.Bindings;

/// <summary>A native function did not end with <see cref="DaStatus.Ok"/>.</summary>
public sealed class NativeException : Exception
{
    /// <summary>Describes a failed call.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="text">What the native side says about it.</param>
    /// <param name="mpiCode">MPI's error code where <paramref name="status"/> is <see cref="DaStatus.ErrMpi"/>, else 0.</param>
    public NativeException(DaStatus status, string text, int mpiCode)
        : base(text.Length > 0 ? text : $"A native call ended with {status} and no text.")
    {
        Status = status;
        MpiCode = mpiCode;
    }

    /// <summary>How the call ended.</summary>
    public DaStatus Status { get; }

    /// <summary>MPI's error code where <see cref="Status"/> is <see cref="DaStatus.ErrMpi"/>, else 0.</summary>
    public int MpiCode { get; }
}
