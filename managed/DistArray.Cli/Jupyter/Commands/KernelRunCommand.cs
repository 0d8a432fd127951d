using DistArray.Cli.CommandLine;
using DistArray.Cli.Interactive;

namespace DistArray.Cli.Jupyter.Commands;

/// <summary><c>distarray kernel run</c>: what Jupyter starts.</summary>
internal sealed class KernelRunCommand : Command
{
    private static readonly Operand s_file = new("CONNECTION_FILE", "name the connection file");
    private static readonly CountOption s_ranks = new("-n", "RANKS", "how many ranks (2)", 2);

    public override string Name => "kernel run";

    public override string Summary => "is the kernel; Jupyter starts it";

    public override string Description => "Serves a notebook: Jupyter's messages (protocol 5.3) on the ports of a connection file. `distarray kernel install` tells Jupyter of it.";

    public override IReadOnlyList<Operand> Operands { get; } = [s_file];

    public override IReadOnlyList<Option> Options { get; } = [s_ranks, .. LineLimits.Options];

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        ConnectionFile connection = ConnectionFile.Read(given.Text(s_file));
        using var kernel = new Kernel(connection, given.Value(s_ranks), LineLimits.Of(given));
        kernel.Run();
        return ExitStatus.Good;
    }
}
