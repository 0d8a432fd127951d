using DistArray.Interactive;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>The value of a cell as text: once where all ranks have the same, and else with their numbers.</summary>
internal static class CellValue
{
    public static string Of(IReadOnlyList<RankResult> ranks)
    {
        string[] texts = [.. ranks.Select(rank => rank.Value ?? "")];
        if (texts.Distinct().Count() == 1) return texts[0];
        return string.Join('\n', texts.Index().Where(one => one.Item.Length > 0).GroupBy(one => one.Item, one => one.Index)
            .Select(same => $"[{string.Join(", ", same)}] {same.Key.Replace("\n", "\n    ")}"));
    }
}
