namespace DistArray.IO;

/// <summary>A field of an XDMF series: a dataset that lies on the grid.</summary>
/// <param name="Dataset">Path of the dataset in its HDF5 file, such as "density".</param>
/// <param name="ElementType">Type of its elements; a real number.</param>
/// <param name="Name">Name that the viewer shows, or null for the dataset's own.</param>
public sealed record XdmfField(string Dataset, ElementType ElementType = ElementType.Float64, string? Name = null)
{
    /// <summary>XDMF's name of the type, and its bytes.</summary>
    /// <exception cref="NotSupportedException">XDMF has no such type.</exception>
    internal (string Name, int Precision) NumberType => ElementType switch
    {
        ElementType.Float32 or ElementType.Float64 => ("Float", ElementTypes.SizeOf(ElementType)),
        ElementType.Int8 => ("Char", 1),
        ElementType.UInt8 => ("UChar", 1),
        ElementType.Int16 or ElementType.Int32 or ElementType.Int64 => ("Int", ElementTypes.SizeOf(ElementType)),
        ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 => ("UInt", ElementTypes.SizeOf(ElementType)),
        _ => throw new NotSupportedException($"The field {Dataset} is {ElementTypes.NameOf(ElementType)}, which XDMF cannot describe. Write its real and imaginary parts, or numbers."),
    };

    /// <summary>Whether XDMF has such a type.</summary>
    internal static bool CanShow(ElementType type) => type is not (ElementType.Boolean or ElementType.Logical32 or ElementType.Logical64 or ElementType.Complex64 or ElementType.Complex128);
}
