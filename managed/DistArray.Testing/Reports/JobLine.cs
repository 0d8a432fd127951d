using System.Text.RegularExpressions;

namespace DistArray.Testing.Reports;

/// <summary>A line that came through the launcher.</summary>
internal static partial class JobLine
{
    private const int MaxLines = 60;

    /// <summary>Says the rank as the other output does: <c>[1,2]&lt;stdout&gt;:text</c> becomes <c>[2] text</c>.</summary>
    public static string Untag(string line) => Tag().Replace(line, "[$1] ");

    /// <summary>The lines that say why a job ended: without the launcher's rules, and without the frames of the machinery that ran the
    /// test.</summary>
    public static IEnumerable<string> Relevant(IEnumerable<string> lines) =>
        lines.Select(Untag).Where(line => line.Trim('-', ' ').Length > 0 && !Machinery().IsMatch(line)).Take(MaxLines);

    [GeneratedRegex(@"^\[\d+\]\s+at (NUnit\.|System\.Reflection\.|System\.Threading\.ExecutionContext|"
        + @"DistArray\.Testing\.(Running|Host)\.|DistArray\.Mpi\.MpiEnvironment\.)")]
    private static partial Regex Machinery();

    [GeneratedRegex(@"\[\d+,(\d+)\]<std(?:out|err)>: ?")]
    private static partial Regex Tag();
}
