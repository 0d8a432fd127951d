using System.Text.RegularExpressions;

namespace DistArray.Cli.Tests;

/// <summary>What the two compilers' files, or their readers, say differently of the same source.</summary>
internal static partial class FlangDifferences
{
    private const string ByAxes = "flang writes size() and ubound() of arrays by their axes";
    private const string Conversions = "flang writes the kind of every conversion of a real";


    /// <summary>Beginnings of lines that are compared with nothing, and why.</summary>
    private static readonly (string Module, string Line, string Why)[] s_notCompared =
    [
        ("corners", "procedure s 0 ", ByAxes),
        ("corners", "procedure s 3 ", ByAxes),
        ("corners", "procedure s 4 ", Conversions),
        ("corners", "variable type(c_ptr), parameter :: nn", "flang's null address has a component of its own"),
        ("rare", "procedure many 3 ", "flang puts constants first in a product"),
        ("wide", "procedure nested 1 ", ByAxes),
        ("wide", "procedure sizes ", ByAxes),
        ("wide", "procedure unusual 1 ", Conversions),
    ];

    /// <summary>The lines that both must have.</summary>
    public static string[] Compared(string module, IEnumerable<string> lines) =>
    [
        .. lines.Where(line => !s_notCompared.Any(not => not.Module == module && line.StartsWith(not.Line, StringComparison.Ordinal)))
            .Select(line => LengthOfEightBytes().Replace(line, "")),
    ];

    // gfortran keeps the lengths of texts that it counted, and of single characters, in eight bytes; flang in four.
    [GeneratedRegex(@"(?<=(len=|length )\d+)_8")]
    private static partial Regex LengthOfEightBytes();
}
