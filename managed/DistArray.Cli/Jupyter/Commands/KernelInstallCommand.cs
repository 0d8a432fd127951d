using System.Text.Json;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Interactive;

namespace DistArray.Cli.Jupyter.Commands;

/// <summary><c>distarray kernel install</c>.</summary>
internal sealed class KernelInstallCommand : Command
{
    private static readonly CountOption s_ranks = new("-n", "RANKS", "how many ranks a notebook has (2)", 2);
    private static readonly TextOption s_folder = new("--folder", "DIR", "Jupyter's data folder (JUPYTER_DATA_DIR, or ~/.local/share/jupyter)");

    public override string Name => "kernel install";

    public override string Summary => "makes C# on several ranks a kernel of Jupyter";

    public override string Description => """
        Writes a kernel description for Jupyter, named after the number of ranks: notebooks then offer "C# on 2 ranks (DistArray)". Each notebook has a job of its
        own, as `distarray repl` has. Needs Jupyter: Debian's packages jupyter-notebook or jupyterlab.
        """;

    public override IReadOnlyList<Option> Options { get; } = [s_ranks, s_folder, .. LineLimits.Options];

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        int ranks = given.Value(s_ranks);
        string folder = Path.Combine(Path.GetFullPath(given.Value(s_folder) ?? DataFolder()), "kernels", $"distarray-{ranks}");
        var description = new
        {
            argv = (string[])[.. OwnCommand(), "kernel", "run", "{connection_file}", "-n", $"{ranks}", .. LineLimits.Again(given)],
            display_name = ranks == 1 ? "C# on 1 rank (DistArray)" : $"C# on {ranks} ranks (DistArray)",
            language = "csharp",
            interrupt_mode = "message",
        };
        try
        {
            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, "kernel.json");
            File.WriteAllText(file, JsonSerializer.Serialize(description, new JsonSerializerOptions { WriteIndented = true }) + "\n");
            output.WriteLine($"{file}\nThe kernel is named distarray-{ranks}.");
            return ExitStatus.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"kernel install: {folder} cannot be written: {e.Message}");
        }
    }

    private static string DataFolder() => Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } given ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "jupyter");

    // The tool is a program of its own, or a library that dotnet runs.
    private static string[] OwnCommand()
    {
        string program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(Tool).Assembly.Location] : [program];
    }
}
