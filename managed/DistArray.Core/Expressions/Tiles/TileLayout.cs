namespace DistArray;

/// <summary>Extents of tiles.</summary>
internal static class TileLayout
{
    /// <summary>Elements of a tile at most.</summary>
    public const int Elements = 512;

    /// <summary>Bytes of the largest element.</summary>
    public const int LargestElement = 16;

    /// <summary>Bytes between tiles, so that equal elements of several do not compete for the same lines of the cache.</summary>
    public const int Gap = 192;

    /// <summary>The next multiple of <see cref="ElementKernel.Multiple"/>.</summary>
    public static nint Padded(nint count) => (count + ElementKernel.Multiple - 1) & -ElementKernel.Multiple;
}
