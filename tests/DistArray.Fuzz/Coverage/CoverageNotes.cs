namespace DistArray.Fuzz.Coverage;

/// <summary>What Coverage/numpy-notes.txt says: names that are spelled otherwise here, and how things differ.</summary>
internal sealed class CoverageNotes
{
    private readonly Dictionary<string, string> _members = [];
    private readonly Dictionary<string, string> _differences = [];
    private readonly Dictionary<string, string> _substitutes = [];

    public CoverageNotes(string file)
    {
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] member = line.Split(" = ");
            if (member.Length == 2) _members.Add(member[0], member[1]);
            else if (line.Contains(" | ", StringComparison.Ordinal)) Add(_differences, line.Split(" | ", 2));
            else Add(_substitutes, line.Split(" ? ", 2));
        }
    }

    /// <summary>NumPy's name and the library's, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Members => _members;

    /// <summary>Every name that something is said about.</summary>
    public IEnumerable<string> Names => _members.Keys.Concat(_differences.Keys).Concat(_substitutes.Keys);

    /// <summary>How a name that is here differs; empty where nothing is said.</summary>
    public string Difference(string name) => _differences.GetValueOrDefault(name, "");

    /// <summary>What to use instead of a name that is not here, or why it is not; empty where nothing is said.</summary>
    public string Substitute(string name) => _substitutes.GetValueOrDefault(name, "");

    private static void Add(Dictionary<string, string> texts, string[] line)
    {
        foreach (string name in line[0].Split(' ')) texts[name] = texts.TryGetValue(name, out string? before) ? $"{before}; {line[1]}" : line[1];
    }
}
