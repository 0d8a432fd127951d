using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests;

/// <summary>Launchers that are missing, that fail, and that never answer.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class LaunchTests
{
    private const string Sample = "Name~World_HasTheSizeAskedFor&TestCategory=Ranks3";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("distarray-launchers-");

    [OneTimeTearDown]
    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void MissingLauncher_SaysWhatToInstall() =>
        Assert.That(Message(("DISTARRAY_MPIEXEC", "/nowhere/mpiexec")), Does.Contain("'/nowhere/mpiexec' does not start").And.Contain("apt-get install openmpi-bin").And.Contain("DISTARRAY_MPIEXEC"));

    [Test]
    public void FailingLauncher_ShowsItsOutput() =>
        Assert.That(Message(("DISTARRAY_MPIEXEC", Script("failing", "echo no slots left; exit 3"))), Does.StartWith("The job of 3 ranks ended before its ranks were ready.").And.Contain("no slots left"));

    [Test]
    public void SilentLauncher_IsGivenUpAtTheDeadline() =>
        Assert.That(Message(("DISTARRAY_MPIEXEC", Script("silent", "echo waiting for nodes; exec sleep 1000")), ("DISTARRAY_MPIEXEC_TIMEOUT", "2")),
            Does.StartWith("The job of 3 ranks did not come up within 2 s").And.Contain("waiting for nodes"));

    [Test]
    public void WorldOfAnotherSize_IsRefused()
    {
        string launcher = Environment.GetEnvironmentVariable("DISTARRAY_MPIEXEC") ?? "mpiexec --allow-run-as-root --oversubscribe --bind-to none";
        string twoRanks = $"while [ \"$1\" != -n ]; do shift; done; shift 2; exec {launcher} -n 2 \"$@\"";
        Assert.That(Message(("DISTARRAY_MPIEXEC", Script("smaller", twoRanks))), Does.Match(@"The job of 3 ranks has a process that is rank [01] of 2 where 3 were asked for"));
    }

    [Test]
    public void DeadlineThatIsNoNumber_IsRefused() =>
        Assert.That(Message(("DISTARRAY_MPIEXEC_TIMEOUT", "soon")), Does.Contain("DISTARRAY_MPIEXEC_TIMEOUT is 'soon'"));

    [Test]
    public void TemporaryFolderTooLongForASocket_SaysWhatToSet()
    {
        string folder = _folder.CreateSubdirectory(new string('t', 100)).FullName;
        Assert.That(Message(("TMPDIR", folder)), Does.Match($"The path of a socket, {folder}/.*/socket, is longer than systems allow. Set TMPDIR to a shorter folder."));
        Assert.That(Directory.GetFileSystemEntries(folder, "distarray-*"), Is.Empty);
    }

    [Test]
    public void TestProcessThatIsARank_SaysHowToRunInItsJob() =>
        Assert.That(Message(("OMPI_COMM_WORLD_SIZE", "4")), Does.Contain("mpiexec -n 4 dotnet exec DistArray.Testing.dll run DistArray.Testing.Samples.dll"));

    private static string Message(params (string, string)[] environment)
    {
        using SampleRun run = new(Sample, environment);
        SampleResult result = run.Results["World_HasTheSizeAskedFor(3 ranks)"];
        Assert.That(result.Outcome, Is.EqualTo("Failed"));
        return result.Message.Trim();
    }

    private string Script(string name, string body)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
