using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DistArray.Mpi;

namespace Demo;

/// <summary>A program on two ranks, and what it printed.</summary>
/// <param name="Output">Standard output.</param>
internal sealed record Job(string Output)
{
    private const int Ranks = 2;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="deadline">How long it may take.</param>
    /// <param name="isShown">Whether its output is shown while it runs.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <exception cref="DemoFailedException">It failed, or did not end in time.</exception>
    public static Job Run(TimeSpan deadline, bool isShown, params string[] command)
    {
        using Process process = MpiLauncher.Start(MpiLauncher.StartInfo(Ranks, command));
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = Read(process.StandardOutput, isShown);
        if (!process.WaitForExit(deadline))
        {
            process.Kill(entireProcessTree: true);
            throw new DemoFailedException($"{string.Join(' ', command)}\ndid not end within {deadline.TotalSeconds} s, and was killed.");
        }
        return process.ExitCode == 0
            ? new Job(output.Result)
            : throw new DemoFailedException($"{string.Join(' ', command)}\nended with status {process.ExitCode}:\n{error.Result}");
    }

    /// <summary>A number that was printed as <c>name=number</c>.</summary>
    public double Number(string name) =>
        Regex.Match(Output, $@"\b{name}=\s*(\S+)") is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new DemoFailedException($"There is no {name} in the output:\n{Output}");

    private static async Task<string> Read(StreamReader reader, bool isShown)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (isShown) Console.WriteLine($"  {line}");
        }
        return string.Join('\n', lines);
    }
}
