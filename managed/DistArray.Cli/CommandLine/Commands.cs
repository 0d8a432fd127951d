using DistArray.Cli.Benching;
using DistArray.Cli.Checkpoints;
using DistArray.Cli.Completion;
using DistArray.Cli.Converting;
using DistArray.Cli.Informing;
using DistArray.Cli.Interactive;
using DistArray.Cli.Jupyter.Commands;
using DistArray.Cli.Layouts;
using DistArray.Cli.Plotting;
using DistArray.Cli.SelfTesting;
using DistArray.Cli.Showing;
using DistArray.Cli.Wrapping;

namespace DistArray.Cli.CommandLine;

/// <summary>The commands of the tool, in the order of the help.</summary>
internal static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        new InfoCommand(),
        new SelfTestCommand(),
        new WrapCommand(),
        new ShowCommand(),
        new ConvertCommand(),
        new CheckpointListCommand(),
        new CheckpointVerifyCommand(),
        new PlotCommand(),
        new LayoutCommand(),
        new BenchCommand(),
        new ReplCommand(),
        new RunCommand(),
        new KernelInstallCommand(),
        new KernelRunCommand(),
        new CompletionCommand(),
    ];

    /// <summary>The command that a command line begins with, and the arguments after its name.</summary>
    /// <exception cref="UsageException">It begins with none.</exception>
    public static (Command Command, IReadOnlyList<string> Arguments) Find(IReadOnlyList<string> line)
    {
        foreach (Command command in All)
        {
            string[] words = command.Name.Split(' ');
            if (line.Take(words.Length).SequenceEqual(words)) return (command, [.. line.Skip(words.Length)]);
        }
        string[] seconds = [.. All.Where(command => command.Name.StartsWith($"{line[0]} ", StringComparison.Ordinal)).Select(command => command.Name)];
        if (seconds.Length > 0)
        {
            string typed = string.Join(' ', line.Take(2));
            throw new UsageException(line.Count == 1 || line[1] is ['-', ..]
                ? $"'{line[0]}' goes on with a second word: {string.Join(", ", seconds)}. `distarray {seconds[0]} --help` tells more."
                : $"there is no command '{typed}'; there are {string.Join(", ", seconds)}.{NearestName.Question(typed, seconds)}");
        }
        throw new UsageException($"there is no command '{line[0]}'.{NearestName.Question(line[0], [.. All.Select(command => command.Name), "--help", "--version"])} `distarray --help` lists them.");
    }
}
