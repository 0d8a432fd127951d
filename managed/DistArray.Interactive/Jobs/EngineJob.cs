using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using DistArray.Interactive.Protocol;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Jobs;

/// <summary>One mpiexec job whose ranks wait for requests.</summary>
internal sealed class EngineJob : IDisposable
{
    private static readonly TimeSpan MarkLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("distarray-engines-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly EngineConnection[] _ranks;
    private readonly JobOutput _output = new();
    private readonly string _address;
    private readonly DateTime _started = DateTime.UtcNow;
    private string _job = "";
    private Process? _launcher;
    private uint? _jobId;
    private string? _sessionDirectory;
    private bool _killed;
    private bool _isDisposed;
    private int _requests;
    private bool _marksCome = true;

    private EngineJob(int ranks)
    {
        _ranks = new EngineConnection[ranks];
        _address = Path.Combine(_directory.FullName, "socket");
    }

    public BlockingCollection<EngineEvent> Events { get; } = [];

    public IReadOnlyList<EngineConnection> Ranks => _ranks;

    /// <summary>Whether it was killed, or a process of it has ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Starts the launcher and waits until every rank is ready.</summary>
    /// <exception cref="EngineException">The launcher is missing, it or a rank ended, the world has another size, or the deadline passed.</exception>
    public static EngineJob Launch(int ranks, EnginesOptions options)
    {
        EngineJob job = new(ranks);
        try
        {
            job.Start(options);
            return job;
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    /// <summary>Notes that a process has ended.</summary>
    public void NoteLoss() => IsOver = true;

    /// <summary>A number for the next request.</summary>
    public int NextNumber() => ++_requests;

    /// <summary>Lines that native code printed until the end of a request, once they have come through the launcher.</summary>
    /// <param name="request">Its number.</param>
    /// <param name="ranks">How many ranks it was for.</param>
    public IReadOnlyList<string> TakeOutput(int request, int ranks)
    {
        string mark = OutputMark.Of(request);
        List<string> lines = [];
        Stopwatch clock = Stopwatch.StartNew();
        for (int marks = 0; marks < ranks && _marksCome;)
        {
            IReadOnlyList<string> taken = _output.Take();
            marks += taken.Count(line => line.Contains(mark, StringComparison.Ordinal));
            lines.AddRange(taken);
            if (taken.Count == 0) Thread.Sleep(1);
            // A launcher that does not pass on what ranks print, or not at once, is not waited for again.
            if (marks < ranks && clock.Elapsed > MarkLimit) _marksCome = false;
        }
        return Told(lines.Concat(_output.Take()));
    }

    /// <summary>Lines that the launcher and native code printed since the last call.</summary>
    public IReadOnlyList<string> TakeOutput() => Told(_output.Take());

    private static string[] Told(IEnumerable<string> lines) =>
        [.. lines.Where(line => !OutputMark.IsIn(line) || JobLine.HasText(OutputMark.Without(line))).Select(line => JobLine.Untag(OutputMark.Without(line)))];

    /// <summary>The lines of a job that ends or was killed, once all have come.</summary>
    public IReadOnlyList<string> TakeLastOutput()
    {
        _output.AwaitEnd(LastWords);
        return TakeOutput();
    }

    /// <summary>Ends all processes of the job at once.</summary>
    public void Kill()
    {
        IsOver = true;
        if (_killed || _launcher is null) return;
        _killed = true;
        JobProcesses.Kill(_job, _launcher);
        _output.AwaitEnd(LastWords);
        Remains.Remove(_jobId, _sessionDirectory, _started);
    }

    /// <summary>Lets idle ranks leave in order, and kills what is left.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        foreach (EngineConnection? rank in _ranks) rank?.Dispose();
        if (_launcher is not null)
        {
            if (IsOver || !_launcher.WaitForExit(LastWords)) Kill();
            _launcher.Dispose();
        }
        _listener.Dispose();
        MeetingPlace.Remove(_directory.FullName);
    }

    private void Start(EnginesOptions options)
    {
        ProcessStartInfo command = EngineProgram.Command(options.Program, _ranks.Length, tagged: true, _directory.FullName, _address);
        _job = command.Environment[JobProcesses.Variable]!;
        EngineProgram.Detach(command);
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(_address));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new EngineException(EngineFailure.Launch, $"The path of a socket, {_address}, is longer than systems allow. Set TMPDIR to a shorter folder.");
        }
        _listener.Listen(_ranks.Length);
        new Thread(Accept) { IsBackground = true, Name = "engines" }.Start();
        try
        {
            _launcher = MpiLauncher.Start(command);
        }
        catch (InvalidOperationException exception)
        {
            throw new EngineException(EngineFailure.Launch, $"Engines need an MPI launcher. {exception.Message}", sessionEnded: true);
        }
        _launcher.StandardInput.Close();
        _output.Attach(_launcher);
        _launcher.EnableRaisingEvents = true;
        _launcher.Exited += (_, _) => Events.Add(default);
        Await(options.LaunchTimeout);
    }

    private void Await(TimeSpan deadline)
    {
        Stopwatch clock = Stopwatch.StartNew();
        for (int ready = 0; ready < _ranks.Length;)
        {
            TimeSpan left = deadline - clock.Elapsed;
            if (left <= TimeSpan.Zero || !Events.TryTake(out EngineEvent next, left))
                throw Failed($"did not come up within {deadline.TotalSeconds:0.#} s (EnginesOptions.LaunchTimeout sets it)");
            switch (next.Message)
            {
                case { Kind: MessageKind.Connected } hello:
                    next.Source!.ProcessId = hello.ProcessId;
                    _jobId = hello.JobId;
                    _sessionDirectory = hello.SessionDirectory;
                    break;
                case { Kind: MessageKind.Ready } here when here.Size == _ranks.Length && _ranks[here.Rank] is null:
                    next.Source!.Rank = here.Rank;
                    _ranks[here.Rank] = next.Source;
                    ready++;
                    break;
                case { Kind: MessageKind.Ready } here:
                    throw Failed($"has a process that is rank {here.Rank} of {here.Size} where {_ranks.Length} were asked for: "
                        + "the launcher and the MPI library do not belong together");
                default:
                    throw Failed("ended before its ranks were ready");
            }
        }
    }

    private EngineException Failed(string what)
    {
        _output.AwaitEnd(TimeSpan.FromSeconds(1));
        Kill();
        string said = string.Join('\n', TakeOutput());
        string command = string.Join(' ', _launcher!.StartInfo.ArgumentList.Prepend(_launcher.StartInfo.FileName));
        return new EngineException(EngineFailure.Launch, $"The job of {_ranks.Length} engines {what}.\nCommand: {command}\nIts output:\n{(said.Length > 0 ? said : "(none)")}", sessionEnded: true);
    }

    private void Accept()
    {
        try
        {
            for (int k = 0; k < _ranks.Length; k++) _ = new EngineConnection(_listener.Accept(), Events);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The launch was given up.
        }
    }
}
