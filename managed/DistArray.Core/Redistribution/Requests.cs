namespace DistArray;

/// <summary>Messages of numbers to any ranks, of which the receivers do not know.</summary>
internal sealed class Requests(ICommunicator communicator)
{
    private readonly SortedDictionary<int, List<long>> _messages = [];

    /// <summary>The message to a rank, to be added to.</summary>
    public List<long> To(int rank)
    {
        if (!_messages.TryGetValue(rank, out List<long>? message)) _messages[rank] = message = [];
        return message;
    }

    /// <summary>Sends all; gives what came from each rank, by ascending rank. <b>Collective.</b></summary>
    public IReadOnlyList<(int Rank, long[] Message)> Exchange()
    {
        var counts = new long[communicator.Size];
        var from = new long[communicator.Size];
        foreach (var (rank, message) in _messages) counts[rank] = message.Count;
        communicator.Alltoall<long>(counts, from);
        long[] sent = [.. _messages.Values.SelectMany(message => message)], received = new long[from.Sum()];
        communicator.Alltoall<long>(sent, counts, received, from);
        var messages = new List<(int, long[])>();
        long start = 0;
        for (int rank = 0; rank < from.Length; start += from[rank++])
            if (from[rank] > 0) messages.Add((rank, received[(int)start..(int)(start + from[rank])]));
        return messages;
    }
}
