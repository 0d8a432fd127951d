using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.Testing.Jobs;

/// <summary>Which process MPICH's launcher says has failed: it kills the others so soon that one of them may be gone before.</summary>
internal static partial class FailedProcess
{
    private const string Killed = "9"; // may be one of the others

    /// <summary>The number of the process; null where none is named.</summary>
    /// <param name="output">What the launcher printed.</param>
    public static int? NamedIn(IReadOnlyList<string> output) =>
        Verdict().Match(string.Join('\n', output)) is { Success: true } match && match.Groups["code"].Value != Killed
            ? int.Parse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^=   PID (?<process>\d+) RUNNING AT .*\n=   EXIT CODE: (?<code>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
