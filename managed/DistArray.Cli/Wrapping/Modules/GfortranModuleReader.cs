using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads gfortran's module files: a header line, then lists of operators, generic names, symbols and public names.</summary>
internal sealed partial class GfortranModuleReader
{
    // What follows the header: intrinsic operators, user operators, generics, commons, equivalences, reductions, symbols, names.
    private const int Sections = 8, IntrinsicOperators = 0, UserOperators = 1, GenericNames = 2, Symbols = 6, Names = 7;

    // gcc's order of intrinsic operators in the lists of a file. Bindings of types number them with one more before the assignment.
    private const int Assignment = 25, BoundAssignment = 26;

    private static readonly string[] s_operators =
    [
        "+", "-", "+", "-", "*", "/", "**", "//", ".and.", ".or.", ".eqv.", ".neqv.", "==", "/=", ">", ">=", "<", "<=",
        ".eq.", ".ne.", ".gt.", ".ge.", ".lt.", ".le.", ".not.", "=", "()",
    ];

    private readonly string _path;
    private readonly string _text;
    private readonly Dictionary<int, GfortranSymbol> _symbols = [];
    private readonly Dictionary<int, DerivedType> _types = [];
    private readonly Dictionary<int, Procedure> _procedures = [];
    private readonly GfortranExpressions _expressions;

    public GfortranModuleReader(string path, string text)
    {
        (_path, _text) = (path, text);
        _expressions = new GfortranExpressions(_symbols, TypeOf);
    }

    /// <exception cref="ModuleFileException">The file is of an unknown version, or damaged.</exception>
    public Module Read()
    {
        int end = _text.IndexOf('\n', StringComparison.Ordinal);
        Match header = Header().Match(end < 0 ? _text : _text[..end]);
        if (!header.Success) throw new ModuleFileException(_path, "the file does not begin with 'GFORTRAN module version': it is no module file of gfortran, or damaged.");
        string version = header.Groups[1].Value;
        if (version is not ("15" or "16"))
            throw new ModuleFileException(_path, $"module files of version {version} are not read; 15 (gfortran 8 to 14) and 16 (gfortran 15) are.");
        try
        {
            return Build(Node.Parse(_text.AsSpan(end + 1)));
        }
        catch (FormatException e)
        {
            throw new ModuleFileException(_path, $"the file is damaged: {e.Message}. Compile the core again.");
        }
    }

    private Module Build(Node file)
    {
        if (file.Count != Sections) throw new FormatException($"there are {file.Count} lists after the header, and not {Sections}");
        Node symbols = file[Symbols];
        for (int i = 0; i + 5 < symbols.Count; i += 6)
        {
            var symbol = new GfortranSymbol(symbols[i].Number, symbols[i + 1].Text ?? "", symbols[i + 2].Text ?? "", symbols[i + 5]);
            _symbols[symbol.Id] = symbol;
        }
        var reachable = new Dictionary<int, string>();
        Node names = file[Names];
        for (int i = 0; i + 2 < names.Count; i += 3)
            reachable.TryAdd(names[i + 2].Number, LowerFirst(names[i].Text ?? ""));

        string name = ModuleName();
        // A private module that passes on others' names has nothing of its own in its file, not even its name.
        if (!_symbols.Values.Any(symbol => symbol.Module == name) && _symbols.Values.Any(symbol => symbol.Flavor == "MODULE"))
            throw new ModuleFileException(_path, $"the file has nothing of a module '{name}', but of {string.Join(", ", _symbols.Values.Select(symbol => symbol.Module).Where(module => module is not ("" or "(intrinsic)")).Distinct().Take(3))}. A module file is named after its module.");
        GfortranSymbol[] all = [.. reachable.Keys.Select(Symbol).Where(symbol => !symbol.IsArtificial)];
        GfortranSymbol[] own = [.. all.Where(symbol => symbol.Module == name)];
        return new Module(name)
        {
            Variables = [.. own.Where(symbol => symbol.Flavor is "VARIABLE" or "PARAMETER" || symbol.Is("PROC_POINTER")).Select(symbol => EntityOf(symbol))],
            Procedures = [.. own.Where(symbol => symbol.IsProcedure && !symbol.Is("PROC_POINTER") && !symbol.Is("ABSTRACT") && symbol.HasInterface).Select(symbol => ProcedureOf(symbol.Id))],
            Types = [.. own.Where(symbol => symbol.Flavor == "DERIVED").Select(symbol => Derived(symbol.Id)).Distinct()],
            Generics = [.. Generics(file, name)],
            Reachable = reachable,
            Passed = [.. all.Where(symbol => symbol.Module != name && symbol.Module.Length > 0 && symbol.Flavor is "VARIABLE" or "PARAMETER" or "PROCEDURE" or "DERIVED")
                .Where(symbol => symbol.Module != name && !symbol.Is("GENERIC"))
                .Select(symbol => (reachable[symbol.Id], symbol.Module))],
        };
    }

    // The file tells the name only through its symbols; the compiler names the file after the module.
    private string ModuleName() => Path.GetFileNameWithoutExtension(_path).ToLowerInvariant();

    // Of names that other modules have too, those to which this module gives a procedure of its own.
    private IEnumerable<Generic> Generics(Node file, string module)
    {
        var generics = new List<(string Name, string Module, IEnumerable<int> Specifics)>();
        Node intrinsic = file[IntrinsicOperators];
        HashSet<(int, int)> bound = [.. _symbols.Values.SelectMany(BoundOperators)];
        for (int i = 0; i < intrinsic.Count; i++)
        {
            if (intrinsic[i].Count == 0) continue;
            if (i >= s_operators.Length) throw new FormatException($"there is no operator {i}");
            string name = i == Assignment ? "assignment(=)" : $"operator({s_operators[i]})";
            int place = i;
            generics.Add((name, "", intrinsic[i].Items.Select(item => item.Number).Where(id => !bound.Contains((place, id)))));
        }
        foreach (Node user in file[UserOperators].Items) generics.Add(($"operator(.{user[0].Text}.)", "", user.Items.Skip(2).Select(item => item.Number)));
        foreach (Node generic in file[GenericNames].Items)
            generics.Add((generic[0].Text ?? "", generic[1].Text ?? "", generic.Items.Skip(2).Select(item => item.Number).Where(id => Symbol(id).IsProcedure)));
        foreach (var generic in generics.GroupBy(generic => generic.Name))
        {
            int[] specifics = [.. generic.SelectMany(part => part.Specifics).Distinct()];
            if (specifics.Length > 0 && (generic.Any(part => part.Module == module) || specifics.Any(id => Symbol(id).Module == module)))
                yield return new Generic(generic.Key, [.. specifics.Select(ProcedureOf)]);
        }
    }

    // Operators that are bound to a type stand among those of the module too: the operator's place there, and the procedure.
    private static IEnumerable<(int Operator, int Procedure)> BoundOperators(GfortranSymbol type)
    {
        if (type.Bindings.Count < 4) yield break;
        Dictionary<string, int> procedures = [];
        foreach (Node binding in type.Bindings[1].Items)
            if (binding[1].Has("SPECIFIC")) procedures[binding[0].Text ?? ""] = binding[1].Items[^1].Number;
        foreach (Node bound in type.Bindings[3].Items)
            foreach (Node name in bound[1].Items[^1].Items.Where(item => item.IsQuoted))
                if (procedures.TryGetValue(name.Text!, out int procedure)) yield return (bound[0].Number == BoundAssignment ? Assignment : bound[0].Number, procedure);
    }

    private GfortranSymbol Symbol(int id) => _symbols.TryGetValue(id, out GfortranSymbol? symbol) ? symbol : throw new FormatException($"there is no symbol {id}");

    private Procedure ProcedureOf(int id)
    {
        if (_procedures.TryGetValue(id, out Procedure? known)) return known;
        GfortranSymbol symbol = Symbol(id);
        _procedures[id] = new Procedure(symbol.Name, [], null);       // an interface may name itself
        // procedure(name): the interface of another.
        if (symbol.DeclaredInterface is var declared and not 0 && _symbols.ContainsKey(declared) && declared != id)
            return _procedures[id] = ProcedureOf(declared) with { Name = symbol.Name, Symbol = id };
        Entity? result = null;
        if (symbol.Is("FUNCTION") || symbol.Result != 0)
            result = Result(symbol) with { Intent = Intent.Unknown, IsOptional = false };
        return _procedures[id] = new Procedure(symbol.Name, [.. symbol.Arguments.Select(Argument)], result)
        {
            Symbol = id,
            IsElemental = symbol.Is("ELEMENTAL"),
            IsPure = symbol.Is("PURE"),
            IsBindC = symbol.Is("IS_BIND_C"),
        };
    }

    private Entity Result(GfortranSymbol function) =>
        function.Result is var other and not 0 && other != function.Id && _symbols.TryGetValue(other, out GfortranSymbol? result)
            ? EntityOf(result) with { Name = result.Name.Contains('@', StringComparison.Ordinal) ? function.Name : result.Name }      // a name of the compiler's
            : Variable(function);

    private Entity Argument(int id) => id == 0 ? new Entity("*", DataType.None) { IsAlternateReturn = true } : EntityOf(Symbol(id));

    private Entity EntityOf(GfortranSymbol symbol) => symbol.Flavor == "PROCEDURE" && (symbol.Is("DUMMY") || symbol.Is("PROC_POINTER"))
        ? FromAttributes(symbol.Name, symbol.Attributes, new DataType(BaseType.Procedure, 0)) with { Symbol = symbol.Id, Interface = InterfaceOf(symbol) }
        : Variable(symbol);

    private Entity Variable(GfortranSymbol symbol)
    {
        Entity entity = FromAttributes(symbol.Name, symbol.Attributes, TypeOf(symbol.Type)) with
        {
            Symbol = symbol.Id,
            Shape = ShapeOf(symbol.Shape),
            IsConstant = symbol.Flavor == "PARAMETER",
        };
        if (symbol.Value is { } value) entity = entity with { Value = _expressions.Read(value).SpreadOver(entity.Shape) };
        return OfDescriptor(entity, symbol.Type);
    }

    // A polymorphic entity keeps its attributes and its shape in the type of its descriptor.
    private Entity OfDescriptor(Entity entity, Node type)
    {
        if (!type.Begins("CLASS")) return entity;
        Node data = Data(Symbol(type[1].Number));
        Node attributes = AttributesOf(data);
        return entity with
        {
            IsAllocatable = attributes.Has("ALLOCATABLE"),
            IsPointer = attributes.Has("CLASS_POINTER"),
            Shape = entity.Shape ?? ShapeOf(data[3]),
        };
    }

    private static Node Data(GfortranSymbol descriptor) =>
        descriptor.Components.Items.FirstOrDefault(component => component[1].Text == "_data") ?? throw new FormatException($"symbol {descriptor.Id} is no polymorphic type");

    private Procedure? InterfaceOf(GfortranSymbol symbol)
    {
        // procedure(type) has a symbol without a name there.
        if (symbol.DeclaredInterface is var declared and not 0 && _symbols.TryGetValue(declared, out GfortranSymbol? other)) return other.Name.Length > 0 ? ProcedureOf(declared) : null;
        return symbol.HasInterface ? ProcedureOf(symbol.Id) : null;
    }

    private static Entity FromAttributes(string name, Node attributes, DataType type)
    {
        return new Entity(name, type)
        {
            Intent = attributes[1].Text switch { "IN" => Intent.In, "OUT" => Intent.Out, "INOUT" => Intent.InOut, _ => Intent.Unknown },
            IsAllocatable = attributes.Has("ALLOCATABLE"),
            IsPointer = attributes.Has("POINTER") || attributes.Has("PROC_POINTER"),
            IsTarget = attributes.Has("TARGET"),
            IsContiguous = attributes.Has("CONTIGUOUS"),
            IsProtected = attributes.Has("PROTECTED"),
            IsOptional = attributes.Has("OPTIONAL"),
            IsValue = attributes.Has("VALUE"),
            IsThreadPrivate = attributes.Has("THREADPRIVATE"),
            IsCoarray = attributes.Has("CODIMENSION"),
        };
    }

    private DataType TypeOf(Node node)
    {
        string text = node[0].Text ?? "";
        switch (text)
        {
            case "INTEGER": return new DataType(BaseType.Integer, node[1].Number);
            case "REAL": return new DataType(BaseType.Real, node[1].Number);
            case "COMPLEX": return new DataType(BaseType.Complex, node[1].Number);
            case "LOGICAL": return new DataType(BaseType.Logical, node[1].Number);
            case "CHARACTER":
                return new DataType(BaseType.Character, node[1].Number)
                {
                    HasDeferredLength = node.Has("DEFERRED_CL"),
                    Length = node.Count > 6 && node[6].Count > 0 && node[6][0].Count > 0 ? _expressions.Read(node[6][0]) : null,
                };
            case "DERIVED": return new DataType(BaseType.Derived, 0) { Derived = Derived(node[1].Number) };
            case "CLASS": return Polymorphic(node[1].Number);
            case "ASSUMED": return new DataType(BaseType.AssumedType, 0);
            default: return DataType.None;
        }
    }

    private DataType Polymorphic(int descriptor)
    {
        GfortranSymbol declared = Symbol(Data(Symbol(descriptor))[2][1].Number);
        return declared.Is("UNLIMITED_POLY") ? new DataType(BaseType.UnlimitedClass, 0) : new DataType(BaseType.Class, 0) { Derived = Derived(declared.Id) };
    }

    private DerivedType Derived(int id)
    {
        if (_types.TryGetValue(id, out DerivedType? known)) return known;
        GfortranSymbol symbol = Symbol(id);
        // Lengths of texts and the like, which the compiler adds, have names that Fortran does not allow.
        Node[] components = [.. symbol.Components.Items.Where(component => component[1].Text is not ['_', ..])];
        bool isPrivate = symbol.ComponentAccess == "PRIVATE";
        Node[] own = [.. components.Skip(symbol.IsExtended ? 1 : 0)];
        var type = new DerivedType(LowerFirst(symbol.Name), symbol.Module)
        {
            Symbol = id,
            IsOpaque = own.Length > 0 && own.All(component => IsPrivate(component, isPrivate)),
            HasBoundAssignment = symbol.Bindings.Count > 3 && symbol.Bindings[3].Items.Any(bound => bound[0].Number == BoundAssignment),
            HasBindings = symbol.Bindings.Items.Take(2).Any(list => list.Count > 0),
            IsParameterized = symbol.Is("PDT_TEMPLATE") || symbol.Is("PDT_TYPE"),
            IsAbstract = symbol.Is("ABSTRACT"),
        };
        _types[id] = type;       // components may be of the type itself
        type.Components = [.. components.Select(component => ComponentOf(component) with { IsPrivate = IsPrivate(component, isPrivate && own.Contains(component)) })];
        return type;
    }

    private static bool IsPrivate(Node component, bool isDefault) => component.Has("PRIVATE") || (isDefault && !component.Has("PUBLIC"));

    private Entity ComponentOf(Node component)
    {
        Node attributes = AttributesOf(component);
        bool isProcedure = attributes.Has("PROC_POINTER");
        Entity entity = FromAttributes(component[1].Text ?? "", attributes, isProcedure ? new DataType(BaseType.Procedure, 0) : TypeOf(component[2])) with
        {
            Symbol = component[0].Number,
            Shape = isProcedure ? null : ShapeOf(component[3]),
        };
        return isProcedure ? entity : OfDescriptor(entity, component[2]);
    }

    private static Node AttributesOf(Node component) =>
        component.Items.Skip(4).FirstOrDefault(item => item.Count > 5 && item[0].Text is "UNKNOWN-FL" or "PROCEDURE" or "VARIABLE")
            ?? throw new FormatException($"the component {component} has no attributes");

    private ArrayShape? ShapeOf(Node node)
    {
        if (node.Count < 3) return null;
        ShapeKind kind = node[2].Text switch
        {
            "EXPLICIT" => ShapeKind.Explicit,
            "ASSUMED_SHAPE" => ShapeKind.AssumedShape,
            "ASSUMED_SIZE" or "IMPLIED_SHAPE" => ShapeKind.AssumedSize,
            "DEFERRED" => ShapeKind.Deferred,
            "ASSUMED_RANK" => ShapeKind.AssumedRank,
            var other => throw new FormatException($"there is no array of the kind {other}"),
        };
        int ndim = node[0].Number;
        if (ndim <= 0 && kind != ShapeKind.AssumedRank) return null;      // a scalar coarray
        if (ndim < 0) ndim = 0;
        return new ArrayShape(kind, [.. Enumerable.Range(0, ndim).Select(axis => new Bounds(Bound(node[3 + (2 * axis)]), Bound(node[4 + (2 * axis)])))]);
    }

    private Expression? Bound(Node node) => node.Count == 0 ? null : _expressions.Read(node);

    // The compiler writes names of types with a capital.
    private static string LowerFirst(string name) => name.Length > 0 && char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    [GeneratedRegex("^GFORTRAN module version '([0-9]+)'")]
    private static partial Regex Header();
}
