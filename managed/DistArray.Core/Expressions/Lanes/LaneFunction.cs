using System.Reflection;

namespace DistArray;

/// <summary>The methods of an <see cref="ILaneFunction{T}"/>, to be called by emitted loops.</summary>
/// <param name="Inside">The function where <paramref name="IsInside"/> holds.</param>
/// <param name="IsInside">Where that is, or null if everywhere.</param>
/// <param name="Anywhere">The function of any argument.</param>
internal sealed record LaneFunction(MethodInfo Inside, MethodInfo? IsInside, MethodInfo Anywhere);
