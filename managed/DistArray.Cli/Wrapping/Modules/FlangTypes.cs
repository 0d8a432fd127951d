using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Makes types, shapes and entities of the declarations in flang's module files.</summary>
internal sealed class FlangTypes
{
    private readonly FlangNames _names;
    private readonly FlangExpressions _expressions;
    private readonly Dictionary<FlangItem, DerivedType> _derived = [];

    public FlangTypes(FlangNames names) => (_names, _expressions) = (names, new FlangExpressions(names, TypeOf));

    /// <summary>Makes procedures, of which interfaces of arguments are.</summary>
    public required Func<FlangScope, FlangCursor, Procedure?> InterfaceOf { get; init; }

    public Entity EntityOf(FlangEntity entity)
    {
        bool Has(string attribute) => entity.Attributes.Contains(attribute) || entity.Scope.Has(entity.Name, attribute);
        bool isDeferred = Has("allocatable") || Has("pointer");
        Expression? value = Has("parameter") && entity.Value is not null ? _expressions.Read(entity.Scope, entity.Value.Again()) : null;
        return new Entity(entity.Name, TypeOf(entity) is var type && value is not null ? OfValue(type, value) : type)
        {
            Symbol = _names.Symbol(entity),
            Shape = entity.Shape is null ? null : ShapeOf(entity.Scope, entity.Shape.Again(), isDeferred),
            Intent = Has("intent(in)") ? Intent.In : Has("intent(out)") ? Intent.Out : Has("intent(inout)") ? Intent.InOut : Intent.Unknown,
            IsAllocatable = Has("allocatable"),
            IsPointer = Has("pointer"),
            IsTarget = Has("target"),
            IsContiguous = Has("contiguous"),
            IsProtected = Has("protected"),
            IsOptional = Has("optional"),
            IsValue = Has("value"),
            IsThreadPrivate = Has("threadprivate"),
            IsCoarray = entity.IsCoarray,
            IsConstant = Has("parameter"),
            Value = value,
            Interface = entity.IsProcedure ? InterfaceOf(entity.Scope, entity.Type.Again()) : null,
        };
    }

    // The length of a constant text is that of its value where the declaration has '*'.
    private static DataType OfValue(DataType type, Expression value)
    {
        if (type is not { Base: BaseType.Character, Length: null }) return type;
        Expression? text = value is ConstantList { Values: [var first, ..] } ? first : value;
        return text is Constant constant ? type with { Length = FlangConstants.Number(constant.Text.Length) } : type;
    }

    public DataType TypeOf(FlangEntity entity)
    {
        FlangCursor cursor = entity.Type.Again();
        string word = cursor.Name();
        if (word == "procedure") return new DataType(BaseType.Procedure, 0);
        FlangCursor inner = cursor.Enclosed() ?? throw cursor.Error($"'(' was expected after '{word}'");
        cursor.End();
        switch (word)
        {
            case "integer": return new DataType(BaseType.Integer, KindOf(inner));
            case "real": return new DataType(BaseType.Real, KindOf(inner));
            case "complex": return new DataType(BaseType.Complex, KindOf(inner));
            case "logical": return new DataType(BaseType.Logical, KindOf(inner));
            case "character": return Character(entity.Scope, inner);
        }
        if (inner.Next.Is("*")) return new DataType(word == "type" ? BaseType.AssumedType : BaseType.UnlimitedClass, 0);
        string name = inner.Name();
        if (inner.Enclosed() is null) inner.End();
        FlangItem item = _names.Find(entity.Scope, name) ?? throw inner.Error($"there is no type '{name}'");
        return new DataType(word == "type" ? BaseType.Derived : BaseType.Class, 0) { Derived = Derived(item, inner) };
    }

    private static int KindOf(FlangCursor inner)
    {
        FlangToken token = inner.Take();
        inner.End();
        return token.Kind == FlangTokenKind.Integer && int.TryParse(token.Text, out int kind) ? kind : throw inner.Error($"a kind was expected, and not {token}");
    }

    // The length, and the kind.
    private DataType Character(FlangScope scope, FlangCursor inner)
    {
        FlangCursor length = inner.Until(",");
        inner.Expect(",");
        var type = new DataType(BaseType.Character, KindOf(inner));
        if (length.Accept("*")) return type;
        return length.Accept(":") ? type with { HasDeferredLength = true } : type with { Length = _expressions.ReadBound(scope, length) };
    }

    public DerivedType Derived(FlangItem item, FlangCursor at)
    {
        if (_derived.TryGetValue(item, out DerivedType? known)) return known;
        var declared = item as FlangType;
        if (declared is null && item is not FlangIntrinsic) throw at.Error($"'{item.Name}' is no type");
        var type = new DerivedType(item.Name, item.Module)
        {
            Symbol = _names.Symbol(item),
            IsOpaque = declared is null || (declared.Components.Count > 0 && declared.Components.All(component => component.Attributes.Contains("private"))),
            IsParameterized = declared?.IsParameterized == true,
            IsAbstract = declared?.Attributes.Contains("abstract") == true,
        };
        _derived[item] = type;       // components may be of the type itself
        if (declared is not null && !declared.IsParameterized) type.Components = [.. Components(declared, at)];
        return type;
    }

    private IEnumerable<Entity> Components(FlangType type, FlangCursor at)
    {
        if (type.Parent is { } parent)
        {
            FlangItem item = _names.Find(type.Scope, parent) ?? throw at.Error($"there is no type '{parent}'");
            yield return new Entity(parent, new DataType(BaseType.Derived, 0) { Derived = Derived(item, at) }) { Symbol = _names.Symbol((type, parent)) };
        }
        foreach (FlangEntity component in type.Components)
            yield return EntityOf(component) with { IsPrivate = component.Attributes.Contains("private"), Interface = null };
    }

    private ArrayShape ShapeOf(FlangScope scope, FlangCursor list, bool isDeferred)
    {
        if (list.Accept("..")) return new ArrayShape(ShapeKind.AssumedRank, []);
        Bounds[] axes = [.. list.Parts().Select(part => BoundsOf(scope, part, isDeferred))];
        bool isOpen = axes.All(axis => axis.Upper is null);
        bool isAssumedSize = list.Again().ToString().EndsWith('*');
        return new ArrayShape(isAssumedSize ? ShapeKind.AssumedSize : !isOpen ? ShapeKind.Explicit : isDeferred ? ShapeKind.Deferred : ShapeKind.AssumedShape, axes);
    }

    private Bounds BoundsOf(FlangScope scope, FlangCursor part, bool isDeferred)
    {
        FlangCursor lower = part.Until(":");
        bool isRange = part.Accept(":");
        if (!isRange && !lower.Next.Is("*")) return new Bounds(FlangConstants.Number(1), _expressions.ReadBound(scope, lower));
        Expression? first = isRange && !lower.IsAtEnd ? _expressions.ReadBound(scope, lower) : isDeferred ? null : FlangConstants.Number(1);
        return new Bounds(first, !isRange || part.IsAtEnd || part.Next.Is("*") ? null : _expressions.ReadBound(scope, part));
    }
}
