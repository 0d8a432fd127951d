using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>A variable of a derived type, or an array of them: an address.</summary>
internal sealed class StructureArgument : ArgumentBinding
{
    private readonly WrappedType _type;

    /// <exception cref="RefusedException">The type is not wrapped, or it is passed in a way that is not built.</exception>
    public StructureArgument(Entity entity, int number, TypeCatalog types) : base(entity, number)
    {
        _type = types.Find(entity.Type.Derived!);
        if (entity.IsAllocatable || entity.IsPointer) throw new RefusedException($"argument {entity.Name}: an allocatable or pointer of a derived type");
        if (IsArray && entity.Type.Base == BaseType.Class) throw new RefusedException($"argument {entity.Name}: a polymorphic array");
        if (IsArray && entity.Shape!.NDim > 1) throw new RefusedException($"argument {entity.Name}: an array of a derived type of {entity.Shape.NDim} dimensions");
        if (IsArray && entity.Shape!.Kind is ShapeKind.AssumedRank) throw new RefusedException($"argument {entity.Name}: a derived type of assumed rank");
    }

    private bool IsArray => Entity.Shape is not null;

    private string CountDummy => $"n{Number}";

    /// <summary>Where the companion finds the number of elements.</summary>
    public string GivenCount => CountDummy;

    public override IReadOnlyList<string> Dummies => IsArray ? [Dummy, CountDummy] : [Dummy];

    public override IEnumerable<string> Declarations(CompanionScope scope)
    {
        yield return $"type(c_ptr), value :: {Dummy}";
        if (IsArray) yield return $"integer(8), intent(in) :: {CountDummy}";
        yield return $"type({scope.ImportType(_type.Type)}), pointer :: {Pointer}{(IsArray ? "(:)" : "")}";
    }

    public override IEnumerable<string> Statements => [IsArray ? $"call c_f_pointer({Dummy}, {Pointer}, [{CountDummy}])" : $"call c_f_pointer({Dummy}, {Pointer})"];

    public override string Actual => Pointer;

    public override bool IsWhole => Entity.Shape is null or { Kind: ShapeKind.AssumedShape };

    private bool IsIn => Entity.Intent == Intent.In || Entity.IsValue;

    public override string Parameter => (IsArray, _type.IsStruct) switch
    {
        (true, true) => $"ArrayArgument<{_type.Name}> {Name}",
        (true, false) => $"FortranStructures<{_type.Name}>{Question} {Name}",
        (false, true) => Entity.IsOptional ? $"{(IsIn ? $"{_type.Name}?" : $"Ref<{_type.Name}>?")} {Name}" : $"{(IsIn ? "in" : "ref")} {_type.Name} {Name}",
        (false, false) => $"{_type.Name}{Question} {Name}",
    };

    private string Question => Entity.IsOptional ? "?" : "";

    public override string Default => IsArray && _type.IsStruct ? "default" : "null";

    public override IEnumerable<string> Before => (IsArray, _type.IsStruct) switch
    {
        (true, true) => [$"long {Local("Count")} = {Name}.IsPresent ? {Name}.Size : 0;"],
        (true, false) => [$"long {Local("Count")} = 0;", $"nint {Local("Address")} = {(Entity.IsOptional ? $"{Name} is null ? 0 : {Name}" : $"Require({Name}, \"{Entity.Name}\")")}.Contiguous(out {Local("Count")});"],
        (false, true) => !Entity.IsOptional ? [] : IsIn ? [$"{_type.Name} {Local("Value")} = {Name}.GetValueOrDefault();"] : [$"{_type.Name} {Local("Value")} = {Name} is null ? default : {Name}.Value;"],
        (false, false) => [$"nint {Local("Address")} = {(Entity.IsOptional ? $"{Name} is null ? 0 : {Name}.Address" : $"Require({Name}, \"{Entity.Name}\").Address")};"],
    };

    public override string? Fixed => !_type.IsStruct || (!IsArray && Entity.IsOptional) ? null : $"fixed ({_type.Name}* {Local("Pinned")} = {(IsArray ? "" : "&")}{Name})";

    public override IReadOnlyList<string> Addresses => (IsArray, _type.IsStruct) switch
    {
        (true, true) => [$"{Name}.Flat({Local("Pinned")}, {(Entity.IsOptional ? "true" : "false")}, {Described}, null)", $"&{Local("Count")}"],
        (true, false) => [$"(void*){Local("Address")}", $"&{Local("Count")}"],
        (false, true) => [!Entity.IsOptional ? Local("Pinned") : IsIn ? $"{Name}.HasValue ? &{Local("Value")} : null" : $"{Name} is null ? null : &{Local("Value")}"],
        (false, false) => [$"(void*){Local("Address")}"],
    };

    public override string? KeepAlive => IsArray && _type.IsStruct ? $"{Name}.KeepAlive();" : null;

    public override IEnumerable<string> After => !IsArray && _type.IsStruct && Entity.IsOptional && !IsIn ? [$"if ({Name} is not null) {Name}.Value = {Local("Value")};"] : [];

    public override string Documentation => (Entity.IsOptional ? $"{Default}: absent. " : "") + (IsArray && _type.IsStruct ? "Elements without gaps; not copied." : "Not copied.");
}
