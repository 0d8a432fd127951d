namespace DistArray.Cli.Interactive;

/// <summary>What a key did.</summary>
internal enum KeyOutcome
{
    /// <summary>The line has changed, or not.</summary>
    Typed,

    /// <summary>The line is done.</summary>
    Enter,

    /// <summary>The line is given up.</summary>
    GiveUp,

    /// <summary>No more lines come.</summary>
    End,
}
