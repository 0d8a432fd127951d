namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Starts to send; the elements must not change before the request has completed.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">What to send; pinned until the request has completed.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="tag">Tag, 0 or more.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks>MPI-4.0 section 3.7.2.</remarks>
    public static Request ImmediateSend<T>(this ICommunicator communicator, ReadOnlyMemory<T> values, int destination, int tag = 0) where T : unmanaged
    {
        ElementType type = ElementTypes.Of<T>();
        return PinnedRequest.Start(values.Pin(), default, (buffer, _) => communicator.ImmediateSend((void*)buffer, values.Length, type, destination, tag));
    }

    /// <summary>Starts to receive; the memory must not be read before the request has completed.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">Where to put the message; pinned until the request has completed.</param>
    /// <param name="source">Rank of the sender or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="ICommunicator.AnyTag"/>.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks>MPI-4.0 section 3.7.2.</remarks>
    public static Request ImmediateReceive<T>(this ICommunicator communicator, Memory<T> values, int source, int tag = ICommunicator.AnyTag) where T : unmanaged
    {
        ElementType type = ElementTypes.Of<T>();
        return PinnedRequest.Start(values.Pin(), default, (buffer, _) => communicator.ImmediateReceive((void*)buffer, values.Length, type, source, tag));
    }

    /// <summary>Starts to copy the root's elements to every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">The elements, as many on every rank; pinned until the request has completed.</param>
    /// <param name="root">Rank that has the values.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.12.2.</remarks>
    public static Request ImmediateBroadcast<T>(this ICommunicator communicator, Memory<T> values, int root) where T : unmanaged
    {
        ElementType type = ElementTypes.Of<T>();
        return PinnedRequest.Start(values.Pin(), default, (buffer, _) => communicator.ImmediateBroadcast((void*)buffer, values.Length, type, root));
    }

    /// <summary>Starts to combine the ranks' elements, for every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank; pinned until the request has completed.</param>
    /// <param name="receive">The result, as many elements; pinned until the request has completed. May be <paramref name="send"/>.</param>
    /// <param name="operation">How to combine.</param>
    /// <returns>The request to wait for.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.12.8.</remarks>
    public static Request ImmediateAllreduce<T>(this ICommunicator communicator, ReadOnlyMemory<T> send, Memory<T> receive, Operation<T> operation) where T : unmanaged
    {
        CheckLength(receive.Length, send.Length, nameof(receive));
        return PinnedRequest.Start(send.Pin(), receive.Pin(), (from, to) => communicator.ImmediateAllreduce((void*)from, (void*)to, send.Length, operation));
    }
}
