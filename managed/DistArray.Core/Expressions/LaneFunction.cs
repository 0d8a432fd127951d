using System.Reflection;

namespace DistArray;

/// <summary>A kernel's function of vectors, for emitted loops to call: with the bits of its <see cref="ElementKernel.Run"/>, lane by lane.</summary>
/// <param name="Method">A static method of a Vector512 of the elements for each operand.</param>
/// <param name="Range">Where it is so: for arguments not below the first and not above the second; null if for all.</param>
internal sealed record LaneFunction(MethodInfo Method, (double Low, double High)? Range = null);
