namespace DistArray;

/// <summary>A kernel and the numbers of its registers.</summary>
internal readonly record struct TileStep(ElementKernel Kernel, int Destination, int X, int Y, int Z);
