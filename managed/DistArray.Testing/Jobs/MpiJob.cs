using System.Collections.Concurrent;
using System.Diagnostics;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Protocol;

namespace DistArray.Testing.Jobs;

/// <summary>One mpiexec job whose ranks wait for tests.</summary>
internal sealed partial class MpiJob : IDisposable
{
    private readonly BlockingCollection<JobEvent> _events;
    private readonly RankConnection[] _ranks;
    private readonly Process _launcher;
    private readonly JobOutput _output;
    private readonly string _job;
    private readonly string _assemblyPath;
    private readonly uint? _jobId;
    private readonly string? _sessionDirectory;
    private readonly DateTime _started;
    private string? _lastTest;
    private TimeSpan _lastTimeout;
    private bool _spent;

    private MpiJob(Launching launching)
    {
        _events = launching.Events;
        _ranks = launching.Ranks;
        _launcher = launching.Process;
        _output = launching.Output;
        _job = launching.Job;
        _assemblyPath = launching.AssemblyPath;
        _jobId = launching.JobId;
        _sessionDirectory = launching.SessionDirectory;
        _started = launching.Started;
    }

    /// <summary>Name of the fixture whose one-time set-up the ranks have, or null.</summary>
    public string? OpenFixture { get; private set; }

    /// <summary>False where a process of the job has ended.</summary>
    public bool IsUsable()
    {
        while (!_spent && _events.TryTake(out JobEvent next)) _spent |= next.Message is null;
        return !_spent;
    }

    /// <summary>Says why a job was launched anew where that was no test's doing.</summary>
    public IEnumerable<string> Obituary()
    {
        if (_killed) return [];
        _output.AwaitEnd(LastWords);
        return [$"The job of {_ranks.Length} ranks had ended after '{_lastTest}'; it was launched again. Its last output:", .. _output.Take()];
    }

    /// <summary>Lets idle ranks leave.</summary>
    public void Release()
    {
        foreach (RankConnection rank in _ranks) rank.Dispose();
    }

    public void Dispose()
    {
        Release();
        if (_killed || !_launcher.WaitForExit(TimeSpan.FromSeconds(3))) Kill();
        _launcher.Dispose();
    }

    private void Kill()
    {
        _spent = _killed = true;
        JobProcesses.Kill(_job, _launcher);
        _output.AwaitEnd(LastWords);
        Remains.Remove(_jobId, _sessionDirectory, _started);
    }
}
