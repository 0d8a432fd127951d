using System.Diagnostics;

namespace Guides.Tests;

/// <summary>Commands of a guide at a shell's prompt, and what it says they print.</summary>
internal sealed class ConsoleSession
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly CodeBlock _block;

    private ConsoleSession(CodeBlock block, IReadOnlyList<(string Command, string Output)> commands)
    {
        _block = block;
        Commands = commands;
    }

    /// <summary>The commands; of each what it prints, empty where the guide says nothing.</summary>
    public IReadOnlyList<(string Command, string Output)> Commands { get; }

    /// <summary>The session of a block whose commands begin with a dollar sign.</summary>
    public static ConsoleSession Of(CodeBlock block)
    {
        List<(string Command, string Output)> commands = [];
        foreach (string line in block.Code.Split('\n'))
            if (line.StartsWith("$ ", StringComparison.Ordinal)) commands.Add((line[2..], ""));
            else commands[^1] = (commands[^1].Command, commands[^1].Output + line + "\n");
        return new ConsoleSession(block, commands);
    }

    /// <summary>Whether bash understands commands.</summary>
    public static void AssertSyntax(string commands) => Assert.That(Bash("-n", commands, ".").Said, Is.Empty, commands);

    /// <summary>Runs the commands in a folder, and compares what they print.</summary>
    public void Run(string folder)
    {
        if (_block.Setup.Length > 0)
        {
            var (status, said) = Bash("-e", _block.Setup, folder);
            Assert.That(status, Is.Zero, $"What comes before line {_block.Line}: {said}");
        }
        foreach ((string command, string output) in Commands)
        {
            var (status, said) = Bash("-e", command, folder);
            if (output.Length == 0) Assert.That(status, Is.Zero, $"{command}: {said}");
            else Assert.That((_block.Varies ? Printed.Leveled(said) : Printed.Trimmed(said)) + "\n", Does.Match($"^{Printed.Pattern(output, _block.Varies)}$"), $"line {_block.Line}: {command}");
        }
    }

    private static (int Status, string Said) Bash(string option, string commands, string folder)
    {
        var start = new ProcessStartInfo("/bin/bash", [option, "-c", $"exec 2>&1\n{commands}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["BASH_ENV"] = Path.Combine(AppContext.BaseDirectory, "console.sh");
        start.Environment["PROGRAMS"] = AppContext.BaseDirectory;
        start.Environment["REPOSITORY"] = GuideReader.Repository;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Deadline))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"It does not end:\n{commands}");
        }
        return (process.ExitCode, said.Result);
    }
}
