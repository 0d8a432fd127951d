using System.Text;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Jobs;

/// <summary>How one rank fares with a request.</summary>
internal sealed class RankState(EngineConnection engine)
{
    public EngineConnection Engine { get; } = engine;

    public int Rank => Engine.Rank;

    /// <summary>The end, or null as long as it has not come.</summary>
    public EngineMessage? Ended { get; set; }

    /// <summary>The bytes that came with the end.</summary>
    public byte[] Payload { get; set; } = [];

    public StringBuilder Output { get; } = new();

    /// <summary>Collective calls as far as the rank has told.</summary>
    public long Position { get; set; }

    public bool IsAtCheck { get; set; }

    /// <summary>Calls of MPI as far as the rank has told.</summary>
    public long Calls { get; set; } = -1;

    /// <summary>When its process was seen to have ended, or null.</summary>
    public TimeSpan? LostAt { get; set; }

    public RankStack? Stack { get; set; }

    public bool IsDone => Ended is not null;

    public bool HasFailed => Ended?.Failure is not null;
}
