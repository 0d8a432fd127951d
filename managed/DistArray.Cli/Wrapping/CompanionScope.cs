using DistArray.Cli.Wrapping.Arguments;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>What one part of the companion imports, and the names that it gives to arguments.</summary>
internal sealed class CompanionScope(Module module, TypeCatalog types)
{
    private readonly SortedSet<(string Module, string Text)> _imports = [];
    private readonly Dictionary<int, ArgumentBinding> _locals = [];

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
    /// <param name="argument">How it is passed.</param>
    public void Declare(ArgumentBinding argument) => _locals[argument.Entity.Symbol] = argument;

    /// <summary>An expression in the companion's names.</summary>
    /// <returns>Null where it uses what cannot be reached: a private name, an optional argument, the extent of an assumed-size one.</returns>
    public string? Format(Expression expression) => AsksOtherBounds(expression) ? null : expression.Format(NameOf);

    // Bounds of an array that has others in the companion.
    private bool AsksOtherBounds(Expression? expression) => expression switch
    {
        Reference { Module: null, Name: "lbound" or "ubound", Selectors: [{ List: [Reference { Selectors: [] } array, ..] }] }
            when _locals.TryGetValue(array.Symbol, out ArgumentBinding? argument) && !argument.HasLowerBounds => true,
        Reference reference => reference.Selectors.Any(selector => selector.List.Any(AsksOtherBounds)),
        OperatorExpression operation => AsksOtherBounds(operation.Left) || AsksOtherBounds(operation.Right),
        KeywordArgument argument => AsksOtherBounds(argument.Value),
        ConstantList list => list.Values.Any(AsksOtherBounds),
        _ => false,
    };

    private string? NameOf(Reference reference)
    {
        if (_locals.TryGetValue(reference.Symbol, out ArgumentBinding? argument))
        {
            bool isElement = reference.Selectors is [{ Component: null } list, ..] && !list.List.Contains(null);
            return !argument.Entity.IsOptional && (isElement ? argument.HasLowerBounds : argument.IsWhole) ? argument.Actual : null;
        }
        if (Module.Reachable.TryGetValue(reference.Symbol, out string? name)) return Import(name);
        return reference.Module is { } other && Types.IsVariable(other, reference.Name) ? ImportFrom(other, reference.Name) : null;
    }
}
