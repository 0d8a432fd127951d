using System.Runtime.CompilerServices;

namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Sends one element.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">What to send.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="tag">Tag, 0 or more.</param>
    /// <remarks>MPI-4.0 section 3.2.1.</remarks>
    public static void Send<T>(this ICommunicator communicator, T value, int destination, int tag = 0) where T : unmanaged =>
        communicator.Send(&value, 1, ElementTypes.Of<T>(), destination, tag);

    /// <summary>Sends the elements of a span.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">What to send.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="tag">Tag, 0 or more.</param>
    /// <remarks>MPI-4.0 section 3.2.1.</remarks>
    public static void Send<T>(this ICommunicator communicator, ReadOnlySpan<T> values, int destination, int tag = 0) where T : unmanaged
    {
        fixed (T* buffer = values) communicator.Send(buffer, values.Length, ElementTypes.Of<T>(), destination, tag);
    }

    /// <summary>Receives one element.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="source">Rank of the sender or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="ICommunicator.AnyTag"/>.</param>
    /// <returns>The element.</returns>
    /// <exception cref="CommunicationException">The message has not one element.</exception>
    /// <remarks>MPI-4.0 section 3.2.4.</remarks>
    public static T Receive<T>(this ICommunicator communicator, int source, int tag = ICommunicator.AnyTag) where T : unmanaged
    {
        T value = default;
        Status status = communicator.Receive(&value, 1, ElementTypes.Of<T>(), source, tag);
        CheckOne<T>(status);
        return value;
    }

    /// <summary>Receives a message into a span that is long enough.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">Where to put it.</param>
    /// <param name="source">Rank of the sender or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="ICommunicator.AnyTag"/>.</param>
    /// <returns>Source, tag and size of the message.</returns>
    /// <exception cref="CommunicationException">The message is longer than the span.</exception>
    /// <remarks>MPI-4.0 section 3.2.4.</remarks>
    public static Status Receive<T>(this ICommunicator communicator, Span<T> values, int source, int tag = ICommunicator.AnyTag) where T : unmanaged
    {
        fixed (T* buffer = values) return communicator.Receive(buffer, values.Length, ElementTypes.Of<T>(), source, tag);
    }

    /// <summary>Receives a message of any size.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="source">Rank of the sender or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="ICommunicator.AnyTag"/>.</param>
    /// <returns>A new array with the elements.</returns>
    /// <remarks>Probes first: another thread of this rank must not receive the same message. MPI-4.0 section 3.8.1.</remarks>
    public static T[] ReceiveArray<T>(this ICommunicator communicator, int source, int tag = ICommunicator.AnyTag) where T : unmanaged
    {
        Status status = communicator.Probe(source, tag);
        var values = new T[status.Count<T>()];
        communicator.Receive<T>(values, status.Source, status.Tag);
        return values;
    }

    /// <summary>Sends and receives one element at once, without deadlock.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">What to send.</param>
    /// <param name="destination">Rank that receives it.</param>
    /// <param name="source">Rank to receive from, or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag of both messages, 0 or more.</param>
    /// <returns>The element received.</returns>
    /// <exception cref="CommunicationException">The message has not one element.</exception>
    /// <remarks>MPI-4.0 section 3.10.</remarks>
    public static T SendReceive<T>(this ICommunicator communicator, T value, int destination, int source, int tag = 0) where T : unmanaged
    {
        T received = default;
        CheckOne<T>(communicator.SendReceive(&value, 1, destination, tag, &received, 1, source, tag, ElementTypes.Of<T>()));
        return received;
    }

    /// <summary>Sends and receives spans at once, without deadlock.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">What to send.</param>
    /// <param name="destination">Rank that receives it.</param>
    /// <param name="receive">Where to put the message received; must not overlap <paramref name="send"/>.</param>
    /// <param name="source">Rank to receive from, or <see cref="ICommunicator.AnySource"/>.</param>
    /// <param name="tag">Tag of both messages, 0 or more.</param>
    /// <returns>Source, tag and size of the message received.</returns>
    /// <exception cref="ArgumentException">The spans overlap.</exception>
    /// <remarks>MPI-4.0 section 3.10.</remarks>
    public static Status SendReceive<T>(this ICommunicator communicator, ReadOnlySpan<T> send, int destination, Span<T> receive, int source, int tag = 0) where T : unmanaged
    {
        if (send.Overlaps(receive)) throw new ArgumentException("SendReceive: the spans overlap. Receive into another one.", nameof(receive));
        fixed (T* sendBuffer = send, receiveBuffer = receive)
            return communicator.SendReceive(sendBuffer, send.Length, destination, tag, receiveBuffer, receive.Length, source, tag, ElementTypes.Of<T>());
    }

    /// <summary>Number of elements of a message.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="status">Status of the message.</param>
    /// <exception cref="CommunicationException">The message holds no whole number of such elements.</exception>
    /// <remarks>As <c>MPI_Get_count</c> (MPI-4.0 section 3.2.5).</remarks>
    public static long Count<T>(this Status status) where T : unmanaged => status.Bytes % sizeof(T) == 0
        ? status.Bytes / sizeof(T)
        : throw new CommunicationException($"A message of {status.Bytes} bytes holds no whole number of {typeof(T).Name}, of {sizeof(T)} bytes each. Receive it as what was sent.");

    private static void CheckOne<T>(Status status, [CallerMemberName] string caller = "") where T : unmanaged
    {
        if (status.Bytes != sizeof(T))
            throw new CommunicationException($"{caller}: one {typeof(T).Name} was asked for, and a message of {status.Bytes} bytes came from rank {status.Source} with tag {status.Tag}. Receive into a span.");
    }
}
