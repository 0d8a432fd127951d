using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Tests;

/// <summary>All that a model says, as lines in order of their names.</summary>
internal static class ModelText
{
    public static string[] Lines(Module module) =>
    [
        .. Sorted(module.Variables.Select(variable => $"variable {Text(variable)}")),
        .. Sorted(module.Types.SelectMany(Lines)),
        .. Sorted(module.Procedures.SelectMany(Lines)),
        .. Sorted(module.Generics.Select(generic => $"generic {generic.Name}: {string.Join(", ", Sorted(generic.Specifics.Select(specific => specific.Declaration)))}")),
        .. Sorted(module.Passed.Select(passed => $"passes on {passed.Name} of {passed.Module}")),
    ];

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(DerivedType type)
    {
        string flags = $"{(type.IsOpaque ? " opaque" : "")}{(type.IsAbstract ? " abstract" : "")}{(type.IsParameterized ? " parameterized" : "")}";
        yield return $"type {type.Name} of {type.Module}{flags}";
        for (int i = 0; i < type.Components.Count; i++) yield return $"type {type.Name} {i} {Text(type.Components[i])}";
    }

    private static IEnumerable<string> Lines(Procedure procedure)
    {
        yield return $"procedure {procedure.Declaration}{(procedure.IsPure ? " pure" : "")}{(procedure.IsBindC ? " bind(c)" : "")}{(procedure.Result is null ? "" : $" {Text(procedure.Result)}")}";
        for (int i = 0; i < procedure.Arguments.Count; i++) yield return $"procedure {procedure.Name} {i} {Text(procedure.Arguments[i])}";
    }

    private static string Text(Entity entity) => entity.Declaration
        + (entity.Type.Derived is { } derived ? $" of {derived.Module}" : "")
        + (entity.Shape is { } shape ? $" {shape.Kind} {string.Join(", ", shape.Axes.Select(axis => $"{Names(axis.Lower)}:{Names(axis.Upper)}"))}" : "")
        + (entity.Type.Length is { } length ? $" length {Names(length)}" : "")
        + (entity.IsThreadPrivate ? " threadprivate" : "")
        + (entity.IsAlternateReturn ? " alternate" : "")
        + (entity.Value is { } value ? $" = {value}" : "")
        + (entity.Interface is { } face ? $" as {face.Declaration} ({string.Join("; ", face.Arguments.Select(argument => argument.Declaration))})" : "");

    // With the module of each name: an argument's is empty.
    private static string? Names(Expression? expression) => expression?.Format(reference => $"{reference.Module}.{reference.Name}");
}
