using System.Diagnostics;
using DistArray.Mpi;

namespace DistArray.Benchmarks.Main;

/// <summary>Proportional set size of rank 1 of 2 while it steps, wrapped minus plain.</summary>
internal static class MemoryBenchmark
{
    private const int Samples = 7;

    public static Row Measure()
    {
        const string Name = "memory of rank 1 beyond the core's own program";
        string initial = Path.Combine(Path.GetTempPath(), $"distarray-bench-{Environment.ProcessId}.raw");
        try
        {
            Jobs.Run(2, Workers.Command("step", [.. StepBenchmark.Case.Arguments(initial), "create"]));
            var wrapped = new List<double>();
            var plain = new List<double>();
            for (int i = 0; i < Samples; i++)
            {
                wrapped.Add(Sample(Workers.Command("step", [.. StepBenchmark.Case.Arguments(initial), "hold"])));
                plain.Add(Sample(StepBenchmark.PlainCommand(initial, repeat: 10)));
            }
            return Row.Of(Name, "MB", 50, [.. wrapped.Zip(plain, (mine, core) => mine - core)], $"{Row.Median(plain):F1} MB");
        }
        finally
        {
            File.Delete(initial);
        }
    }

    // Lets the job step for a while, reads the memory of its rank 1 from outside, and waits for its end: a killed job would leave shared memory behind.
    private static double Sample(string[] command)
    {
        using var job = MpiLauncher.Start(MpiLauncher.StartInfo(2, command));
        try
        {
            job.StandardInput.Close();
            _ = job.StandardOutput.ReadToEndAsync();
            _ = job.StandardError.ReadToEndAsync();
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < TimeSpan.FromSeconds(3) && !job.HasExited) Thread.Sleep(50);
            int rank1 = Descendants(job.Id).First(id => Variable(id, "OMPI_COMM_WORLD_RANK") == "1");
            string line = File.ReadLines($"/proc/{rank1}/smaps_rollup").First(text => text.StartsWith("Pss:", StringComparison.Ordinal));
            return Jobs.Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024 / 1e6;
        }
        finally
        {
            if (!job.WaitForExit(TimeSpan.FromMinutes(2))) job.Kill(entireProcessTree: true);
        }
    }

    private static IEnumerable<int> Descendants(int parent)
    {
        foreach (int child in File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))
        {
            yield return child;
            foreach (int grandchild in Descendants(child)) yield return grandchild;
        }
    }

    private static string? Variable(int process, string name) => File.ReadAllText($"/proc/{process}/environ").Split('\0')
        .FirstOrDefault(entry => entry.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
