using System.Diagnostics;
using System.Net.Sockets;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi.Tests;

/// <summary>The temporary folder after jobs whose ranks were killed.</summary>
public class DiagnosticFilesTests
{
    private readonly List<string> _files = [];

    [TearDown]
    public void RemoveFiles() => _files.ForEach(File.Delete);

    [Test]
    public void RemoveOfDead_RemovesSocketAndPipesOfAProcessThatHasEnded()
    {
        (int process, ulong start) = Ended();
        string[] files = [Socket(process, start), Pipe(process, start, "in"), Pipe(process, start, "out")];
        DiagnosticFiles.RemoveOfDead(DateTime.UtcNow.AddMinutes(-1));
        Assert.That(files.Where(File.Exists), Is.Empty);
    }

    [Test]
    public void RemoveOfDead_WhereTheNumberWasGivenAgain_RemovesTheFilesOfTheFirst()
    {
        string other = Socket(Environment.ProcessId, ProcessState.Of(Environment.ProcessId)!.Value.Start - 1);
        DiagnosticFiles.RemoveOfDead(DateTime.UtcNow.AddMinutes(-1));
        Assert.That(File.Exists(other), Is.False);
    }

    [Test]
    public void RemoveOfDead_KeepsThoseOfLivingProcesses()
    {
        using Process living = Process.Start("sleep", "60");
        string file = Socket(living.Id, ProcessState.Of(living.Id)!.Value.Start);
        DiagnosticFiles.RemoveOfDead(DateTime.UtcNow.AddMinutes(-1));
        bool isKept = File.Exists(file);
        living.Kill();
        Assert.That(isKept);
    }

    [Test]
    public void RemoveOfDead_KeepsThoseThatAreOlderThanTheJob()
    {
        (int process, ulong start) = Ended();
        string file = Socket(process, start);
        DiagnosticFiles.RemoveOfDead(DateTime.UtcNow.AddMinutes(1));
        Assert.That(File.Exists(file));
    }

    // As that of a process in another container, which shares the folder, and whose number means nothing here.
    [Test]
    public void RemoveOfDead_KeepsWhatAnswers()
    {
        (int process, ulong start) = Ended();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        string file = Note($"dotnet-diagnostic-{process}-{start}-socket"), pipe = Pipe(process, start, "in");
        listener.Bind(new UnixDomainSocketEndPoint(file));
        listener.Listen();
        DiagnosticFiles.RemoveOfDead(DateTime.UtcNow.AddMinutes(-1));
        Assert.That(new[] { file, pipe }.Where(File.Exists), Has.Exactly(2).Items);
    }

    private static (int Process, ulong Start) Ended()
    {
        using Process process = Process.Start("sleep", "60");
        ulong start = ProcessState.Of(process.Id)!.Value.Start;
        process.Kill();
        process.WaitForExit();
        return (process.Id, start);
    }

    // A socket nobody listens to any more.
    private string Socket(int process, ulong start)
    {
        string file = Note($"dotnet-diagnostic-{process}-{start}-socket"), bound = Note($"distarray-{Guid.NewGuid():N}");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(bound));
        // .NET removes what it has bound.
        File.Move(bound, file);
        return file;
    }

    private string Pipe(int process, ulong start, string end)
    {
        string file = Note($"clr-debug-pipe-{process}-{start}-{end}");
        File.WriteAllText(file, "");
        return file;
    }

    private string Note(string name)
    {
        string file = Path.Combine(Path.GetTempPath(), name);
        _files.Add(file);
        return file;
    }
}
