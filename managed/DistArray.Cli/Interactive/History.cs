namespace DistArray.Cli.Interactive;

/// <summary>Lines that were typed, kept in a file from session to session.</summary>
internal sealed class History
{
    private const int MaxLines = 1000;
    private readonly List<string> _lines = [];
    private readonly string? _path;

    /// <param name="path">The file, or null for none.</param>
    public History(string? path)
    {
        _path = path;
        try
        {
            if (path is null || !File.Exists(path)) return;
            string[] all = File.ReadAllLines(path);
            _lines.AddRange(all.TakeLast(MaxLines));
            if (all.Length > 2 * MaxLines) File.WriteAllLines(path, _lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A prompt without its past.
        }
    }

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>That of the user, in the folder for state of the XDG specification.</summary>
    public static History OfUser()
    {
        string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        if (string.IsNullOrEmpty(state)) state = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return new History(Path.Combine(state, "distarray", "history"));
    }

    /// <summary>Adds a line, unless it is the last one again.</summary>
    public void Add(string line)
    {
        if (line.Trim().Length == 0 || (_lines.Count > 0 && _lines[^1] == line)) return;
        _lines.Add(line);
        if (_lines.Count > MaxLines) _lines.RemoveAt(0);
        try
        {
            if (_path is null) return;
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.AppendAllText(_path, line + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The line stays for this session.
        }
    }
}
