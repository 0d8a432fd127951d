using System.Runtime.InteropServices;
using System.Text.Json;
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

    /// <summary>Reads an answer of oracle.py.</summary>
    public static Case Parse(string answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement root = document.RootElement;
        return new Case(root.GetProperty("line").GetString()!, root.GetProperty("error").GetString(), [.. root.GetProperty("variables").EnumerateArray().Select(Variable)]);
    }

    private static Expected Variable(JsonElement one)
    {
        double[]? tolerance = one.TryGetProperty("tolerance", out JsonElement text) ? MemoryMarshal.Cast<byte, double>(text.GetBytesFromBase64()).ToArray() : null;
        long[] shape = [.. one.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())];
        return new Expected(one.GetProperty("name").GetString()!, one.GetProperty("dtype").GetString()!, shape, one.GetProperty("data").GetBytesFromBase64(), tolerance);
    }

    private static int RanksOf(string line) =>
        line.StartsWith("ranks=", StringComparison.Ordinal) ? int.Parse(line.Split(';')[0].AsSpan(6)) : throw new FormatException("A program begins with ranks=….");
}
