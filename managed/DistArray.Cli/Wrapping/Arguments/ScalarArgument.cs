using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>A number, a logical or a C address, by reference.</summary>
internal sealed class ScalarArgument(Entity entity, int number) : ArgumentBinding(entity, number)
{
    private readonly string _type = ElementMap.Scalar(entity.Type);
    private readonly string _element = ElementMap.ScalarElement(entity.Type);

    private bool IsIn => Entity.Intent == Intent.In || Entity.IsValue;

    private bool IsConverted => _type != _element;

    public override IEnumerable<string> Declarations(CompanionScope scope) => [$"{Entity.Type}{IntentAttribute}{OptionalAttribute} :: {Dummy}"];

    public override string Parameter => (IsIn, Entity.IsOptional) switch
    {
        (true, false) => $"{_type} {Name}",
        (true, true) => $"{_type}? {Name}",
        (false, true) => $"Ref<{_type}>? {Name}",
        _ => $"{(Entity.Intent == Intent.Out ? "out" : "ref")} {_type} {Name}",
    };

    public override IEnumerable<string> Before => (IsIn, Entity.IsOptional) switch
    {
        (true, false) => IsConverted ? [$"{_element} {Local("Value")} = {Name};"] : [],
        (true, true) => [$"{_element} {Local("Value")} = {Name}.GetValueOrDefault();"],
        (false, true) => [$"{_element} {Local("Value")} = {Name} is null ? default : {Name}.Value;"],
        _ => [$"{_element} {Local("Value")} = {(Entity.Intent == Intent.Out ? "default" : Name)};"],
    };

    public override IReadOnlyList<string> Addresses => (IsIn, Entity.IsOptional) switch
    {
        (true, false) => [IsConverted ? $"&{Local("Value")}" : $"&{Name}"],
        (true, true) => [$"{Name}.HasValue ? &{Local("Value")} : null"],
        (false, true) => [$"{Name} is null ? null : &{Local("Value")}"],
        _ => [$"&{Local("Value")}"],
    };

    public override IEnumerable<string> After => (IsIn, Entity.IsOptional) switch
    {
        (true, _) => [],
        (false, true) => [$"if ({Name} is not null) {Name}.Value = {Local("Value")};"],
        _ => [$"{Name} = {Local("Value")};"],
    };

    public override string Documentation => (Entity.IsOptional ? "Null: absent. " : "") + (ElementMap.IsAddress(Entity.Type) ? "A C address." : "");
}
