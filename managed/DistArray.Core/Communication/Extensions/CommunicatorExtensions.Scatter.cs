namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Deals the root's values out, one each a rank.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">One value each a rank on the root, ignored elsewhere.</param>
    /// <param name="root">Rank that has them.</param>
    /// <returns>This rank's value.</returns>
    /// <exception cref="ArgumentException">There are not as many values as ranks.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    public static T Scatter<T>(this ICommunicator communicator, ReadOnlySpan<T> values, int root) where T : unmanaged
    {
        T value;
        if (communicator.Rank == root) CheckLength(values.Length, communicator.Size, nameof(values));
        fixed (T* from = values) communicator.Scatter(from, &value, 1, ElementTypes.Of<T>(), root);
        return value;
    }

    /// <summary>Deals the root's span out in equal parts, in rank order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">Size times as many elements as <paramref name="receive"/> on the root, ignored elsewhere.</param>
    /// <param name="receive">Where this rank's part goes, as many elements on every rank.</param>
    /// <param name="root">Rank that has them.</param>
    /// <exception cref="ArgumentException"><paramref name="send"/> has another length.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    public static void Scatter<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, int root) where T : unmanaged
    {
        if (communicator.Rank == root) CheckLength(send.Length, (long)receive.Length * communicator.Size, nameof(send));
        fixed (T* from = send, to = receive) communicator.Scatter(from, to, receive.Length, ElementTypes.Of<T>(), root);
    }

    /// <summary>Deals the root's span out in parts of different lengths, in rank order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">As many elements as the counts add up to on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank on the root, ignored elsewhere.</param>
    /// <param name="receive">Where this rank's part goes, as many elements as its count.</param>
    /// <param name="root">Rank that has them.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    public static void Scatter<T>(this ICommunicator communicator, ReadOnlySpan<T> send, ReadOnlySpan<long> counts, Span<T> receive, int root) where T : unmanaged
    {
        bool isRoot = communicator.Rank == root;
        long[] displacements = [];
        if (isRoot)
        {
            CheckCounts(communicator, counts.Length, nameof(counts));
            displacements = Prefix(counts, out long total);
            CheckLength(send.Length, total, nameof(send));
            CheckLength(receive.Length, counts[root], nameof(receive));
        }
        fixed (T* from = send, to = receive) communicator.Scatter(from, isRoot ? counts : default, displacements, to, receive.Length, ElementTypes.Of<T>(), root);
    }

    /// <summary>Deals the root's span out in parts of different lengths, in rank order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">As many elements as the counts add up to on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank on the root, ignored elsewhere.</param>
    /// <param name="receive">Where this rank's part goes, as many elements as its count.</param>
    /// <param name="root">Rank that has them.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    public static void Scatter<T>(this ICommunicator communicator, ReadOnlySpan<T> send, ReadOnlySpan<int> counts, Span<T> receive, int root) where T : unmanaged =>
        communicator.Scatter(send, Widen(counts), receive, root);

    /// <summary>Sends an equal part of a span to every rank and receives one from each.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">Equal parts, one after another; part r goes to rank r.</param>
    /// <param name="receive">As many elements; part r came from rank r.</param>
    /// <exception cref="ArgumentException">The lengths differ or do not divide by the number of ranks.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.8.</remarks>
    public static void Alltoall<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
    {
        CheckLength(receive.Length, send.Length, nameof(receive));
        int count = Part(communicator, send.Length, nameof(send));
        fixed (T* from = send, to = receive) communicator.Alltoall(from, to, count, ElementTypes.Of<T>());
    }

    /// <summary>Sends a part of its own length to every rank and receives one from each.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">The parts to send, one after another.</param>
    /// <param name="sendCounts">Elements for each rank.</param>
    /// <param name="receive">Where the parts received go, one after another.</param>
    /// <param name="receiveCounts">Elements from each rank.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.8.</remarks>
    public static void Alltoall<T>(this ICommunicator communicator, ReadOnlySpan<T> send, ReadOnlySpan<long> sendCounts, Span<T> receive, ReadOnlySpan<long> receiveCounts) where T : unmanaged
    {
        CheckCounts(communicator, sendCounts.Length, nameof(sendCounts));
        CheckCounts(communicator, receiveCounts.Length, nameof(receiveCounts));
        long[] sendDisplacements = Prefix(sendCounts, out long sent), receiveDisplacements = Prefix(receiveCounts, out long received);
        CheckLength(send.Length, sent, nameof(send));
        CheckLength(receive.Length, received, nameof(receive));
        fixed (T* from = send, to = receive)
            communicator.Alltoall(from, sendCounts, sendDisplacements, to, receiveCounts, receiveDisplacements, ElementTypes.Of<T>());
    }

    /// <summary>Sends a part of its own length to every rank and receives one from each.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">The parts to send, one after another.</param>
    /// <param name="sendCounts">Elements for each rank.</param>
    /// <param name="receive">Where the parts received go, one after another.</param>
    /// <param name="receiveCounts">Elements from each rank.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.8.</remarks>
    public static void Alltoall<T>(this ICommunicator communicator, ReadOnlySpan<T> send, ReadOnlySpan<int> sendCounts, Span<T> receive, ReadOnlySpan<int> receiveCounts) where T : unmanaged =>
        communicator.Alltoall(send, Widen(sendCounts), receive, Widen(receiveCounts));
}
