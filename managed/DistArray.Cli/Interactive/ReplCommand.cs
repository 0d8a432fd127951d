using DistArray.Cli.CommandLine;
using DistArray.Cli.Ranks;
using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary><c>distarray repl</c>.</summary>
internal sealed class ReplCommand : Command
{
    private static readonly CountOption s_ranks = new("-n", "RANKS", "number of ranks (default: 2)", fallback: 2);

    public override string Name => "repl";

    public override string Summary => "a C# prompt whose lines run on every rank";

    public override string Description => """
        A C# prompt whose lines run on every rank. Definitions persist; World, Rank, Size and It (the last value shown) are in scope. What ranks print and the values
        of expressions are told once for all ranks that say the same: [0-3] 42. From a pipe it reads lines without a prompt.
        """;

    public override IReadOnlyList<CommandLine.Option> Options => [s_ranks, .. LineLimits.Options];

    public override string Remarks => $"""
        {ReplHelp.Text}

        Exit status: 0; 1 where lines came from a pipe and one of them failed; 70 where the ranks do not come up.

          distarray repl -n 4
          echo 'World.Size' | distarray repl -n 2
        """;

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        RankProcess.RefuseUnderLauncher(Name);
        try
        {
            using Engines engines = Engines.Launch(given.Value(s_ranks), LineLimits.Of(given));
            bool isTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
            using IReplInput input = isTerminal ? new TerminalInput(engines, History.OfUser()) : new PlainInput(Console.In);
            return new Repl(engines, input, output, error).Run();
        }
        catch (EngineException e)
        {
            error.WriteLine($"distarray: repl: {e.Message}");
            return ExitStatus.Failure;
        }
    }
}
