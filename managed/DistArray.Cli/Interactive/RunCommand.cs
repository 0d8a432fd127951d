using DistArray.Cli.CommandLine;
using DistArray.Cli.Ranks;
using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary><c>distarray run</c>.</summary>
internal sealed class RunCommand : Command
{
    private static readonly Operand s_script = new("SCRIPT", "name the script to run");
    private static readonly Operand s_arguments = new("ARGS", "", IsOptional: true, IsRepeated: true);
    private static readonly CountOption s_ranks = new("-n", "RANKS", "number of ranks (default: 1)", fallback: 1);

    public override string Name => "run";

    public override string Summary => "runs a C# script on several ranks";

    public override string Description => """
        Runs a C# script on every rank of a job of its own. World, Rank, Size and Args are in scope, DistArray's namespaces and .NET's usual ones need no using.
        `#load "other.csx"` takes in another script, `#r "path/to.dll"` an assembly; both paths count from the script's folder.
        """;

    public override IReadOnlyList<Operand> Operands => [s_script, s_arguments];

    public override IReadOnlyList<CommandLine.Option> Options => [s_ranks];

    public override string Remarks => """
        Exit status: the integer that the script ends with or returns, else 0; 70 where a rank threw an exception, which ends all of them;
        1 where the script does not compile; 2 where it is not there.

          distarray run spectrum.csx -n 4 -- run.h5 /fields/u
        """;

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        string path = given.Text(s_script);
        RankProcess.RefuseUnderLauncher(Name);
        if (!File.Exists(path)) throw new UsageException($"run: there is no script '{path}'.");
        try
        {
            output.Flush();
            return Script.Run(path, given.Value(s_ranks), given.All(s_arguments));
        }
        catch (EngineException e)
        {
            error.WriteLine(e.Failure == EngineFailure.Compilation ? e.Message : $"distarray: run: {e.Message}");
            return e.Failure == EngineFailure.Compilation ? ExitStatus.Finding : ExitStatus.Failure;
        }
    }
}
