namespace DistArray;

/// <summary>Memory of other ranks of the same machine that this rank can read by itself.</summary>
internal interface INodeMemory
{
    /// <summary>The ranks of the machine, for what they have to tell each other.</summary>
    ICommunicator Communicator { get; }

    /// <summary>A rank's number in <see cref="Communicator"/>, or -1 where the two cannot read each other's memory: the same on both.</summary>
    int NumberOf(int rank);

    /// <summary>Whether addresses of a rank are good in this process, too.</summary>
    bool IsDirect(int rank);

    /// <summary>Copies another rank's memory.</summary>
    /// <param name="rank">Whose memory.</param>
    /// <param name="remote">Where the bytes lie there, at most 1024 pieces.</param>
    /// <param name="local">Where they go here; as many bytes in all, in at most 1024 pieces.</param>
    /// <returns>Whether all were copied.</returns>
    bool TryRead(int rank, ReadOnlySpan<MemoryPiece> remote, ReadOnlySpan<MemoryPiece> local);
}

/// <summary>A piece of memory: as the system's <c>iovec</c>.</summary>
internal readonly record struct MemoryPiece(nint Start, nint Bytes)
{
    /// <summary>Adds a piece to a list; to the last one where it goes on there.</summary>
    public static void Add(List<MemoryPiece> pieces, nint start, nint bytes)
    {
        if (pieces.Count > 0 && pieces[^1] is var last && last.Start + last.Bytes == start) pieces[^1] = last with { Bytes = last.Bytes + bytes };
        else pieces.Add(new MemoryPiece(start, bytes));
    }
}
