using System.Diagnostics;

namespace DistArray.Mpi.Jobs;

/// <summary>What the launcher and the native parts of the ranks print.</summary>
internal sealed class JobOutput
{
    private readonly List<string> _lines = [];
    private readonly CountdownEvent _open = new(2);

    public void Attach(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lines)
        {
            string[] taken = [.. _lines];
            _lines.Clear();
            return taken;
        }
    }

    /// <summary>Waits until the launcher has closed its output, so that nothing it said is missed.</summary>
    public void AwaitEnd(TimeSpan timeout) => _open.Wait(timeout);

    private void Add(string? line)
    {
        if (line is null) _open.Signal();
        else
            lock (_lines) _lines.Add(line);
    }
}
