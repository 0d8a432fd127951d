namespace DistArray.Cli.Files;

/// <summary>An array in a file.</summary>
/// <param name="Name">Its name in the file: "/fields/u", "u", a record's number; empty where the file is one array.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Shape">Its shape, with the axes in the order of the program that wrote it.</param>
/// <param name="Order">Order of its elements in the file.</param>
/// <param name="IsReadWhole">Whether reading a part costs as much as reading all.</param>
internal sealed record StoredArray(string Name, ElementType Type, long[] Shape, MemoryOrder Order, bool IsReadWhole = false)
{
    /// <summary>Elements.</summary>
    public long Size => Shape.Aggregate(1L, (size, extent) => size * extent);

    /// <summary>Such as "float64 (64, 32)".</summary>
    public string Description => $"{ElementTypes.NameOf(Type)} {TextOf(Shape)}";

    /// <summary>A shape as Python writes it.</summary>
    public static string TextOf(IReadOnlyList<long> shape) => $"({string.Join(", ", shape)}{(shape.Count == 1 ? "," : "")})";
}
