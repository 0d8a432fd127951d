namespace DistArray.Trilinos;

/// <summary>Computes this rank's part of y = A x, in memory.</summary>
/// <param name="x">What the rank owns of one vector, of the distribution's local shape; with its halo, filled from the neighbours, where the distribution has one.</param>
/// <param name="y">What the rank owns of the result, to be overwritten.</param>
/// <remarks>The views are valid during the call alone. It may not communicate: the ranks do not meet in it.</remarks>
public delegate void LocalFunction(LocalView<double> x, LocalView<double> y);
