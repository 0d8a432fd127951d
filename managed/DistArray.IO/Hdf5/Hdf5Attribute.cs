namespace DistArray.IO;

/// <summary>What an attribute is, without its value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape; empty for a single value.</param>
/// <param name="ElementType">Type of its elements, or null where it is none that arrays have.</param>
/// <param name="IsText">Whether it holds texts.</param>
/// <param name="TypeName">Its type in words, whatever it is.</param>
public sealed record Hdf5Attribute(string Name, IReadOnlyList<long> Shape, ElementType? ElementType, bool IsText, string TypeName);
