using System.Text.RegularExpressions;

namespace DistArray.BindingGen;

/// <summary>What to generate: one <c>--option value</c> a line, <c>#</c> starts a comment.</summary>
internal sealed class ResponseFile
{
    private readonly List<string> _headers = [], _excluded = [], _includes = [];

    public TargetKind Kind { get; private set; }
    public string Namespace { get; private set; } = "";
    public string Library { get; private set; } = "";
    public string Output { get; private set; } = "";
    public Regex Functions { get; private set; } = new("");
    public Regex Macros { get; private set; } = new("(?!)");
    public IReadOnlyList<string> IncludeDirectories => _includes;

    /// <summary>Headers as an #include names them, patterns expanded and sorted.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>Reads <paramref name="path"/>; relative folders start at <paramref name="root"/>.</summary>
    public static ResponseFile Read(string path, string root)
    {
        var result = new ResponseFile();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Trim() is not { Length: > 0 } text || text[0] == '#')
                continue;
            string[] words = text.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (words.Length != 2)
                throw new GeneratorException($"{Path.GetFileName(path)}: '{text}' has no value. A line is: --option value.");
            result.Set(path, words[0], words[1], root);
        }
        result.Headers = [.. result.Expand(result._headers).Except(result.Expand(result._excluded)).Order(StringComparer.Ordinal)];
        return result;
    }

    private void Set(string path, string option, string value, string root)
    {
        switch (option)
        {
            case "--kind": Kind = Enum.Parse<TargetKind>(value, ignoreCase: true); break;
            case "--header": _headers.Add(value); break;
            case "--exclude": _excluded.Add(value); break;
            case "--include-directory": _includes.Add(Path.GetFullPath(value, root)); break;
            case "--namespace": Namespace = value; break;
            case "--library": Library = value; break;
            case "--functions": Functions = new Regex(value); break;
            case "--macros": Macros = new Regex(value); break;
            case "--output": Output = value; break;
            default: throw new GeneratorException($"{Path.GetFileName(path)}: unknown option {option}.");
        }
    }

    private IEnumerable<string> Expand(IEnumerable<string> patterns) => patterns.SelectMany(pattern =>
    {
        if (!pattern.Contains('*'))
            return [pattern];
        string folder = Path.GetDirectoryName(pattern) ?? "";
        return _includes.Select(d => Path.Combine(d, folder)).Where(Directory.Exists)
            .SelectMany(d => Directory.GetFiles(d, Path.GetFileName(pattern)))
            .Select(f => Path.Combine(folder, Path.GetFileName(f)));
    });
}
