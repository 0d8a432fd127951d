namespace DistArray.Benchmarks.Arrays;

/// <summary>Who does the same work.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Limit">What our time may be at most, as a multiple of its own; null where it only informs.</param>
/// <param name="Seconds">Does the work so many times: seconds of one.</param>
/// <param name="Problem">Does the work once and says how its result differs from ours; null where it does not.</param>
internal readonly record struct Rival(string Name, double? Limit, Func<int, double> Seconds, Func<string?> Problem);
