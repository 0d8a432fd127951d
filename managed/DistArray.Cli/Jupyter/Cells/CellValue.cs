using DistArray.Interactive;
using DistArray.Mpi.Jobs;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>The value of a cell as text: once where all ranks have the same, and else with their numbers.</summary>
internal static class CellValue
{
    public static string Of(IReadOnlyList<RankResult> ranks)
    {
        string[] texts = [.. ranks.Select(rank => rank.Value ?? "")];
        if (texts.Distinct().Count() == 1) return texts[0];
        return string.Join('\n', RankNames.Fold(texts.Index().Where(one => one.Item.Length > 0))
            .Select(same => $"[{RankNames.Numbers(same.Ranks)}] {same.Text.Replace("\n", "\n    ")}"));
    }
}
