namespace Demo;

/// <summary>A table of two columns.</summary>
internal static class Table
{
    /// <summary>Writes it to standard output.</summary>
    public static void Write(IReadOnlyList<(string Name, string Value)> rows)
    {
        int width = rows.Max(row => row.Name.Length);
        foreach ((string name, string value) in rows) Console.WriteLine($"  {name.PadRight(width)}  {value}");
    }
}
