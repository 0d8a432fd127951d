namespace DistArray.Cli.Wrapping.Distributions;

/// <summary>Reads the file that names how arrays are distributed.</summary>
/// <remarks>A line an array: <c>[module.]name: block over (y, z), halo 1, global (nx, ny, nz), offset (0, y0, z0), periodic (x)</c>. Axes are x, y, z
/// or numbers from 1. <c>#</c> begins a comment. Entries are Fortran expressions over the names that the module shows.</remarks>
internal sealed class DistributionFile
{
    private const string Form = "a line is `[module.]name: block over (y, z), halo 1, global (nx, ny, nz), offset (0, y0, z0), periodic (x)`";
    private readonly Dictionary<string, ArrayLayout> _layouts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = [];

    private DistributionFile() { }

    public static DistributionFile None { get; } = new();

    /// <exception cref="UsageException">It cannot be read.</exception>
    public static DistributionFile Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--distribution {path}: {e.Message}");
        }
        return Parse(lines, path);
    }

    /// <exception cref="UsageException">A line is not understood.</exception>
    public static DistributionFile Parse(IReadOnlyList<string> lines, string path)
    {
        var file = new DistributionFile();
        for (int number = 0; number < lines.Count; number++)
        {
            string line = lines[number].Split('#')[0].Trim();
            if (line.Length == 0) continue;
            string where = $"{path}:{number + 1}";
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw new UsageException($"{where}: '{line}' has no name and colon; {Form}.");
            string name = line[..colon].Trim().ToLowerInvariant();
            if (!file._layouts.TryAdd(name, ParseLayout(name, line[(colon + 1)..], line, where))) throw new UsageException($"{where}: {name} stands in the file twice.");
        }
        return file;
    }

    /// <summary>The layout of an array; null where the file does not name it.</summary>
    public ArrayLayout? Find(string module, string variable)
    {
        string name = _layouts.ContainsKey($"{module}.{variable}") ? $"{module}.{variable}" : variable;
        if (!_layouts.TryGetValue(name, out ArrayLayout? layout)) return null;
        _used.Add(name);
        return layout;
    }

    /// <summary>Throws where the file names arrays that no module has.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public void CheckUsed()
    {
        string[] unknown = [.. _layouts.Keys.Except(_used).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0)
            throw new UsageException($"{_layouts[unknown[0]].Where}: no module of this run has a public array {string.Join(", ", unknown)}. Names are Fortran's, or module.name.");
    }

    private static ArrayLayout ParseLayout(string name, string text, string line, string where)
    {
        IReadOnlyList<int> divided = [], periodic = [];
        IReadOnlyList<string>? global = null, offset = null;
        IReadOnlyList<(string, string)> halo = [];
        foreach (string part in Split(text, where))
        {
            string word = new([.. part.TakeWhile(char.IsLetter)]);
            string rest = part[word.Length..].Trim();
            switch (word.ToLowerInvariant())
            {
                case "block":
                    if (!rest.StartsWith("over", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"{where}: '{part}': after block stands over and the axes, such as block over (y, z).");
                    divided = Axes(rest["over".Length..], where);
                    break;
                case "global":
                    global = Items(rest, where);
                    break;
                case "offset":
                    offset = Items(rest, where);
                    break;
                case "halo":
                    halo = [.. (rest.StartsWith('(') ? Items(rest, where) : [rest]).Select(width => Width(width, where))];
                    break;
                case "periodic":
                    periodic = Axes(rest, where);
                    break;
                default:
                    throw new UsageException($"{where}: '{part}' is not understood: block over, global, offset, halo and periodic are; {Form}.");
            }
        }
        if (global is null) throw new UsageException($"{where}: the global extents of {name} are missing: global (…), one an axis.");
        offset ??= divided.Count == 0 ? [.. global.Select(_ => "0")]
            : throw new UsageException($"{where}: {name} is divided over ranks, and offset (…) is missing: the global index, counted from 0, of the first element that a rank owns, one an axis.");
        return new ArrayLayout(name.Split('.')[^1], line) { Where = where, Divided = divided, Global = global, Offset = offset, Halo = halo, Periodic = periodic };
    }

    private static (string, string) Width(string text, string where)
    {
        if (!text.StartsWith('(')) return (text, text);
        IReadOnlyList<string> sides = Items(text, where);
        return sides.Count == 2 ? (sides[0], sides[1]) : throw new UsageException($"{where}: a halo '{text}' is a width, or two: before and behind.");
    }

    private static IReadOnlyList<int> Axes(string text, string where) => [.. Items(text.Trim(), where).Select(axis => axis.ToLowerInvariant() switch
    {
        "x" => 1,
        "y" => 2,
        "z" => 3,
        _ when int.TryParse(axis, out int number) && number is >= 1 and <= 7 => number,
        _ => throw new UsageException($"{where}: there is no axis '{axis}': x, y, z and 1 to 7 are."),
    })];

    private static IReadOnlyList<string> Items(string text, string where) => text.StartsWith('(') && text.EndsWith(')')
        ? [.. Split(text[1..^1], where)] : throw new UsageException($"{where}: '{text}' is no list in parentheses.");

    // At commas outside of parentheses.
    private static IEnumerable<string> Split(string text, string where)
    {
        int depth = 0, start = 0;
        var parts = new List<string>();
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '(') depth++;
            else if (at < text.Length && text[at] == ')') depth--;
            if (depth < 0) break;
            if (at < text.Length && (text[at] != ',' || depth > 0)) continue;
            parts.Add(text[start..at].Trim());
            start = at + 1;
        }
        if (depth != 0) throw new UsageException($"{where}: parentheses do not match in '{text.Trim()}'.");
        return parts.Contains("") ? throw new UsageException($"{where}: an entry is empty in '{text.Trim()}'.") : parts;
    }
}
