using DistArray.Interactive.Compiling;
using DistArray.Interactive.Jobs;

namespace DistArray.Interactive;

/// <summary>Ranks that live on between lines, driven from one program that is no rank itself.</summary>
/// <remarks>
/// <para><see cref="Launch"/> starts <c>mpiexec</c>; the ranks then wait for what this object asks of all of them: lines of C# (<see cref="Execute(string)"/>,
/// <see cref="Evaluate{T}"/>), lambdas of the client's program (<see cref="Apply{TResult}"/>), arrays by reference (<see cref="Array{T}"/>). A line is compiled
/// once, here; what it defines is there in the next one. In scope are <c>World</c>, <c>Rank</c>, <c>Size</c> and <c>It</c> (<see cref="EngineScope"/>).</para>
/// <para>A line that fails on any rank defines nothing on any. Nothing waits for ever: a line that the ranks cannot end is found, told with where each
/// rank is, and the ranks are ended; <see cref="Restart"/> starts new ones. One thread at a time may ask; <see cref="Interrupt"/> and
/// <see cref="Kill"/> may be called from any.</para>
/// </remarks>
public sealed partial class Engines : IDisposable
{
    private readonly Lock _gate = new();
    private readonly EnginesOptions _options;
    private readonly LineCompiler _compiler;
    private EngineJob? _job;
    private string? _end;
    private bool _disposed;

    private Engines(int size, EnginesOptions options)
    {
        Size = size;
        _options = options;
        _compiler = new LineCompiler(options.References, options.Imports);
        _job = EngineJob.Launch(size, options);
    }

    /// <summary>Number of ranks.</summary>
    public int Size { get; }

    /// <summary>Whether the ranks live.</summary>
    public bool IsAlive => _job is { IsOver: false };

    /// <summary>Why arrays should not communicate any more, though the ranks live: in a line that failed they made different numbers of collective
    /// calls, so that messages of one may be taken for those of another. Null where there is no such doubt.</summary>
    /// <remarks>Lines are refused as long as it stands: <see cref="Restart"/>, or <see cref="Trust"/> where the calls were those of parts of the ranks.</remarks>
    public string? Doubt { get; private set; }

    /// <summary>Starts ranks.</summary>
    /// <param name="ranks">How many, 1 or more.</param>
    /// <param name="options">How they are started and watched, or null for the defaults.</param>
    /// <returns>The engines, ready.</returns>
    /// <exception cref="EngineException">They did not come up; says why and what the launcher said.</exception>
    public static Engines Launch(int ranks, EnginesOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        return new Engines(ranks, options ?? new EnginesOptions());
    }

    /// <summary>Whether a text can be run, right or wrong, or goes on in a further line.</summary>
    /// <param name="text">C# of a line.</param>
    public static bool IsComplete(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LineCompiler.IsComplete(text);
    }

    /// <summary>Ends the ranks, if they live, and starts as many new ones, which know nothing of earlier lines.</summary>
    /// <exception cref="EngineException">They did not come up.</exception>
    public void Restart()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _job?.Dispose();
            _job = null;
            _compiler.Reset();
            Doubt = null;
            _job = EngineJob.Launch(Size, _options);
            _end = null;
        }
    }

    /// <summary>Clears <see cref="Doubt"/>.</summary>
    public void Trust() => Doubt = null;

    /// <summary>Ends the ranks. A line that runs is given up.</summary>
    public void Dispose()
    {
        EnterAtOnce("The engines were disposed of.");
        _disposed = true;
        _job?.Dispose();
        _job = null;
        _gate.Exit();
    }
}
