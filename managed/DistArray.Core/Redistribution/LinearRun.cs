namespace DistArray;

/// <summary>Runs of elements that are neighbours in row-major order and at equal distances in memory; the runs, too, are at equal distances in both.</summary>
/// <param name="First">Place of the first element in row-major order of the whole array.</param>
/// <param name="Step">Places from one run to the next.</param>
/// <param name="Repeats">Number of runs.</param>
/// <param name="Count">Elements of a run.</param>
/// <param name="Start">Address of the first element.</param>
/// <param name="Distance">Bytes from one run to the next.</param>
/// <param name="Stride">Bytes from one element to the next.</param>
internal readonly record struct LinearRun(long First, long Step, long Repeats, long Count, nint Start, long Distance, long Stride);
