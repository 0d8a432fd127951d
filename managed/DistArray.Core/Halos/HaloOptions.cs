namespace DistArray;

/// <summary>How a halo is updated. The same on every rank.</summary>
/// <remarks>A ghost beyond the ends of several axes stays as it is where one of the ends is untouched; else it gets what the last axis with a fixed value or a
/// function says, and where there is none what the indices of all axes say, as with numpy.pad.</remarks>
public sealed class HaloOptions
{
    /// <summary>Whether ghosts that lie outside of what the rank owns along several axes are set, too. True unless set.</summary>
    public bool Corners { get; init; } = true;

    /// <summary>What the ghosts become beyond every physical end that <see cref="Boundaries"/> does not tell of; left untouched unless set.</summary>
    public HaloBoundary Boundary { get; init; } = HaloBoundary.Untouched;

    /// <summary>What they become at the low and the high end of each axis; null to have <see cref="Boundary"/> everywhere.</summary>
    public IReadOnlyList<(HaloBoundary Low, HaloBoundary High)>? Boundaries { get; init; }
}
