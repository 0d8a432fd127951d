namespace DistArray.Mpi.Tests;

/// <summary>The launcher's own manners, with a program in the place of mpiexec.</summary>
public class LauncherTests
{
    [Test]
    public void Run_WhereARankOutlivesItsLauncher_TellsWhatCameUntilThen()
    {
        string script = Path.Combine(Directory.CreateTempSubdirectory("launcher").FullName, "mpiexec");
        File.WriteAllText(script, "echo first words\necho a complaint >&2\nsleep 8 &\nexit 3\n");
        string[] names = ["DISTARRAY_MPIEXEC", "DISTARRAY_MPIEXEC_ARGS"];
        string?[] before = [.. names.Select(Environment.GetEnvironmentVariable)];
        Environment.SetEnvironmentVariable(names[0], "sh");
        Environment.SetEnvironmentVariable(names[1], script);
        try
        {
            MpiLaunchResult result = MpiLauncher.Run(1, TimeSpan.FromSeconds(30), "program");
            Assert.That((result.ExitCode, result.TimedOut), Is.EqualTo((3, false)));
            Assert.That(result.Output, Is.EqualTo("first words\n"));
            Assert.That(result.Error, Is.EqualTo("a complaint\n"));
        }
        finally
        {
            for (int i = 0; i < names.Length; i++)
                Environment.SetEnvironmentVariable(names[i], before[i]);
            Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }
}
