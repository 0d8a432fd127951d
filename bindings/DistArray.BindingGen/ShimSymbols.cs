using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>The types of our C ABI by their C names, and the C# names that they get.</summary>
internal sealed class ShimSymbols
{
    private const string Prefix = "da_";
    private const string CodeSuffix = "_code";
    private readonly Declarations _declarations;
    private readonly Dictionary<string, XElement> _enums, _structs;
    private readonly Dictionary<string, XElement> _releases = [];

    public ShimSymbols(Declarations declarations)
    {
        _declarations = declarations;
        _enums = Ours("Enumeration");
        _structs = Ours("Struct");
        Types = new CSharpTypes(declarations, TypeName);
        // `destroy` wins over `release`, which stands beside a collective `close`.
        foreach (XElement f in declarations.OfKind("Function").OrderByDescending(f => f.DeclaredName().EndsWith("_release", StringComparison.Ordinal)))
        {
            if (f.DeclaredName() is var name && (name.EndsWith("_destroy", StringComparison.Ordinal) || name.EndsWith("_release", StringComparison.Ordinal))
                && f.Elements("Argument").ToList() is [var only] && OpaqueName(only, out int depth) is { } opaque && depth == 1)
                _releases[opaque] = f;
        }
    }

    public CSharpTypes Types { get; }

    public IEnumerable<XElement> Enums => _enums.Values;

    public IEnumerable<XElement> Structs => _structs.Values;

    /// <summary>The function that releases an opaque struct, or null.</summary>
    public XElement? ReleaseOf(string opaque) => _releases.GetValueOrDefault(opaque);

    /// <summary>Whether ranks destroy an opaque struct together: no finalizer may, so it has no safe handle.</summary>
    public bool IsClosedTogether(string opaque) =>
        _declarations.OfKind("Function").Any(f => f.DeclaredName() == opaque + "_close" && f.Text("annotation") == "collective");

    public bool IsRelease(XElement function) => _releases.ContainsValue(function);

    /// <summary>C# name of a type: <c>da_status_code</c> and its fixed-width twin <c>da_status</c> are DaStatus.</summary>
    public string? TypeName(string name)
    {
        if (_enums.ContainsKey(name + CodeSuffix))
            return Names.Pascal(name);
        if (_enums.ContainsKey(name))
            return Names.Pascal(name.EndsWith(CodeSuffix, StringComparison.Ordinal) ? name[..^CodeSuffix.Length] : name);
        return _structs.ContainsKey(name) ? Names.Pascal(name) : null;
    }

    /// <summary>Name of the safe handle of an opaque struct: <c>da_grid</c> has GridHandle.</summary>
    public static string HandleName(string opaque) => Names.Pascal(opaque[Prefix.Length..]) + "Handle";

    /// <summary>The opaque struct that an argument points to, with the number of pointers, or null.</summary>
    public string? OpaqueName(XElement argument, out int depth)
    {
        depth = 0;
        XElement type = _declarations.Strip(_declarations.TypeOf(argument));
        for (; type.Name.LocalName == "PointerType"; type = _declarations.Strip(_declarations.TypeOf(type)))
            depth++;
        return type.Name.LocalName == "Struct" && type.Text("incomplete") == "1" && _structs.ContainsKey(type.DeclaredName()) ? type.DeclaredName() : null;
    }

    /// <summary>The noun of a header: <c>distarray/mpi_requests.h</c> has mpi.</summary>
    public static string NounOf(string header) => Path.GetFileNameWithoutExtension(header).Split('_')[0];

    public static string ClassOf(string header) => "Native" + Names.Pascal(NounOf(header));

    /// <summary>Method name: what follows the noun, or all of it where a function does not begin with it.</summary>
    public static string MethodOf(string header, string function)
    {
        string prefix = Prefix + NounOf(header) + "_";
        return Names.Pascal(function.StartsWith(prefix, StringComparison.Ordinal) ? function[prefix.Length..] : function[Prefix.Length..]);
    }

    private Dictionary<string, XElement> Ours(string kind) =>
        _declarations.OfKind(kind).Where(e => e.DeclaredName().StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(e => e.DeclaredName());
}
