using System.Text.RegularExpressions;

namespace DistArray.Interactive.Jobs;

/// <summary>A line that came through the launcher.</summary>
internal static partial class JobLine
{
    /// <summary>Says the rank as the other output does: <c>[1,2]&lt;stdout&gt;:text</c> becomes <c>[2] text</c>.</summary>
    public static string Untag(string line) => Tag().Replace(line, "[$1] ");

    /// <summary>Whether there is more than the tag.</summary>
    public static bool HasText(string line) => RankTag().Replace(Untag(line), "").Length > 0;

    [GeneratedRegex(@"^\[\d+\] ?")]
    private static partial Regex RankTag();

    [GeneratedRegex(@"\[\d+,(\d+)\]<std(?:out|err)>: ?")]
    private static partial Regex Tag();
}
