namespace DistArray.Interactive.Protocol;

/// <summary>A line that an engine writes to its native standard output after a request: whatever native code printed during it has come before.</summary>
internal static class OutputMark
{
    private const char Sign = '\u0001';

    public static string Of(int request) => $"{Sign}{request}{Sign}";

    /// <summary>A line without marks; native text that ended without a new line stands before one.</summary>
    public static string Without(string line)
    {
        string[] parts = line.Split(Sign);
        return string.Concat(parts.Where((_, at) => at % 2 == 0));
    }

    public static bool IsIn(string line) => line.Contains(Sign);
}
