namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Combines a value of every rank.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <param name="operation">How to combine.</param>
    /// <param name="root">Rank that gets the result.</param>
    /// <returns>The result on the root, this rank's value elsewhere.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.1.</remarks>
    public static T Reduce<T>(this ICommunicator communicator, T value, Operation<T> operation, int root) where T : unmanaged
    {
        T result = value;
        communicator.Reduce(&value, &result, 1, operation, root);
        return result;
    }

    /// <summary>Combines the ranks' spans element by element into the root's.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">The result on the root, as many elements; ignored elsewhere.</param>
    /// <param name="operation">How to combine.</param>
    /// <param name="root">Rank that gets the result.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.1.</remarks>
    public static void Reduce<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, Operation<T> operation, int root) where T : unmanaged
    {
        if (communicator.Rank == root) CheckLength(receive.Length, send.Length, nameof(receive));
        fixed (T* from = send, to = receive) communicator.Reduce(from, to, send.Length, operation, root);
    }

    /// <summary>Combines a value of every rank, for every rank.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <param name="operation">How to combine.</param>
    /// <returns>The result, the same on every rank.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.6.</remarks>
    public static T Allreduce<T>(this ICommunicator communicator, T value, Operation<T> operation) where T : unmanaged
    {
        T result;
        communicator.Allreduce(&value, &result, 1, operation);
        return result;
    }

    /// <summary>Combines the ranks' spans element by element, for every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">The result, as many elements; may be <paramref name="send"/>.</param>
    /// <param name="operation">How to combine.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.6.</remarks>
    public static void Allreduce<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, Operation<T> operation) where T : unmanaged
    {
        CheckLength(receive.Length, send.Length, nameof(receive));
        fixed (T* from = send, to = receive) communicator.Allreduce(from, to, send.Length, operation);
    }

    /// <summary>Combines the ranks' spans element by element and deals the result out in parts.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many as the counts add up to.</param>
    /// <param name="receive">This rank's part of the result, as many elements as its count.</param>
    /// <param name="counts">Elements of the result for each rank, the same on every rank.</param>
    /// <param name="operation">How to combine.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.10.</remarks>
    public static void ReduceScatter<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<long> counts, Operation<T> operation) where T : unmanaged
    {
        CheckCounts(communicator, counts.Length, nameof(counts));
        Prefix(counts, out long total);
        CheckLength(send.Length, total, nameof(send));
        CheckLength(receive.Length, counts[communicator.Rank], nameof(receive));
        fixed (T* from = send, to = receive) communicator.ReduceScatter(from, to, counts, operation);
    }

    /// <summary>Combines the ranks' spans element by element and deals the result out in parts.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many as the counts add up to.</param>
    /// <param name="receive">This rank's part of the result, as many elements as its count.</param>
    /// <param name="counts">Elements of the result for each rank, the same on every rank.</param>
    /// <param name="operation">How to combine.</param>
    /// <exception cref="ArgumentException">A length differs from the counts.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.10.</remarks>
    public static void ReduceScatter<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, ReadOnlySpan<int> counts, Operation<T> operation) where T : unmanaged =>
        communicator.ReduceScatter(send, receive, Widen(counts), operation);

    /// <summary>Combines the values of the ranks up to and including this one.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <param name="operation">How to combine.</param>
    /// <returns>The result.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.1.</remarks>
    public static T Scan<T>(this ICommunicator communicator, T value, Operation<T> operation) where T : unmanaged
    {
        T result;
        communicator.Scan(&value, &result, 1, operation);
        return result;
    }

    /// <summary>Combines the spans of the ranks up to and including this one, element by element.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">The result, as many elements; may be <paramref name="send"/>.</param>
    /// <param name="operation">How to combine.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.1.</remarks>
    public static void Scan<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, Operation<T> operation) where T : unmanaged
    {
        CheckLength(receive.Length, send.Length, nameof(receive));
        fixed (T* from = send, to = receive) communicator.Scan(from, to, send.Length, operation);
    }

    /// <summary>Combines the values of the ranks below this one.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">This rank's value.</param>
    /// <param name="operation">How to combine.</param>
    /// <param name="first">What rank 0 gets, which has no rank below.</param>
    /// <returns>The result.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.2.</remarks>
    public static T ExclusiveScan<T>(this ICommunicator communicator, T value, Operation<T> operation, T first = default) where T : unmanaged
    {
        T result = first;
        communicator.ExclusiveScan(&value, &result, 1, operation);
        return communicator.Rank == 0 ? first : result;
    }

    /// <summary>Combines the spans of the ranks below this one, element by element.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="send">This rank's elements, as many on every rank.</param>
    /// <param name="receive">The result, as many elements; left as it is on rank 0. May be <paramref name="send"/>.</param>
    /// <param name="operation">How to combine.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.2.</remarks>
    public static void ExclusiveScan<T>(this ICommunicator communicator, ReadOnlySpan<T> send, Span<T> receive, Operation<T> operation) where T : unmanaged
    {
        CheckLength(receive.Length, send.Length, nameof(receive));
        fixed (T* from = send, to = receive) communicator.ExclusiveScan(from, to, send.Length, operation);
    }
}
