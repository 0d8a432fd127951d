namespace DistArray;

/// <summary>What becomes of indices outside of an axis.</summary>
public enum IndexMode
{
    /// <summary>They are an error; negative ones count from the end.</summary>
    Raise,

    /// <summary>They go around: the remainder by the extent counts.</summary>
    Wrap,

    /// <summary>They are cut to the first and the last index; negative ones are the first.</summary>
    Clip,
}
