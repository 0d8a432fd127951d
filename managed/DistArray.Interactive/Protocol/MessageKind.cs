namespace DistArray.Interactive.Protocol;

/// <summary>What an engine tells the client.</summary>
internal enum MessageKind
{
    /// <summary>The process is there; says its id and what finds its remains.</summary>
    Connected,

    /// <summary>MPI is up; says rank and size.</summary>
    Ready,

    /// <summary>Something was printed.</summary>
    Output,

    /// <summary>The rank is held, or has come to a check while held.</summary>
    Held,

    /// <summary>How many calls of MPI the rank has made.</summary>
    Told,

    /// <summary>The request is done, or has failed.</summary>
    Ended,
}
