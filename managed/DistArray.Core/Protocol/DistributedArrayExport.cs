namespace DistArray;

/// <summary>This process's section of a distributed array as the Distributed Array Protocol hands it over.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <param name="Version">The protocol's <c>__version__</c>.</param>
/// <param name="Buffer">The protocol's <c>buffer</c>: this process's section, shared.</param>
/// <param name="DimData">The protocol's <c>dim_data</c>: one dictionary an axis with the protocol's keys; an empty one is an axis that is not distributed.</param>
public sealed record DistributedArrayExport<T>(string Version, LocalBlock<T> Buffer, IReadOnlyList<IReadOnlyDictionary<string, object>> DimData) where T : unmanaged;
