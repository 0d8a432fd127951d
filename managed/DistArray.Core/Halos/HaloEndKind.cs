namespace DistArray;

/// <summary>What the ghosts beyond a physical end of an axis become.</summary>
internal enum HaloEndKind
{
    Untouched,
    Fixed,
    Function,
    Edge,
    Reflect,
    Symmetric,
}
