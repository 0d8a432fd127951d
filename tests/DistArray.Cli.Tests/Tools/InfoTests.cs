using System.Text.Json;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Tests.Tools;

/// <summary><c>distarray info</c> and <c>distarray selftest</c>.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal sealed class InfoTests
{
    private readonly ToolFolder _folder = new();

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Info_TellsWhatIsThere()
    {
        string output = _folder.Good("info");
        Assert.That(output, Does.Match(@"MPI library +Open MPI v\d").And.Match(@"HDF5 +1\.\d+\.\d+, parallel +/").And.Match("gfortran +GNU Fortran").And.Contain("NumPy").And.Not.Contain("WRONG"));
        using JsonDocument document = JsonDocument.Parse(_folder.Good("info", "--json"));
        Assert.That(document.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()), Does.Contain("MPI launcher").And.Contain("Trilinos"));
    }

    [Test]
    public void Info_OfALauncherOfAnotherMpi_TellsTheMismatch()
    {
        (int status, string output) = WithLauncher("echo 'HYDRA build details:'; echo '    Version:      4.0.2'", () => _folder.Run("info") is var (status, output, _) ? (status, output) : default);
        Assert.That(status, Is.EqualTo(1));
        Assert.That(output, Does.Contain("MPICH's Hydra 4.0.2: WRONG, it is of MPICH, and the library is of Open MPI: each process would compute alone").And.Contain("DISTARRAY_MPIEXEC"));
    }

    [Test]
    public void SelfTest_OnOneAndTwoRanks_Passes()
    {
        (int status, string output, string error) = _folder.Run("selftest", "-n", "2", "--folder", "@", "--deadline", "300", "--json");
        Assert.That((status, error), Is.EqualTo((0, "")), output);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement[] results = [.. document.RootElement.GetProperty("results").EnumerateArray()];
        Assert.That(results, Has.Length.EqualTo(2 * SelfTesting.RankTests.Names.Count));
        Assert.That(results.Where(result => result.GetProperty("name").GetString() != "Trilinos").Select(result => result.GetProperty("outcome").GetString()), Is.All.EqualTo("pass"), output);
        Assert.That(_folder.Names, Is.Empty, "its files are gone");
    }

    [Test]
    public void SelfTest_OfRanksThatDoNotEnd_FailsAtTheDeadline()
    {
        (int status, string output, _) = WithLauncher("sleep 100", () => _folder.Run("selftest", "-n", "1", "--deadline", "1"));
        Assert.That(status, Is.EqualTo(1));
        Assert.That(output, Does.Contain("did not end within 1 s, and were ended").And.Contain("0 passed, 1 failed"));
    }

    [Test]
    public void Ranks_ThatDie_AreToldWithWhatTheySaid()
    {
        (int status, _, string error) = WithLauncher("echo 'no such host' >&2; exit 5", () =>
        {
            File.WriteAllText(_folder["a.txt"], "1 2\n");
            return _folder.Run("show", "@a.txt", "-n", "2");
        });
        File.Delete(_folder["a.txt"]);
        Assert.That(status, Is.EqualTo(70));
        Assert.That(error, Does.Contain("ended with status 5 before the work was done").And.Contain("no such host"));
    }

    [Test]
    public void Ranks_WithoutALauncher_AreToldWhatToInstall()
    {
        Environment.SetEnvironmentVariable("DISTARRAY_MPIEXEC", "/nowhere/mpiexec");
        try
        {
            Assert.That(() => new RankJob(2, TimeSpan.FromMinutes(1)).Run(["info"], TextWriter.Null, TextWriter.Null), Throws.TypeOf<LaunchException>().With.Message.Contains("apt-get install openmpi-bin"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISTARRAY_MPIEXEC", null);
        }
    }

    private static T WithLauncher<T>(string script, Func<T> run)
    {
        using var folder = new ToolFolder();
        string launcher = folder["mpiexec"];
        File.WriteAllText(launcher, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(launcher, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("DISTARRAY_MPIEXEC", launcher);
        try
        {
            return run();
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISTARRAY_MPIEXEC", null);
        }
    }
}
