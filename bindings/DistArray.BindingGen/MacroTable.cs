using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>The macros of headers. Values are the compiler's: every constant expression is compiled into an enum value.</summary>
internal sealed partial class MacroTable
{
    private const string Probe = "bindgen_probe_", ProbeType = "bindgen_type_";
    private static readonly string[] IntegerTypes = ["int", "uint", "long", "ulong"];
    private readonly string _source;
    private readonly IReadOnlyList<string> _includes;
    private readonly SortedDictionary<string, string> _bodies = new(StringComparer.Ordinal);

    /// <param name="source">C text that includes the headers, and undefines what stands in the way of constants.</param>
    /// <param name="includes">Folders of the headers.</param>
    public MacroTable(string source, IReadOnlyList<string> includes)
    {
        _source = source;
        _includes = includes;
        foreach (Match m in Definition().Matches(CastXml.Macros(source, includes)))
            _bodies[m.Groups[1].Value] = m.Groups[2].Value.Trim();
    }

    /// <summary>Name and body of every macro without parameters.</summary>
    public IReadOnlyDictionary<string, string> Bodies => _bodies;

    /// <summary>The macros among <paramref name="names"/> that are integer constants.</summary>
    /// <param name="names">Macros to look at.</param>
    /// <param name="declarations">Declarations of the same headers: types and enum values that expressions may name.</param>
    public List<Macro> Constants(Regex names, Declarations declarations)
    {
        var known = new HashSet<string>(["unsigned", "signed", "int", "long", "short", "char", "sizeof"]);
        known.UnionWith(declarations.OfKind("Typedef").Select(t => t.DeclaredName()));
        known.UnionWith(declarations.Root.Elements("Enumeration").Elements("EnumValue").Select(v => v.DeclaredName()));
        List<string> constant = [.. _bodies.Keys.Where(n => names.IsMatch(n) && IsConstant(n, known, 0))];

        var probe = new StringBuilder(_source);
        foreach (string name in constant)
        {
            probe.Append($"enum {{ {ProbeType}{name} = _Generic(({name}), int: 0, unsigned: 1, long: 2, long long: 2, unsigned long: 3, unsigned long long: 3) }};\n");
            probe.Append($"enum {{ {Probe}{name} = (unsigned long long)({name}) }};\n");
        }
        Dictionary<string, long> values = CastXml.Parse(probe.ToString(), _includes).Root.Elements("Enumeration").Elements("EnumValue")
            .Where(v => v.DeclaredName().StartsWith("bindgen_", StringComparison.Ordinal)).ToDictionary(v => v.DeclaredName(), Value);
        return [.. constant.Select(n => new Macro(n, SizeType().IsMatch(_bodies[n]) ? "nuint" : IntegerTypes[values[ProbeType + n]], values[Probe + n]))];
    }

    /// <summary>C# declaration of a constant.</summary>
    public static string Declare(Macro macro, string name) => macro.Type switch
    {
        "nuint" => $"public static nuint {name} => unchecked((nuint)({macro.Value}L));",
        "ulong" => $"public const ulong {name} = {(ulong)macro.Value};",
        "uint" => $"public const uint {name} = {(uint)macro.Value};",
        "int" => $"public const int {name} = {(int)macro.Value};",
        "long" => $"public const long {name} = {macro.Value};",
        _ => throw new GeneratorException($"{macro.Name}: a constant of type {macro.Type} is not foreseen."),
    };

    private bool IsConstant(string name, HashSet<string> known, int depth)
    {
        string body = _bodies[name];
        if ((body.Length == 0 && depth == 0) || depth > 10 || body.AsSpan().ContainsAny('{', '"', '\''))
            return false;
        string plain = Number().Replace(body, "0");
        return !plain.Contains('.') && !Call().Matches(plain).Any(m => !known.Contains(m.Groups[1].Value))
            && Identifier().Matches(plain).All(m => known.Contains(m.Value) || (_bodies.ContainsKey(m.Value) && IsConstant(m.Value, known, depth + 1)));
    }

    private static long Value(XElement value) =>
        long.TryParse(value.Text("init"), out long signed) ? signed : unchecked((long)ulong.Parse(value.Text("init")));

    [GeneratedRegex(@"^#define (\w+) (.*)$", RegexOptions.Multiline)] private static partial Regex Definition();
    [GeneratedRegex(@"\b(0[xX][0-9a-fA-F]+|\d+)[uUlL]*\b")] private static partial Regex Number();
    [GeneratedRegex(@"\b([A-Za-z_]\w*)\s*\(")] private static partial Regex Call();
    [GeneratedRegex(@"\(size_t\)")] private static partial Regex SizeType();
    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")] private static partial Regex Identifier();
}
