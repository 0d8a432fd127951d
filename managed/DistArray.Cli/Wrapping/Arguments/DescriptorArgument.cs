using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>An array of assumed shape or assumed rank: a descriptor, any strides.</summary>
internal sealed class DescriptorArgument(Entity entity, int number) : ArgumentBinding(entity, number)
{
    private readonly string _element = ElementMap.Element(entity.Type);

    private bool IsAnyRank => Entity.Shape!.Kind == ShapeKind.AssumedRank;

    private int NDim => IsAnyRank ? -1 : Entity.Shape!.NDim;

    public override bool IsWhole => true;

    public override bool HasLowerBounds => Entity.Shape!.Axes.All(axis => axis.Lower is null or Constant);

    public override IEnumerable<string> Declarations(CompanionScope scope)
    {
        string shape = IsAnyRank ? "(..)" : $"({string.Join(", ", Entity.Shape!.Axes.Select(axis => axis.Lower is Constant and not { Text: "1" } ? $"{axis.Lower}:" : ":"))})";
        string target = Entity.IsTarget ? ", target" : "", contiguous = Entity.IsContiguous ? ", contiguous" : "";
        return [$"{Entity.Type}{IntentAttribute}{OptionalAttribute}{target}{contiguous} :: {Dummy}{shape}"];
    }

    public override string Parameter => $"ArrayArgument<{_element}> {Name}";

    public override string Default => "default";

    public override string KeepAlive => $"{Name}.KeepAlive();";

    public override IEnumerable<string> Before => [$"byte* {Local("Descriptor")} = stackalloc byte[ArrayArgument<{_element}>.DescriptorBytes({NDim})];"];

    public override string Fixed => $"fixed ({_element}* {Local("Pinned")} = {Name})";

    public override IReadOnlyList<string> Addresses =>
        [$"{Name}.Describe({Local("Descriptor")}, {Local("Pinned")}, {NDim}, {Bool(Entity.IsContiguous)}, {Bool(Entity.IsOptional)}, {Described})"];

    public override string Documentation => (Entity.IsOptional ? "default: absent. " : "")
        + (IsAnyRank ? "Any number of dimensions, any strides" : Entity.IsContiguous ? $"{NDim} dimensions without gaps, first index fastest" : $"{NDim} dimensions, any strides") + "; not copied.";

    private static string Bool(bool value) => value ? "true" : "false";
}
