namespace DistArray.Cli.Wrapping.Model;

/// <summary>A derived type.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Module">Module that declares it.</param>
internal sealed record DerivedType(string Name, string Module)
{
    /// <summary>Number of the symbol within the module file.</summary>
    public int Symbol { get; init; }

    /// <summary>Components in the order of declaration; the first of an extended type is its parent.</summary>
    public IReadOnlyList<Entity> Components { get; set; } = [];

    /// <summary>Whether the names of all components are private.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>Whether it has parameters, <c>type t(n)</c>, or is abstract or so.</summary>
    public bool IsParameterized { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Whether procedures are bound to it, final ones too: such a type is passed to no <c>type(*)</c>.</summary>
    public bool HasBindings { get; init; }

    /// <summary>Whether an assignment is bound to it; not to its parent.</summary>
    public bool HasBoundAssignment { get; init; }

    /// <summary>The type that it extends, which is its first component; null for none.</summary>
    public DerivedType? Parent => Components is [{ Type: { Base: BaseType.Derived, Derived: { } parent } } first, ..] && first.Name == parent.Name && first.Shape is null && !parent.Equals(this) ? parent : null;

    public bool Equals(DerivedType? other) => other is not null && Name == other.Name && Module == other.Module;

    public override int GetHashCode() => HashCode.Combine(Name, Module);
}
