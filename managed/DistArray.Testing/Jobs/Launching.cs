using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Protocol;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Jobs;

/// <summary>A job while it comes up: mpiexec has been started, its ranks connect and load the tests.</summary>
internal sealed class Launching : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("distarray-tests-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly JobRequest _opening;
    private readonly Assembly _assembly;
    private readonly int _size;

    public Launching(Assembly assembly, int ranks)
    {
        _assembly = assembly;
        _size = ranks;
        Ranks = new RankConnection[ranks];
        Address = Path.Combine(_directory.FullName, "socket");
        _opening = new JobRequest
        {
            Assembly = assembly.Location,
            Seed = Randomizer.InitialSeed,
            WorkDirectory = TestContext.CurrentContext.WorkDirectory,
            Parameters = TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? ""),
        };
    }

    public BlockingCollection<JobEvent> Events { get; } = [];

    public RankConnection[] Ranks { get; }

    public Process Process { get; private set; } = null!;

    public JobOutput Output { get; } = new();

    public string Address { get; }

    /// <summary>Name of the job, which its processes carry.</summary>
    public string Job { get; private set; } = "";

    public string AssemblyPath => _assembly.Location;

    public uint? JobId { get; private set; }

    public string? SessionDirectory { get; private set; }

    public DateTime Started { get; } = DateTime.UtcNow;

    /// <summary>Starts the launcher and waits until every rank is ready.</summary>
    /// <exception cref="MpiLaunchException">The launcher is missing, it or a rank ended, the world has another size, the deadline passed, or
    /// the temporary folder's path is too long for a socket.</exception>
    public void Run()
    {
        TimeSpan deadline = Launcher.Deadline();
        ProcessStartInfo command = Launcher.Command(_assembly, _size, Address);
        Job = command.Environment[JobProcesses.Variable]!;
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(Address));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new MpiLaunchException($"The path of a socket, {Address}, is longer than systems allow. Set TMPDIR to a shorter folder.");
        }
        _listener.Listen(_size);
        new Thread(Accept) { IsBackground = true, Name = "ranks" }.Start();
        Process = Launcher.Start(command);
        Process.StandardInput.Close();
        Output.Attach(Process);
        Process.EnableRaisingEvents = true;
        Process.Exited += (_, _) => Events.Add(default);
        Await(deadline);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _directory.Delete(recursive: true);
    }

    private void Await(TimeSpan deadline)
    {
        Stopwatch clock = Stopwatch.StartNew();
        for (int ready = 0; ready < _size;)
        {
            TimeSpan left = deadline - clock.Elapsed;
            if (left <= TimeSpan.Zero || !Events.TryTake(out JobEvent next, left))
                throw Failure($"did not come up within {deadline.TotalSeconds:0.#} s ({Launcher.DeadlineVariable} sets it)");
            switch (next.Message)
            {
                case { Kind: RankMessageKind.Connected } hello:
                    next.Source!.ProcessId = hello.ProcessId;
                    JobId = hello.JobId;
                    SessionDirectory = hello.SessionDirectory;
                    next.Source.TrySend(_opening);
                    break;
                case { Kind: RankMessageKind.Ready } here when here.Size == _size && Ranks[here.Rank] is null:
                    next.Source!.Rank = here.Rank;
                    Ranks[here.Rank] = next.Source;
                    ready++;
                    break;
                case { Kind: RankMessageKind.Ready } here:
                    throw Failure($"has a process that is rank {here.Rank} of {here.Size} where {_size} were asked for: "
                        + "the launcher and the MPI library do not belong together");
                default:
                    throw Failure("ended before its ranks were ready");
            }
        }
    }

    private MpiLaunchException Failure(string what)
    {
        Output.AwaitEnd(TimeSpan.FromSeconds(1));
        JobProcesses.Kill(Job, Process);
        Output.AwaitEnd(TimeSpan.FromSeconds(1));
        Remains.Remove(JobId, SessionDirectory, Started);
        string said = string.Join('\n', Output.Take());
        string command = string.Join(' ', Process.StartInfo.ArgumentList.Prepend(Process.StartInfo.FileName));
        return new MpiLaunchException($"The job of {_size} ranks {what}.\nCommand: {command}\nIts output:\n{(said.Length > 0 ? said : "(none)")}");
    }

    private void Accept()
    {
        try
        {
            for (int k = 0; k < _size; k++) _ = new RankConnection(_listener.Accept(), Events);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The launch was given up.
        }
    }
}
