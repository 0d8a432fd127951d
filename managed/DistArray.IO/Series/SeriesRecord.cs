namespace DistArray.IO;

/// <summary>A record of a series.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Time">Its time.</param>
/// <param name="File">Name of its file, in the folder of the index.</param>
/// <param name="Fields">What it holds.</param>
internal sealed record SeriesRecord(long Step, double Time, string File, List<SeriesField> Fields);

/// <summary>A field of a record.</summary>
/// <param name="Name">Path of its dataset, without the first slash.</param>
/// <param name="Shape">Its shape in the file.</param>
/// <param name="Type">Type of its elements.</param>
internal sealed record SeriesField(string Name, long[] Shape, ElementType Type);
