using DistArray.Mpi;

namespace DistArray.Trilinos;

/// <summary>Ends the job where a rank that has failed is not heard in time, since the others wait for it in the middle of something.</summary>
internal sealed class FailureDeadline : IDisposable
{
    private readonly Timer _timer;

    /// <summary>How long the others may take to come.</summary>
    public static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts the time.</summary>
    public FailureDeadline(Exception failure) => _timer = new Timer(
        _ => MpiEnvironment.Abort(new TrilinosException($"This rank failed {Patience.TotalSeconds:0} s ago, and the others wait for it elsewhere, so that they cannot be told.", failure)),
        null, Patience, Timeout.InfiniteTimeSpan);

    /// <summary>The others have come.</summary>
    public void Dispose() => _timer.Dispose();
}
