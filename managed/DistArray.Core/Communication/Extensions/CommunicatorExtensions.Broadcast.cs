using System.Text;

namespace DistArray;

public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Copies the root's value to every rank.</summary>
    /// <typeparam name="T">Type of the element.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="value">The value; the root's on return.</param>
    /// <param name="root">Rank that has the value.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.4.</remarks>
    public static void Broadcast<T>(this ICommunicator communicator, ref T value, int root) where T : unmanaged
    {
        fixed (T* buffer = &value) communicator.Broadcast(buffer, 1, ElementTypes.Of<T>(), root);
    }

    /// <summary>Copies the root's elements to every rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="values">The elements, as many on every rank; the root's on return.</param>
    /// <param name="root">Rank that has the values.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.4.</remarks>
    public static void Broadcast<T>(this ICommunicator communicator, Span<T> values, int root) where T : unmanaged
    {
        fixed (T* buffer = values) communicator.Broadcast(buffer, values.Length, ElementTypes.Of<T>(), root);
    }

    /// <summary>Copies the root's text to every rank.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="text">The text or null on the root, ignored elsewhere.</param>
    /// <param name="root">Rank that has the text.</param>
    /// <returns>The root's text, null where that is null.</returns>
    /// <remarks><b>Collective.</b> Two broadcasts: the length, and UTF-8.</remarks>
    public static string? Broadcast(this ICommunicator communicator, string? text, int root)
    {
        CheckRoot(communicator, root);
        byte[] bytes = communicator.Rank == root && text is not null ? Encoding.UTF8.GetBytes(text) : [];
        int length = text is null ? -1 : bytes.Length;
        communicator.Broadcast(ref length, root);
        if (length < 0) return null;
        if (communicator.Rank != root) bytes = new byte[length];
        communicator.Broadcast<byte>(bytes, root);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Collects a text of every rank on the root.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="text">This rank's text.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <returns>The texts in rank order on the root, null elsewhere.</returns>
    /// <remarks><b>Collective.</b> Two gathers: the lengths, and UTF-8.</remarks>
    public static string[]? Gather(this ICommunicator communicator, string text, int root)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long[]? lengths = communicator.Gather((long)bytes.Length, root);
        if (lengths is null)
        {
            communicator.Gather<byte>(bytes, default, default(ReadOnlySpan<long>), root);
            return null;
        }
        var all = new byte[lengths.Sum()];
        communicator.Gather<byte>(bytes, all, lengths, root);
        return Cut(all, lengths);
    }

    /// <summary>Collects a text of every rank on every rank.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="text">This rank's text.</param>
    /// <returns>The texts in rank order.</returns>
    /// <remarks><b>Collective.</b> Two all-gathers: the lengths, and UTF-8.</remarks>
    public static string[] Allgather(this ICommunicator communicator, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long[] lengths = communicator.Allgather((long)bytes.Length);
        var all = new byte[lengths.Sum()];
        communicator.Allgather<byte>(bytes, all, lengths);
        return Cut(all, lengths);
    }

    private static string[] Cut(byte[] all, long[] lengths)
    {
        var texts = new string[lengths.Length];
        int offset = 0;
        for (int r = 0; r < texts.Length; r++)
        {
            texts[r] = Encoding.UTF8.GetString(all, offset, (int)lengths[r]);
            offset += (int)lengths[r];
        }
        return texts;
    }
}
