namespace DistArray.Fortran;

/// <summary>A distribution and the bounds of this rank's part that it was made of.</summary>
internal sealed record InferredDistribution(FortranArray Array, Distribution Distribution);
