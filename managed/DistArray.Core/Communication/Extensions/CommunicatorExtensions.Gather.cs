namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Collects a value of every rank on the root.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <returns>The values in rank order on the root, null elsewhere.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    public static T[]? Gather<T>(this ICommunicator communicator, T value, int root) where T : unmanaged
    {
        CheckRoot(communicator, root);
        T[]? values = communicator.Rank == root ? new T[communicator.Size] : null;
        fixed (T* to = values) communicator.Gather(&value, 1, to, ElementTypes.Of<T>(), root);
        return values;
    }

    /// <summary>Lays the ranks' spans one after another, in rank order, on the root.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">Size times as many elements on the root, ignored elsewhere.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <exception cref="ArgumentException"><paramref name="receive"/> has another length.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    public static void Gather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, int root) where T : unmanaged
    {
        if (communicator.Rank == root) CheckLength(receive.Length, (long)send.Length * communicator.Size, nameof(receive));
        fixed (T* from = send, to = receive) communicator.Gather(from, send.Length, to, ElementTypes.Of<T>(), root);
    }

    /// <summary>Lays spans of different lengths one after another, in rank order, on the root.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">As many elements as the counts add up to on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank on the root, ignored elsewhere.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    public static void Gather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<long> counts, int root) where T : unmanaged
    {
        bool isRoot = communicator.Rank == root;
        long[] displacements = [];
        if (isRoot)
        {
            CheckCounts(communicator, counts.Length, nameof(counts));
            displacements = Prefix(counts, out long total);
            CheckLength(receive.Length, total, nameof(receive));
            CheckLength(send.Length, counts[root], nameof(send));
        }
        fixed (T* from = send, to = receive) communicator.Gather(from, send.Length, to, isRoot ? counts : default, displacements, ElementTypes.Of<T>(), root);
    }

    /// <summary>Lays spans of different lengths one after another, in rank order, on the root.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">As many elements as the counts add up to on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank on the root, ignored elsewhere.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    public static void Gather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, int root) where T : unmanaged =>
        communicator.Gather(send, receive, Widen(counts), root);

    /// <summary>Collects a value of every rank on every rank.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <returns>The values in rank order.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    public static T[] Allgather<T>(this ICommunicator communicator, T value) where T : unmanaged
    {
        var values = new T[communicator.Size];
        fixed (T* to = values) communicator.Allgather(&value, 1, to, ElementTypes.Of<T>());
        return values;
    }

    /// <summary>Lays the ranks' spans one after another, in rank order, on every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">Size times as many elements.</param>
    /// <exception cref="ArgumentException"><paramref name="receive"/> has another length.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    public static void Allgather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive) where T : unmanaged
    {
        CheckLength(receive.Length, (long)send.Length * communicator.Size, nameof(receive));
        fixed (T* from = send, to = receive) communicator.Allgather(from, send.Length, to, ElementTypes.Of<T>());
    }

    /// <summary>Lays spans of different lengths one after another, in rank order, on every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">As many elements as the counts add up to.</param>
    /// <param name="counts">Elements of each rank, the same on every rank.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    public static void Allgather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<long> counts) where T : unmanaged
    {
        CheckCounts(communicator, counts.Length, nameof(counts));
        long[] displacements = Prefix(counts, out long total);
        CheckLength(receive.Length, total, nameof(receive));
        CheckLength(send.Length, counts[communicator.Rank], nameof(send));
        fixed (T* from = send, to = receive) communicator.Allgather(from, send.Length, to, counts, displacements, ElementTypes.Of<T>());
    }

    /// <summary>Lays spans of different lengths one after another, in rank order, on every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">As many elements as the counts add up to.</param>
    /// <param name="counts">Elements of each rank, the same on every rank.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    public static void Allgather<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts) where T : unmanaged =>
        communicator.Allgather(send, receive, Widen(counts));
}
