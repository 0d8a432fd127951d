namespace DistArray.Cli.Wrapping.Model;

/// <summary>What a compiled module shows to whoever uses it.</summary>
/// <param name="Name">Its name, in lower case.</param>
internal sealed record Module(string Name)
{
    /// <summary>Variables and constants that it declares.</summary>
    public IReadOnlyList<Entity> Variables { get; init; } = [];

    /// <summary>Procedures that it declares.</summary>
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>Derived types that it declares.</summary>
    public IReadOnlyList<DerivedType> Types { get; init; } = [];

    /// <summary>Generic names, operators among them, and their specific procedures, private ones too.</summary>
    public IReadOnlyList<Generic> Generics { get; init; } = [];

    /// <summary>Local names of everything that a user of the module can reach, by number of the symbol.</summary>
    public IReadOnlyDictionary<int, string> Reachable { get; init; } = new Dictionary<int, string>();

    /// <summary>Names that it passes on from other modules: name, and the module that declares it.</summary>
    public IReadOnlyList<(string Name, string Module)> Passed { get; init; } = [];
}

/// <summary>A generic name.</summary>
/// <param name="Name">The name, or an operator such as <c>operator(+)</c>.</param>
/// <param name="Specifics">What it stands for.</param>
internal sealed record Generic(string Name, IReadOnlyList<Procedure> Specifics)
{
    public bool IsOperator => Name.EndsWith(')');
}
