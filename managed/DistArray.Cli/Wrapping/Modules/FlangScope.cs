namespace DistArray.Cli.Wrapping.Modules;

/// <summary>A name taken from another module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Name">The name there.</param>
/// <param name="IsIntrinsic">Whether the compiler brings the module.</param>
/// <param name="Statement">The statement, for messages.</param>
internal sealed record FlangUse(string Module, string Name, bool IsIntrinsic, FlangCursor Statement);

/// <summary>A generic name: its procedures.</summary>
internal sealed record FlangGeneric(string Name, IList<string> Specifics, FlangCursor Statement);

/// <summary>The names of a module or of a procedure in flang's module files.</summary>
/// <param name="module">Name of the module; empty for a procedure.</param>
/// <param name="parent">The scope around it.</param>
internal sealed class FlangScope(string module, FlangScope? parent)
{
    private readonly Dictionary<string, HashSet<string>> _attributes = [];

    public string Module { get; } = module;

    public FlangScope? Parent { get; } = parent;

    public Dictionary<string, FlangItem> Items { get; } = [];

    public Dictionary<string, FlangUse> Uses { get; } = [];

    public Dictionary<string, FlangGeneric> Generics { get; } = [];

    /// <summary>Attributes that a statement of its own gives to a name.</summary>
    public void Attribute(string name, string attribute)
    {
        if (!_attributes.TryGetValue(name, out HashSet<string>? attributes)) _attributes[name] = attributes = [];
        attributes.Add(attribute);
    }

    public bool Has(string name, string attribute) => _attributes.TryGetValue(name, out HashSet<string>? attributes) && attributes.Contains(attribute);

    public bool IsPrivate(FlangItem item) => Has(item.Name, "private")
        || (item switch { FlangEntity entity => entity.Attributes, FlangType type => type.Attributes, _ => null })?.Contains("private") == true;
}
