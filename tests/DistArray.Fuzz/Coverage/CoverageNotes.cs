namespace DistArray.Fuzz.Coverage;

/// <summary>What Coverage/numpy-notes.txt says: names that are spelled otherwise here, and how things differ.</summary>
internal sealed class CoverageNotes
{
    private readonly Dictionary<string, string> _members = [];
    private readonly Dictionary<string, string> _texts = [];

    public CoverageNotes(string file)
    {
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] member = line.Split(" = ");
            if (member.Length == 2) _members.Add(member[0], member[1]);
            else AddTexts(line.Split(" | ", 2));
        }
    }

    /// <summary>NumPy's name and the library's, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Members => _members;

    /// <summary>Every name that something is said about.</summary>
    public IEnumerable<string> Names => _members.Keys.Concat(_texts.Keys);

    /// <summary>How a name differs, or what to use instead; empty where nothing is said.</summary>
    public string TextOf(string name) => _texts.GetValueOrDefault(name, "");

    private void AddTexts(string[] line)
    {
        foreach (string name in line[0].Split(' ')) _texts[name] = _texts.TryGetValue(name, out string? before) ? $"{before}; {line[1]}" : line[1];
    }
}
