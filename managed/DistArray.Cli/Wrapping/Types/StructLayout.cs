using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Types;

/// <summary>Where gfortran puts the components of a type: each at the next multiple of its alignment.</summary>
/// <param name="Size">Bytes of the type.</param>
/// <param name="Alignment">Alignment of the type.</param>
/// <param name="Offsets">Offset of each component.</param>
internal sealed record StructLayout(int Size, int Alignment, IReadOnlyList<int> Offsets)
{
    private const int MostElements = 4096;

    /// <summary>The layout of a type of numbers, logicals, texts of one length and such types; null of any other.</summary>
    public static StructLayout? Of(DerivedType type, TypeCatalog types)
    {
        if (type.IsParameterized || type.IsOpaque || type.IsAbstract || type.Components.Count == 0) return null;
        var offsets = new List<int>();
        int size = 0, alignment = 1;
        foreach (Entity component in type.Components)
        {
            if (component.IsAllocatable || component.IsPointer || component.IsCoarray || component.Type.Base == BaseType.Procedure) return null;
            if (Measure(component.Type, types) is not { } element || CountOf(component) is not { } count) return null;
            size = (size + element.Alignment - 1) / element.Alignment * element.Alignment;
            offsets.Add(size);
            size += element.Size * count;
            alignment = Math.Max(alignment, element.Alignment);
        }
        return new StructLayout((size + alignment - 1) / alignment * alignment, alignment, offsets);
    }

    /// <summary>Number of elements of a component; 1 of a scalar; null where it is no constant.</summary>
    public static int? CountOf(Entity component)
    {
        long count = 1;
        foreach (Bounds axis in component.Shape?.Axes ?? [])
        {
            if (axis.Lower is not Constant low || axis.Upper is not Constant high) return null;
            count *= Math.Max(0, long.Parse(high.Text) - long.Parse(low.Text) + 1);
            if (count is 0 or > MostElements) return null;
        }
        return (int)count;
    }

    /// <summary>Length of a text of one length; null of any other.</summary>
    public static int? LengthOf(DataType type) => type.Length is Constant length && int.TryParse(length.Text, out int value) && value is > 0 and <= MostElements ? value : null;

    private static (int Size, int Alignment)? Measure(DataType type, TypeCatalog types)
    {
        switch (type.Base)
        {
            case BaseType.Character:
                return type.Kind == 1 && LengthOf(type) is { } length ? (length, 1) : null;
            case BaseType.Derived:
                return types.TryFind(type.Derived!) is { } known && (known.Layout ?? Of(known.Type, types)) is { } layout ? (layout.Size, layout.Alignment) : null;
            case BaseType.Integer or BaseType.Real or BaseType.Logical or BaseType.Complex when type.Kind is 1 or 2 or 4 or 8:
                try
                {
                    ElementMap.Element(type);
                    return (ElementMap.Bytes(type), type.Kind);
                }
                catch (RefusedException)
                {
                    return null;
                }
            default:
                return null;
        }
    }
}
