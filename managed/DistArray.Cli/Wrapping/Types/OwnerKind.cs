using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Types;

/// <summary>Allocatables, or pointers, of one element type and number of dimensions, which the companion holds for C#.</summary>
internal sealed record OwnerKind(string Declaration, string Element, int NDim, bool IsPointer)
{
    /// <exception cref="RefusedException">It is no array of an element type.</exception>
    public static OwnerKind Of(Entity entity)
    {
        if (!ElementMap.IsIntrinsic(entity.Type)) throw new RefusedException($"{entity.Name}: an allocatable or pointer of type {entity.Type}");
        int ndim = entity.Shape?.NDim ?? 0;
        if (entity.Shape?.Kind == ShapeKind.AssumedRank) throw new RefusedException($"{entity.Name}: an allocatable of assumed rank");
        if (ndim > 7) throw new RefusedException($"{entity.Name}: {ndim} dimensions, more than 7");
        return new OwnerKind(entity.Type.ToString(), ElementMap.Element(entity.Type), ndim, entity.IsPointer);
    }

    /// <summary>Such as <c>allocatable_real8_2</c>.</summary>
    public string TypeName => $"{(IsPointer ? "pointer" : "allocatable")}_{Declaration.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)}_{NDim}";

    public string CSharpType => $"{(IsPointer ? "FortranPointer" : "FortranAllocatable")}<{Element}>";

    /// <summary>Name of the method that makes one, such as <c>NewAllocatableDouble2</c>.</summary>
    public string FactoryName => $"New{(IsPointer ? "Pointer" : "Allocatable")}{char.ToUpperInvariant(Element[0])}{Element[1..]}{NDim}";

    public string Shape => NDim == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat(":", NDim))})";
}
