using System.Diagnostics;
using System.Runtime.InteropServices;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Tests.Tools;

/// <summary>Ranks that hang, and work that is interrupted.</summary>
internal sealed class EndingTests
{
    private const int Interrupt = 2, KillNow = 9, Stop = 19;
    private readonly ToolFolder _folder = new();

    [OneTimeSetUp]
    public void Make()
    {
        using FileStream file = File.Create(_folder["large.raw"]);
        file.SetLength(800_000_000);
    }

    [TearDown]
    public void DeleteResult() => File.Delete(_folder["large.npy"]);

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase(Stop, "told nothing for 8 s, and were ended. --deadline gives them longer.", "--deadline", "8")]
    [TestCase(KillNow, "ended with status ")]
    public void Convert_WithARankThatHangsOrIsKilled_SaysSo(int signal, string told, params string[] options)
    {
        using Process process = Convert(["-n", "2", .. options]);
        _ = Kill(Ranks()[^1], signal);
        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.That(process.ExitCode, Is.EqualTo(70));
        Assert.That(process.StandardError.ReadToEnd(), Does.Contain($"convert: the 2 ranks {told}"));
        ExpectNothingLeft();
    }

    [TestCase]
    [TestCase("-n", "2")]
    public void Convert_Interrupted_LeavesNothing(params string[] options)
    {
        using Process process = Convert(options);
        _ = Kill(process.Id, Interrupt);
        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.That(process.ExitCode, Is.EqualTo(130), process.StandardError.ReadToEnd());
        ExpectNothingLeft();
    }

    [TestCase("--help")]
    [TestCase("layout", "--shape", "4,4", "-n", "2")]
    [TestCase("show", "large.raw", "--raw", "float64:100000000", "-n", "2")]
    public void Output_ToAFullDisk_IsAFailureInAnyCommand(params string[] line)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/full", "sh", .. ToolProcess.Command, .. line.Select(part => part == "large.raw" ? _folder[part] : part)]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.That(process.ExitCode, Is.EqualTo(70));
        Assert.That(process.StandardError.ReadToEnd(), Does.StartWith("distarray: ").And.EndWith("No space left on device\n").And.Not.Contain("   at "));
        Assert.That(Ranks(), Is.Empty);
    }

    // Begins to convert, and comes back when it writes.
    private Process Convert(params string[] options)
    {
        // A shell without job control has its background programs ignore Ctrl-C.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", .. ToolProcess.Command, "convert", _folder["large.raw"], _folder["large.npy"], "--raw", "float64:100000x1000", .. options]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        Assert.That(SpinWait.SpinUntil(() => File.Exists(_folder["large.npy.partial"]), TimeSpan.FromSeconds(60)));
        return process;
    }

    private void ExpectNothingLeft()
    {
        Assert.That(_folder.Names, Is.EqualTo(new[] { "large.raw" }));
        Assert.That(Ranks(), Is.Empty);
    }

    private int[] Ranks() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!)).Where(IsRank).Order()];

    private bool IsRank(int process)
    {
        try
        {
            string line = File.ReadAllText($"/proc/{process}/cmdline");
            return line.Contains(_folder["large.raw"], StringComparison.Ordinal) && line.Contains(RankProcess.Argument, StringComparison.Ordinal) && !line.Contains("mpiexec", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
