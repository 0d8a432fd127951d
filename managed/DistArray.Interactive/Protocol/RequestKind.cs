namespace DistArray.Interactive.Protocol;

/// <summary>What the client asks of an engine.</summary>
internal enum RequestKind
{
    /// <summary>Run a compiled line; the bytes are its image and its symbols.</summary>
    Line,

    /// <summary>Call a method of an assembly.</summary>
    Call,

    /// <summary>Format the array that the last line gave. Every rank does it.</summary>
    Format,

    /// <summary>Gather the array that the last line gave to rank 0. Every rank does it.</summary>
    Gather,

    /// <summary>Keep the bytes, elements of an array, for the next line.</summary>
    Elements,

    /// <summary>Forget what lines have defined.</summary>
    Reset,

    /// <summary>Stop at the next check, and say where that is.</summary>
    Hold,

    /// <summary>Go on to a place, and stop there.</summary>
    GoOn,

    /// <summary>End the line, which is at a check.</summary>
    Stop,

    /// <summary>Say how many calls of MPI were made, whatever runs.</summary>
    Tell,
}
