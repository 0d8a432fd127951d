namespace DistArray;

/// <summary>Numbers that lane functions have in common.</summary>
internal static class LaneConstants
{
    /// <summary>1.5 * 2^52: adding it rounds to an integer, whose lowest bits are then those of the sum.</summary>
    public const double Shift = 6755399441055744;
}
