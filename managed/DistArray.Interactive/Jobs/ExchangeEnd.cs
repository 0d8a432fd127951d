namespace DistArray.Interactive.Jobs;

/// <summary>How a request ended.</summary>
internal enum ExchangeEnd
{
    /// <summary>Every rank has answered, well or with a failure.</summary>
    Answered,

    /// <summary>Ranks wait in MPI for ever; they were killed.</summary>
    Hung,

    /// <summary>Time was up, and ranks did not come to a point where they can be interrupted; they were killed.</summary>
    TimedOut,

    /// <summary>The client wanted it; they were killed.</summary>
    Killed,

    /// <summary>A process has ended.</summary>
    Lost,
}
