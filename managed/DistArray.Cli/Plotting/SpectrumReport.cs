namespace DistArray.Cli.Plotting;

/// <summary>A spectrum in numbers.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Width">Width of a shell, as a wavenumber.</param>
/// <param name="MeanSquare">Mean of the squares of the points.</param>
/// <param name="Sum">Sum over the shells, which is the same.</param>
/// <param name="Shells">What each shell holds, from 0.</param>
internal sealed record SpectrumReport(string Name, double Width, double MeanSquare, double Sum, double[] Shells);
