namespace DistArray.Trilinos;

/// <summary>Computes y = A x on arrays; every rank calls.</summary>
/// <param name="x">One vector, to be read.</param>
/// <param name="y">The result, to be overwritten.</param>
/// <remarks>The arrays are valid during the call alone, expressions of them too: evaluate what is to be kept. A rank that throws while the others wait
/// for it in the function ends the job after a minute; one that throws where nobody waits makes all ranks throw.</remarks>
public delegate void ArrayFunction(DistArray<double> x, DistArray<double> y);
