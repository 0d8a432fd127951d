using System.Reflection;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Ranks;

namespace DistArray.Cli;

/// <summary>The tool: from its command line to its exit status.</summary>
internal static class Tool
{
    /// <summary>Its version, and that of the libraries it was built with.</summary>
    public static string Version { get; } = typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] line, TextWriter output, TextWriter error)
    {
        Command? command = null;
        try
        {
            switch (line)
            {
                case [RankProcess.Argument, .. var rest]:
                    RankProcess.IsOurs = true;
                    return Run(rest, output, error);
                case []:
                    error.WriteLine(HelpText.Of(Commands.All));
                    return ExitStatus.Usage;
                case ["--help" or "-h" or "help"]:
                    output.WriteLine(HelpText.Of(Commands.All));
                    return ExitStatus.Good;
                case ["--help" or "-h" or "help", .. var name]:
                    output.WriteLine(HelpText.Of(Commands.Find(name).Command));
                    return ExitStatus.Good;
                case ["--version", ..]:
                    output.WriteLine($"distarray {Version}");
                    return ExitStatus.Good;
                default:
                    (command, IReadOnlyList<string> arguments) = Commands.Find(line);
                    return command.Run(arguments, output, error);
            }
        }
        catch (UsageException e)
        {
            error.WriteLine($"distarray: {e.Message}");
            return ExitStatus.Usage;
        }
        catch (IOException e)
        {
            // Of standard output, too: the disk that it goes to is full.
            error.WriteLine($"distarray: {e.Message}");
            return ExitStatus.Failure;
        }
        catch (OperationCanceledException e)
        {
            error.WriteLine($"distarray: {e.Message}");
            return ExitStatus.Interrupted;
        }
        catch (Exception e)
        {
            // An error of the tool, or a library that is missing.
            error.WriteLine($"distarray: {(command is null ? "" : $"{command.Name}: ")}{ErrorText.Of(e)}");
            return ExitStatus.Failure;
        }
    }
}
