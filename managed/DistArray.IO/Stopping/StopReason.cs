namespace DistArray.IO;

/// <summary>Why a program is to stop; where several hold, the greatest is told.</summary>
public enum StopReason
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>The wall-clock limit is near.</summary>
    WallLimit = 1,

    /// <summary>SIGUSR1 has come, as batch systems send it a while before the end.</summary>
    UserSignal = 2,

    /// <summary>SIGTERM has come.</summary>
    Termination = 3,
}
