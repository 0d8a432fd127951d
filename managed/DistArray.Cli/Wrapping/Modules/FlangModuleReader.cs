using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads flang's module files: Fortran that declares what a module has, types and bounds resolved.</summary>
internal sealed class FlangModuleReader
{
    private readonly string _path;
    private readonly string _text;
    private readonly FlangNames _names;
    private readonly FlangTypes _types;
    private readonly Dictionary<FlangSubprogram, Procedure> _procedures = [];

    public FlangModuleReader(string path, string text)
    {
        (_path, _text, _names) = (path, text, new FlangNames(path));
        _types = new FlangTypes(_names) { InterfaceOf = InterfaceOf };
    }

    /// <exception cref="ModuleFileException">The file is of an unknown version or damaged, has an unknown statement, or a module that it needs is not beside it.</exception>
    public Module Read()
    {
        FlangScope module = FlangNames.Parse(_path, _text);
        FlangItem[] all = [.. module.Items.Values.Where(item => !module.IsPrivate(item))];
        var reachable = new Dictionary<int, string>();
        foreach (FlangItem item in all) reachable[_names.Symbol(item)] = item.Name;
        foreach (FlangGeneric generic in module.Generics.Values.Where(generic => !module.Has(generic.Name, "private"))) reachable[_names.Symbol(generic)] = generic.Name;
        (string, string)[] passed = [.. Passed(module, reachable)];
        return new Module(module.Module)
        {
            Variables = [.. all.OfType<FlangEntity>().Where(entity => !entity.IsProcedure || entity.Attributes.Contains("pointer")).Select(_types.EntityOf)],
            Procedures = [.. all.Select(ProcedureOf).OfType<Procedure>()],
            Types = [.. all.OfType<FlangType>().Select(type => _types.Derived(type, type.Statement))],
            Generics = [.. module.Generics.Values.Where(generic => !module.Has(generic.Name, "private")).Select(generic => GenericOf(module, generic))],
            Reachable = reachable,
            Passed = passed,
        };
    }

    // Names of other modules that this one does not hide; of generic names only what they share with a type or procedure.
    private IEnumerable<(string Name, string Module)> Passed(FlangScope module, Dictionary<int, string> reachable)
    {
        foreach ((string local, FlangUse use) in module.Uses)
        {
            if (module.Has(local, "private")) continue;
            (FlangItem? item, string declaring, FlangGeneric? generic) = _names.Follow(use, isNeeded: false);
            if (item is not null) reachable.TryAdd(_names.Symbol(item), local);
            if (generic is not null) reachable.TryAdd(_names.Symbol(generic), local);
            if (module.Generics.ContainsKey(local)) continue;       // the name is this module's own
            if (item is not null || (generic is null && declaring.Length > 0 && !local.EndsWith(')'))) yield return (local, declaring);
        }
    }

    private Generic GenericOf(FlangScope module, FlangGeneric generic) => new(generic.Name,
        [.. _names.Specifics(module, generic.Name).Select(item => ProcedureOf(item) ?? throw generic.Statement.Error($"'{item.Name}' is no procedure")).DistinctBy(procedure => procedure.Symbol)]);

    // An abstract interface is no procedure, but what others are declared with.
    private Procedure? ProcedureOf(FlangItem item) => item switch
    {
        FlangSubprogram { IsAbstract: false } subprogram => ProcedureOf(subprogram),
        FlangEntity { IsProcedure: true } entity when !entity.Attributes.Contains("pointer") && InterfaceOf(entity.Scope, entity.Type.Again()) is { } declared =>
            declared with { Name = entity.Name, Symbol = _names.Symbol(entity) },
        _ => null,
    };

    private Procedure ProcedureOf(FlangSubprogram subprogram)
    {
        if (_procedures.TryGetValue(subprogram, out Procedure? known)) return known;
        _procedures[subprogram] = new Procedure(subprogram.Name, [], null);       // an interface may name itself
        Entity? result = subprogram.Result is null ? null : Local(subprogram, subprogram.Result) with { Intent = Intent.Unknown };
        return _procedures[subprogram] = new Procedure(subprogram.Name, [.. subprogram.Arguments.Select(name => Local(subprogram, name))], result)
        {
            Symbol = _names.Symbol(subprogram),
            IsElemental = subprogram.Prefixes.Contains("elemental"),
            IsPure = subprogram.Prefixes.Contains("pure") || (subprogram.Prefixes.Contains("elemental") && !subprogram.Prefixes.Contains("impure")),
            IsBindC = subprogram.IsBindC,
        };
    }

    private Entity Local(FlangSubprogram subprogram, string name)
    {
        if (name == "*") return new Entity("*", DataType.None) { IsAlternateReturn = true };
        return subprogram.Inner.Items.GetValueOrDefault(name) switch
        {
            FlangEntity entity => _types.EntityOf(entity),
            FlangSubprogram argument => new Entity(name, new DataType(BaseType.Procedure, 0))
            {
                Symbol = _names.Symbol(argument),
                IsOptional = subprogram.Inner.Has(name, "optional"),
                IsPointer = subprogram.Inner.Has(name, "pointer"),
                Interface = ProcedureOf(argument),
            },
            _ => throw subprogram.Statement.Error($"'{name}' is not declared in '{subprogram.Name}'"),
        };
    }

    // procedure(name), where the name is of a procedure, or of something declared as one; or with a type or nothing, which is an implicit interface.
    private Procedure? InterfaceOf(FlangScope scope, FlangCursor type)
    {
        var seen = new HashSet<FlangItem>();
        for (; ; )
        {
            type.Expect("procedure");
            FlangCursor inner = type.Enclosed() ?? throw type.Error("'(' was expected after 'procedure'");
            if (inner.IsAtEnd || inner.At(1).Is("(")) return null;
            FlangItem? item = _names.Find(scope, inner.Name());
            if (item is FlangSubprogram subprogram) return ProcedureOf(subprogram);
            if (item is not FlangEntity { IsProcedure: true } entity || !seen.Add(entity)) return null;
            (scope, type) = (entity.Scope, entity.Type.Again());
        }
    }
}
