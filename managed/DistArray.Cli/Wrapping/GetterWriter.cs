using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;

namespace DistArray.Cli.Wrapping;

/// <summary>Writes the companion's procedure that shows where a variable or component lies.</summary>
internal static class GetterWriter
{
    /// <param name="entry">Its name.</param>
    /// <param name="module">The module.</param>
    /// <param name="entity">The variable or component.</param>
    /// <param name="designator">How the companion reaches it: a name, or a pointer to it.</param>
    /// <param name="parent">Declaration and statement that find the parent of a component.</param>
    public static IEnumerable<string> Write(string entry, string module, Entity entity, string designator, IReadOnlyList<string> parent)
    {
        bool isComponent = parent.Count > 0, hasBindings = entity.Type is { Base: BaseType.Derived, Derived.HasBindings: true };
        if (hasBindings && entity.Shape is not null) throw new RefusedException("it is an array of a type with bound procedures, and the compiler passes no such type to a C function");
        yield return $"! {entity.Declaration}";
        yield return $"subroutine {FortranName.Shorten(entry)}(parent, target) bind(c, name='{FortranLibraryEntry.Of(module, entry)}')";
        yield return "  type(c_ptr), value :: parent, target";
        if (isComponent) yield return "  " + parent[0];
        // A component is shown through a pointer: gfortran corrupts the descriptor of an allocatable parent otherwise.
        bool needsPointer = isComponent && (entity.Shape is not null || entity.IsAllocatable || entity.IsPointer) && entity.Type.Base != BaseType.Class;
        if (needsPointer) yield return $"  {TypeOf(entity, designator)}, pointer :: q{(entity.Shape is null ? "" : $"({string.Join(", ", Enumerable.Repeat(":", entity.Shape.NDim))})")}";
        yield return "";
        if (isComponent) yield return "  " + parent[1];
        if (entity.IsAllocatable) yield return $"  if (.not. allocated({designator})) return";
        if (entity.IsPointer) yield return $"  if (.not. associated({designator})) return";
        if (needsPointer) yield return $"  q{Bounds(entity, designator)} => {designator}";
        string shown = needsPointer ? "q" : designator;
        if (entity.Type.Base == BaseType.Class || hasBindings) yield return $"  call describe_address(target, loc({shown}))";
        else yield return $"  call describe(target, {shown}, {(entity.Shape is null ? "[0_8]" : $"int(lbound({shown}), 8)")})";
        yield return "end subroutine";
    }

    // A pointer takes the bounds of a whole array; of a component without pointer or allocatable they are given.
    private static string Bounds(Entity entity, string designator) => entity.Shape is null || entity.IsAllocatable || entity.IsPointer ? ""
        : $"({string.Join(", ", Enumerable.Range(1, entity.Shape.NDim).Select(axis => $"lbound({designator}, {axis}):"))})";

    private static string TypeOf(Entity entity, string designator) => entity.Type.Base switch
    {
        BaseType.Derived => $"type({FortranName.TypeAlias(entity.Type.Derived!.Name)})",
        BaseType.Character => entity.Type.HasDeferredLength ? "character(len=:)" : $"character(len=len({designator}))",
        _ => entity.Type.ToString(),
    };
}
