namespace DistArray.Cli.Wrapping.Model;

/// <summary>Type and kind of a variable, an argument, a component or a result.</summary>
/// <param name="Base">Intrinsic, derived, polymorphic.</param>
/// <param name="Kind">Bytes of an element of an intrinsic type; of a part for complex; 1 for default characters.</param>
internal sealed record DataType(BaseType Base, int Kind)
{
    public static DataType None { get; } = new(BaseType.None, 0);

    /// <summary>The derived type, or the declared type of a polymorphic entity.</summary>
    public DerivedType? Derived { get; init; }

    /// <summary>Length of a text: null where it is assumed or deferred.</summary>
    public Expression? Length { get; init; }

    /// <summary>Whether the length of a text is that of its allocation, <c>len=:</c>.</summary>
    public bool HasDeferredLength { get; init; }

    /// <summary>As Fortran declares it, kinds as numbers.</summary>
    public override string ToString() => Base switch
    {
        BaseType.Integer => $"integer({Kind})",
        BaseType.Real => $"real({Kind})",
        BaseType.Complex => $"complex({Kind})",
        BaseType.Logical => $"logical({Kind})",
        BaseType.Character => $"character(len={(HasDeferredLength ? ":" : Length?.ToString() ?? "*")})",
        BaseType.Derived => $"type({Derived!.Name})",
        BaseType.Class => $"class({Derived!.Name})",
        BaseType.UnlimitedClass => "class(*)",
        BaseType.AssumedType => "type(*)",
        BaseType.Procedure => "procedure",
        _ => "",
    };
}
