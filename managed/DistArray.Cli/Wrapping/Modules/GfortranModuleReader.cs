using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads gfortran's module files: a header line, then lists of operators, generic names, symbols and public names.</summary>
internal sealed partial class GfortranModuleReader
{
    // What follows the header: intrinsic operators, user operators, generics, commons, equivalences, reductions, symbols, names.
    private const int Sections = 8, IntrinsicOperators = 0, UserOperators = 1, GenericNames = 2, Symbols = 6, Names = 7;

    // gcc's order of intrinsic operators.
    private static readonly string[] s_operators =
    [
        "+", "-", "+", "-", "*", "/", "**", "//", ".and.", ".or.", ".eqv.", ".neqv.", "==", "/=", ">", ">=", "<", "<=",
        ".eq.", ".ne.", ".gt.", ".ge.", ".lt.", ".le.", ".not.", "", "=", "()",
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
        if (!_symbols.Values.Any(symbol => symbol.Module == name))
            throw new ModuleFileException(_path, $"the file has nothing of a module '{name}', but of {string.Join(", ", _symbols.Values.Select(symbol => symbol.Module).Where(module => module is not ("" or "(intrinsic)")).Distinct().Take(3))}. A module file is named after its module.");
        GfortranSymbol[] all = [.. reachable.Keys.Select(Symbol).Where(symbol => !symbol.IsArtificial)];
        GfortranSymbol[] own = [.. all.Where(symbol => symbol.Module == name)];
        return new Module(name)
        {
            Variables = [.. own.Where(symbol => symbol.Flavor is "VARIABLE" or "PARAMETER" || symbol.Is("PROC_POINTER")).Select(symbol => EntityOf(symbol))],
            Procedures = [.. own.Where(symbol => symbol.IsProcedure && !symbol.Is("PROC_POINTER")).Select(symbol => ProcedureOf(symbol.Id))],
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

    private IEnumerable<Generic> Generics(Node file, string module)
    {
        Node intrinsic = file[IntrinsicOperators];
        for (int i = 0; i < intrinsic.Count; i++)
            if (intrinsic[i].Count > 0)
                yield return new Generic(i < s_operators.Length && s_operators[i] is "=" ? "assignment(=)" : $"operator({(i < s_operators.Length ? s_operators[i] : "?")})",
                    [.. intrinsic[i].Items.Select(item => ProcedureOf(item.Number))]);
        foreach (Node user in file[UserOperators].Items)
            yield return new Generic($"operator(.{user[0].Text}.)", [.. user.Items.Skip(2).Select(item => ProcedureOf(item.Number))]);
        foreach (Node generic in file[GenericNames].Items)
        {
            int[] specifics = [.. generic.Items.Skip(2).Select(item => item.Number).Where(id => Symbol(id).IsProcedure)];
            if (generic[1].Text == module && specifics.Length > 0)
                yield return new Generic(generic[0].Text ?? "", [.. specifics.Select(ProcedureOf)]);
        }
    }

    private GfortranSymbol Symbol(int id) => _symbols.TryGetValue(id, out GfortranSymbol? symbol) ? symbol : throw new FormatException($"there is no symbol {id}");

    private Procedure ProcedureOf(int id)
    {
        if (_procedures.TryGetValue(id, out Procedure? known)) return known;
        GfortranSymbol symbol = Symbol(id);
        _procedures[id] = new Procedure(symbol.Name, [], null);       // an interface may name itself
        Entity? result = null;
        if (symbol.Is("FUNCTION"))
            result = Variable(symbol.Result is var other and not 0 && _symbols.ContainsKey(other) ? Symbol(other) : symbol) with { Intent = Intent.Unknown, IsOptional = false };
        return _procedures[id] = new Procedure(symbol.Name, [.. symbol.Arguments.Select(Argument)], result)
        {
            Symbol = id,
            IsElemental = symbol.Is("ELEMENTAL"),
            IsPure = symbol.Is("PURE"),
            IsBindC = symbol.Is("IS_BIND_C"),
        };
    }

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
            Value = symbol.Value is { } value ? _expressions.Read(value) : null,
        };
        return symbol.Type.Begins("CLASS") ? OfDescriptor(entity, Symbol(symbol.Type[1].Number)) : entity;
    }

    // A polymorphic entity keeps its attributes and its shape in the type of its descriptor.
    private Entity OfDescriptor(Entity entity, GfortranSymbol descriptor)
    {
        Node data = Data(descriptor);
        Node attributes = AttributesOf(data);
        return entity with
        {
            IsAllocatable = attributes.Has("ALLOCATABLE"),
            IsPointer = attributes.Has("POINTER") && (entity.IsPointer || !descriptor.Name.EndsWith("_t", StringComparison.Ordinal)),
            Shape = entity.Shape ?? ShapeOf(data[3]),
        };
    }

    private static Node Data(GfortranSymbol descriptor) =>
        descriptor.Components.Items.FirstOrDefault(component => component[1].Text == "_data") ?? throw new FormatException($"symbol {descriptor.Id} is no polymorphic type");

    private Procedure? InterfaceOf(GfortranSymbol symbol)
    {
        if (symbol.Type.Count > 2 && symbol.Type[2].Number is var declared and not 0 && _symbols.ContainsKey(declared)) return ProcedureOf(declared);
        return symbol.Attributes[3].Text is "BODY" or "DECL" ? ProcedureOf(symbol.Id) : null;
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
        var type = new DerivedType(LowerFirst(symbol.Name), symbol.Module)
        {
            Symbol = id,
            IsOpaque = symbol.ComponentAccess == "PRIVATE",
            IsParameterized = symbol.Is("PDT_TEMPLATE") || symbol.Is("PDT_TYPE"),
            IsAbstract = symbol.Is("ABSTRACT"),
        };
        _types[id] = type;       // components may be of the type itself
        type.Components = [.. symbol.Components.Items.Select(ComponentOf)];
        return type;
    }

    private Entity ComponentOf(Node component)
    {
        Node attributes = AttributesOf(component);
        bool isProcedure = attributes.Has("PROC_POINTER");
        return FromAttributes(component[1].Text ?? "", attributes, isProcedure ? new DataType(BaseType.Procedure, 0) : TypeOf(component[2])) with
        {
            Symbol = component[0].Number,
            Shape = ShapeOf(component[3]),
            IsPrivate = component.Has("PRIVATE"),
        };
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
        if (ndim < 0) ndim = 0;      // an assumed rank
        return new ArrayShape(kind, [.. Enumerable.Range(0, ndim).Select(axis => new Bounds(Bound(node[3 + (2 * axis)]), Bound(node[4 + (2 * axis)])))]);
    }

    private Expression? Bound(Node node) => node.Count == 0 ? null : _expressions.Read(node);

    // The compiler writes names of types with a capital.
    private static string LowerFirst(string name) => name.Length > 0 && char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    [GeneratedRegex("^GFORTRAN module version '([0-9]+)'")]
    private static partial Regex Header();
}
