namespace DistArray;

/// <summary>A nonblocking operation under way. Its buffers stay pinned or referenced until it has completed.</summary>
/// <remarks>Complete every request with <see cref="Wait"/> or a <see cref="Test"/> that returned true; a request is not disposed.
/// As <c>MPI_Request</c> (MPI-4.0 section 3.7).</remarks>
public abstract class Request
{
    /// <summary>Blocks until the operation has completed.</summary>
    /// <returns>Source, tag and size of a received message; meaningless for other operations.</returns>
    /// <exception cref="CommunicationException">The operation failed.</exception>
    public abstract Status Wait();

    /// <summary>Whether the operation has completed; lets it progress.</summary>
    /// <param name="status">Source, tag and size of a received message, when the result is true.</param>
    /// <exception cref="CommunicationException">The operation failed.</exception>
    public abstract bool Test(out Status status);

    /// <summary>Whether a <see cref="Wait"/> or <see cref="Test"/> has seen the end of the operation.</summary>
    public abstract bool IsCompleted { get; }
}
