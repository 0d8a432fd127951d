using DistArray.Fuzz.Elements;
using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Oracle;

/// <summary>A program and what NumPy makes of it.</summary>
/// <param name="Line">The program.</param>
/// <param name="Error">What NumPy's last statement raised, or null.</param>
/// <param name="Variables">The values of its variables, where nothing was raised.</param>
internal sealed record Case(string Line, string? Error, Expected[] Variables)
{
    private Statement[]? _statements;

    /// <summary>The program's statements.</summary>
    public Statement[] Statements => _statements ??= Parser.Parse(Line);

    /// <summary>On how many ranks it runs: its first statement says so.</summary>
    public int Ranks { get; } = RanksOf(Line);

    private static int RanksOf(string line) =>
        line.StartsWith("ranks=", StringComparison.Ordinal) ? int.Parse(line.AsSpan(6, line.IndexOf(';') - 6)) : throw new FormatException("A program begins with ranks=….");
}
