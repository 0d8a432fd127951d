using System.Text;

namespace DistArray.Cli.Wrapping;

/// <summary>What was wrapped, and what was refused and why.</summary>
internal static class WrapReport
{
    public static string Summary(ModuleWrapper module) =>
        $"{module.ModuleName}: {string.Join(", ", module.Pieces.GroupBy(piece => piece.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Count(group.Count(), group.Key)).DefaultIfEmpty("nothing"))} wrapped; " +
        $"{module.Refused.Count} refused";

    public static string Text(IEnumerable<ModuleWrapper> modules)
    {
        var text = new StringBuilder();
        foreach (ModuleWrapper module in modules)
        {
            text.Append(Summary(module)).Append('\n');
            foreach (Refused refused in module.Refused)
                text.Append($"  {refused.Kind} {refused.Name}: {refused.Reason}\n      {refused.Declaration}\n");
            if (module.Passed.Count > 0)
                text.Append($"  passed on from other modules, to be wrapped there: {string.Join(", ", module.Passed.OrderBy(passed => passed, Comparer<(string, string)>.Default).Select(passed => $"{passed.Name} ({passed.Module})"))}\n");
        }
        return text.ToString();
    }

    private static string Count(int count, string kind) => $"{count} {kind}{(count == 1 ? "" : "s")}";
}
