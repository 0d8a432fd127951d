namespace DistArray.Mpi.Tests;

/// <summary>The launcher's own manners, with a program in the place of mpiexec.</summary>
public class LauncherTests
{
    [Test]
    public void Run_WhereARankOutlivesItsLauncher_TellsWhatCameUntilThen()
    {
        string script = Path.Combine(Directory.CreateTempSubdirectory("launcher").FullName, "mpiexec");
        File.WriteAllText(script, "echo first words\necho a complaint >&2\nsleep 8 &\nexit 3\n");
        try
        {
            MpiLaunchResult result = With("sh", script, () => MpiLauncher.Run(1, TimeSpan.FromSeconds(30), "program"));
            Assert.That((result.ExitCode, result.TimedOut), Is.EqualTo((3, false)));
            Assert.That(result.Output, Is.EqualTo("first words\n"));
            Assert.That(result.Error, Is.EqualTo("a complaint\n"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }

    [Test]
    public void Rank_OnATerminalOfTheLaunchers_PrintsItsTextAndNoEscape()
    {
        string options = string.Join(' ', LauncherProgram.Options(tagged: false)).Replace("TERM=dumb", "TERM=xterm", StringComparison.Ordinal);
        MpiLaunchResult result = With(LauncherProgram.Name, options, () => MpiLauncher.Run(2, TimeSpan.FromSeconds(60), "dotnet", FaultTests.Program, "none"));
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output.ReplaceLineEndings("\n").Split('\n'), Is.EquivalentTo(["rank 0 of 2 done", "rank 1 of 2 done", ""]));
    }

    private static MpiLaunchResult With(string launcher, string options, Func<MpiLaunchResult> run)
    {
        string[] names = ["DISTARRAY_MPIEXEC", "DISTARRAY_MPIEXEC_ARGS"];
        string?[] before = [.. names.Select(Environment.GetEnvironmentVariable)];
        Environment.SetEnvironmentVariable(names[0], launcher);
        Environment.SetEnvironmentVariable(names[1], options);
        try
        {
            return run();
        }
        finally
        {
            for (int i = 0; i < names.Length; i++)
                Environment.SetEnvironmentVariable(names[i], before[i]);
        }
    }
}
