using System.Text;

namespace DistArray.Cli.Benching;

/// <summary>What <c>distarray bench</c> has measured.</summary>
/// <param name="Ranks">Number of ranks.</param>
/// <param name="Mpi">The MPI library.</param>
/// <param name="Cores">Cores of the machine that rank 0 may use.</param>
/// <param name="IsQuick">Whether samples were few and small.</param>
/// <param name="Figures">The figures.</param>
internal sealed record BenchReport(int Ranks, string Mpi, int Cores, bool IsQuick, IReadOnlyList<Figure> Figures)
{
    /// <summary>The figures as a table.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Ranks} {(Ranks == 1 ? "rank" : "ranks")}, {Cores} cores, {Mpi}\n");
        if (Ranks > Cores) text.Append("There are more ranks than cores: what waits takes turns with what works.\n");
        if (IsQuick) text.Append("Few and small samples: the figures mean little.\n");
        text.Append('\n');
        int width = Figures.Max(figure => figure.Name.Length);
        foreach (Figure figure in Figures) text.Append($"{figure.Name.PadRight(width)}  {figure.Text}\n");
        return text.Append("\nMedians, and the range of the samples; a sample is as long as the slowest rank takes.").ToString();
    }
}
