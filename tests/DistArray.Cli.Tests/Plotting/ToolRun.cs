using System.Diagnostics;
using System.Globalization;

namespace DistArray.Cli.Tests.Plotting;

/// <summary>A command line of the tool in this process, and Python beside it.</summary>
internal sealed record ToolRun(int Status, string Output, string Error)
{
    public static ToolRun Of(params string[] line)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        int status = Tool.Run(line, output, error);
        return new ToolRun(status, output.ToString(), error.ToString());
    }

    /// <summary>What a command printed, which must have been done.</summary>
    public static string Good(params string[] line)
    {
        ToolRun run = Of(line);
        Assert.That(run.Status, Is.Zero, run.Error);
        return run.Output;
    }

    /// <summary>What a script of NumPy and h5py printed, as numbers.</summary>
    public static double[] Python(string folder, string script)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", $"import numpy as np, h5py\n{script}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }
}
