using DistArray.Cli.Files;

namespace DistArray.Cli.Converting;

/// <summary>An array to be converted.</summary>
/// <param name="Source">The array.</param>
/// <param name="Name">Its name in the new file; empty where that has no names.</param>
/// <param name="Type">Its new element type.</param>
/// <param name="Order">Its new order.</param>
internal sealed record Conversion(StoredArray Source, string Name, ElementType Type, MemoryOrder Order)
{
    /// <summary>Such as "run.h5:/fields/u -> u.npy  float64 (64, 32) -> float32, column-major".</summary>
    public string Text(string from, string to) => $"{Place(from, Source.Name)} -> {Place(to, Name)}  {Source.Description}{(Type == Source.Type ? "" : $" -> {ElementTypes.NameOf(Type)}")}"
        + (Order == MemoryOrder.ColumnMajor ? ", column-major" : Source.Order == MemoryOrder.ColumnMajor ? ", row-major" : "");

    private static string Place(string path, string name) => name.Length == 0 ? path : $"{path}:{name}";
}
