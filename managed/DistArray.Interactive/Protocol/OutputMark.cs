namespace DistArray.Interactive.Protocol;

/// <summary>A line that an engine writes to its native standard output after a request: whatever native code printed during it has come before.</summary>
internal static class OutputMark
{
    private const char Sign = '\u0001';

    public static string Of(int request) => $"{Sign}{request}{Sign}";

    public static bool IsIn(string line) => line.Contains(Sign);
}
