namespace DistArray.IO;

/// <summary>A record of a series.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Time">Its time.</param>
/// <param name="File">Name of its file, in the folder of the index.</param>
/// <param name="Group">The group of the file that holds it: the root, or one of a batch.</param>
/// <param name="Fields">What it holds.</param>
internal sealed record SeriesRecord(long Step, double Time, string File, string Group, List<SeriesField> Fields);

/// <summary>A field of a record.</summary>
/// <param name="Name">Path of its dataset from the record's group.</param>
/// <param name="Shape">Its shape in the file.</param>
/// <param name="Type">Type of its elements.</param>
internal sealed record SeriesField(string Name, long[] Shape, ElementType Type);
