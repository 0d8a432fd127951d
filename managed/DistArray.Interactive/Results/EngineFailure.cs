namespace DistArray.Interactive;

/// <summary>Why engines did not do what they were asked for.</summary>
public enum EngineFailure
{
    /// <summary>The ranks did not come up.</summary>
    Launch,

    /// <summary>The line does not compile; nothing has run.</summary>
    Compilation,

    /// <summary>Ranks have thrown.</summary>
    Exception,

    /// <summary>The line was interrupted.</summary>
    Interrupted,

    /// <summary>The line took longer than it may.</summary>
    TimedOut,

    /// <summary>Ranks wait in MPI for what can not come.</summary>
    Hung,

    /// <summary>A rank's process has ended.</summary>
    Lost,

    /// <summary>The session has ended, or ranks may have messages left over.</summary>
    Unusable,
}
