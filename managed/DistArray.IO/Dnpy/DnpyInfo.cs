namespace DistArray.IO;

/// <summary>What the files of a set say of their array.</summary>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Shape">Global shape.</param>
/// <param name="Files">Full paths of the files, in the order of their processes.</param>
/// <param name="Distribution">How the files divide the axes: the protocol's letter and the number of parts of each.</param>
public sealed record DnpyInfo(ElementType ElementType, IReadOnlyList<long> Shape, IReadOnlyList<string> Files, IReadOnlyList<(char Code, long Parts)> Distribution);
