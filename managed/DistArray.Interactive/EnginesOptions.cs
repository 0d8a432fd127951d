using System.Reflection;

namespace DistArray.Interactive;

/// <summary>How engines are started and watched.</summary>
public sealed record EnginesOptions
{
    /// <summary>How long the ranks may take to come up.</summary>
    public TimeSpan LaunchTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a line, call or transfer may take; then it is interrupted, and the engines are ended where that does not help.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the ranks that have not ended a line may all stay in one and the same MPI call, until the line counts as hung. It is 2 s at most
    /// once a rank has failed.</summary>
    public TimeSpan HangLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Assemblies that lines may use, beyond those of the client's program.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Namespaces that lines need no <c>using</c> for, beyond .NET's usual ones and DistArray's.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>The client's program, whose runtime and dependencies the engines use; null for the process' own.</summary>
    /// <remarks>A test assembly names itself here: the process' own program is the test runner then.</remarks>
    public Assembly? Program { get; init; }
}
