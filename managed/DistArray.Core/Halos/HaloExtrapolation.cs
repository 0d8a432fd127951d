namespace DistArray;

/// <summary>Sets the ghosts beyond a physical end of an axis.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <param name="end">The ghosts, the cells before them, and where they lie.</param>
public delegate void HaloExtrapolation<T>(HaloEnd<T> end) where T : unmanaged;
