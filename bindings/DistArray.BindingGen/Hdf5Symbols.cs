using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>HDF5's names: <c>H5Dcreate2</c> is H5D.create, <c>H5S_seloper_t</c> is H5S.seloper_t, <c>H5F_ACC_TRUNC</c> is H5F.ACC_TRUNC.</summary>
internal sealed partial class Hdf5Symbols
{
    private readonly Declarations _declarations;
    private readonly Dictionary<string, string> _unversioned;
    private readonly Dictionary<string, XElement> _types;
    private readonly List<string> _used = [];

    public Hdf5Symbols(Declarations declarations, MacroTable macros)
    {
        _declarations = declarations;
        // H5version.h: "#define H5Dcreate H5Dcreate2".
        _unversioned = macros.Bodies.Where(m => Versioned().Match(m.Value) is { Success: true } v && Unversioned(m.Key, v)).ToDictionary(m => m.Value, m => m.Key);
        _types = declarations.OfKind("Typedef").Where(t => Type().IsMatch(t.DeclaredName()) && declarations.Strip(t).Name.LocalName is "Struct" or "Enumeration")
            .ToDictionary(t => t.DeclaredName(), declarations.Strip);
        Types = new CSharpTypes(declarations, Use);
    }

    public CSharpTypes Types { get; }

    /// <summary>Structs and enums that were asked for so far, in that order.</summary>
    public IReadOnlyList<string> Used => _used;

    public XElement TypeElement(string name) => _types[name];

    /// <summary>Takes up the enums of the given classes even where no function names them.</summary>
    public void UseEnums(IEnumerable<string> classes)
    {
        var wanted = classes.ToHashSet();
        foreach ((string name, XElement e) in _types)
        {
            if (e.Name.LocalName == "Enumeration" && wanted.Contains(Split(name).Class))
                _ = Use(name);
        }
    }

    /// <summary>Class and member of a C name.</summary>
    public (string Class, string Member) Split(string name)
    {
        Match match = Member().Match(_unversioned.GetValueOrDefault(name, name));
        return match.Success ? (match.Groups[1].Value, Names.Escape(match.Groups[2].Value))
            : throw new GeneratorException($"{name} does not look like a name of HDF5.");
    }

    /// <summary>Whether a function is an older version of one that has the plain name.</summary>
    public bool IsSuperseded(string function) =>
        VersionedName().Match(function) is { Success: true } v
        && _unversioned.Any(u => u.Value == v.Groups[1].Value && VersionedName().Match(u.Key) is { Success: true } current && int.Parse(current.Groups[2].Value) > int.Parse(v.Groups[2].Value));

    /// <summary>Whether a prototype holds what C# cannot pass on: MPI's types go through our own shim.</summary>
    public bool IsForeign(XElement function, string prototype) =>
        function.Elements("Ellipsis").Any() || prototype.Contains("MPI_", StringComparison.Ordinal) || prototype.Contains("va_list", StringComparison.Ordinal)
        || function.Elements("Argument").Any(a => _declarations.Strip(_declarations.TypeOf(a)).Name.LocalName is "Union");

    private string? Use(string name)
    {
        if (!_types.TryGetValue(name, out XElement? e) || e.Text("incomplete") == "1")
            return null;
        if (!_used.Contains(name))
            _used.Add(name);
        (string type, string member) = Split(name);
        return $"{type}.{member}";
    }

    private static bool Unversioned(string key, Match versioned) => key == versioned.Groups[1].Value + versioned.Groups[3].Value;

    [GeneratedRegex(@"^(H5\w*?)(\d)(_t)?$")] private static partial Regex Versioned();
    [GeneratedRegex(@"^(H5\w*?)(\d)$")] private static partial Regex VersionedName();
    [GeneratedRegex(@"^H5[A-Z]*_[a-z]\w*_t$")] private static partial Regex Type();
    [GeneratedRegex(@"^(H5[A-Z]*?)(?:_(?=\w)|(?=[a-z]))(\w+)$")] private static partial Regex Member();
}
