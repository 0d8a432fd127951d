using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Completion;

/// <summary><c>distarray completion</c>.</summary>
internal sealed class CompletionCommand : Command
{
    private static readonly Operand s_shell = new("SHELL", "name the shell: bash", IsFile: false, Choices: ["bash"]);

    public override string Name => "completion";

    public override string Summary => "prints a script that completes command lines in bash";

    public override string Description => """
        Prints a script for bash that completes the commands, options, values and files of this tool. For this shell, and for every new one:

          source <(distarray completion bash)
          distarray completion bash > ~/.local/share/bash-completion/completions/distarray
        """;

    public override IReadOnlyList<Operand> Operands => [s_shell];

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        if (given.Text(s_shell) != "bash") throw new UsageException($"completion: there is none for '{given.Text(s_shell)}', only for bash.");
        output.Write(BashScript.Of(Commands.All));
        return ExitStatus.Good;
    }
}
