using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;

namespace DistArray.Cli.Wrapping.Types;

/// <summary>The derived types of all modules of a run and the C# types that stand for them, and the modules' variables.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<(string Module, string Name), WrappedType> _types = [];
    private readonly HashSet<(string Module, string Name)> _variables;

    public TypeCatalog(IReadOnlyList<Module> modules, bool useViews, Taken names)
    {
        _variables = [.. modules.SelectMany(module => module.Variables.Select(variable => (module.Name, variable.Name)))];
        foreach (Module module in modules)
            foreach (DerivedType type in module.Types.OrderBy(type => type.Name, StringComparer.Ordinal))
                _types[(module.Name, type.Name)] = new WrappedType(type, names.Give(CSharpName.Pascal(type.Name), $"Of{CSharpName.Pascal(module.Name)}"));
        foreach (WrappedType type in _types.Values)
            type.Layout = useViews ? null : StructLayout.Of(type.Type, this);
    }

    /// <summary>The C# type of a derived type.</summary>
    /// <exception cref="RefusedException">It is not wrapped.</exception>
    public WrappedType Find(DerivedType type)
    {
        if (type.IsParameterized) throw new RefusedException($"type {type.Name} has parameters");
        if (type.IsAbstract) throw new RefusedException($"type {type.Name} is abstract: no variable is just that");
        if (ElementMap.IsAddress(new DataType(BaseType.Derived, 0) { Derived = type })) throw new RefusedException($"type {type.Name} is a C address: scalar arguments and results alone are passed");
        return _types.GetValueOrDefault((type.Module, type.Name)) ?? throw new RefusedException(
            $"type {type.Name} is declared in module {type.Module} and not public there, or that module is not wrapped in this run");
    }

    /// <summary>Whether a module of the run shows a variable or constant of its own.</summary>
    public bool IsVariable(string module, string name) => _variables.Contains((module, name));

    public WrappedType? TryFind(DerivedType type) => _types.GetValueOrDefault((type.Module, type.Name));
}
