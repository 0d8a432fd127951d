using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>What one part of the companion imports, and the names that it gives to arguments.</summary>
internal sealed class CompanionScope(Module module, TypeCatalog types)
{
    private readonly SortedSet<(string Module, string Text)> _imports = [];
    private readonly Dictionary<int, string> _locals = [];
    private readonly HashSet<int> _unsafe = [];

    public Module Module { get; } = module;

    public TypeCatalog Types { get; } = types;

    /// <summary>Modules and what is imported from them.</summary>
    public IEnumerable<(string Module, string Text)> Imports => _imports;

    /// <summary>Imports a name of the module.</summary>
    /// <returns>Its name in the companion.</returns>
    public string Import(string name)
    {
        string alias = FortranName.Alias(name);
        _imports.Add((Module.Name, $"{alias} => {name}"));
        return alias;
    }

    // What the module uses of another one of the run and does not pass on.
    private string ImportFrom(string module, string name)
    {
        string alias = FortranName.Shorten($"used_{module}_{name}");
        _imports.Add((module, $"{alias} => {name}"));
        return alias;
    }

    /// <summary>Imports an operator of the module.</summary>
    public void ImportOperator(string name) => _imports.Add((Module.Name, name));

    /// <summary>Imports a derived type from where it is declared.</summary>
    /// <returns>Its name in the companion.</returns>
    public string ImportType(DerivedType type)
    {
        string alias = FortranName.TypeAlias(type.Name);
        _imports.Add((type.Module, $"{alias} => {type.Name}"));
        return alias;
    }

    /// <summary>Gives an argument a name for expressions.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="name">Its name in the companion.</param>
    /// <param name="isWhole">Whether it has its own shape there, so that <c>size</c> and its like may be asked of it.</param>
    public void Declare(Entity argument, string name, bool isWhole)
    {
        _locals[argument.Symbol] = name;
        if (!isWhole || argument.IsOptional) _unsafe.Add(argument.Symbol);
    }

    /// <summary>An expression in the companion's names.</summary>
    /// <returns>Null where it uses what cannot be reached: a private name, an optional argument, the extent of an assumed-size one.</returns>
    public string? Format(Expression expression) => expression.Format(NameOf);

    private string? NameOf(Reference reference)
    {
        if (_locals.TryGetValue(reference.Symbol, out string? local))
        {
            bool isElement = reference.Selectors.Count > 0 && reference.Selectors[0].List.Count > 0 && !reference.Selectors[0].List.Contains(null);
            return _unsafe.Contains(reference.Symbol) && !isElement ? null : local;
        }
        if (Module.Reachable.TryGetValue(reference.Symbol, out string? name)) return Import(name);
        return reference.Module is { } other && Types.IsVariable(other, reference.Name) ? ImportFrom(other, reference.Name) : null;
    }
}
