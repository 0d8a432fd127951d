namespace DistArray;

/// <summary>Elements that are neighbours in row-major order and at equal distances in memory.</summary>
/// <param name="First">Place of the first in row-major order of the whole array.</param>
/// <param name="Count">Number of elements.</param>
/// <param name="Start">Address of the first.</param>
/// <param name="Stride">Bytes from one to the next.</param>
internal readonly record struct LinearRun(long First, long Count, nint Start, long Stride);
