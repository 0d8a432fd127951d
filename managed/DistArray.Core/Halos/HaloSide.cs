namespace DistArray;

/// <summary>An end of an axis.</summary>
public enum HaloSide
{
    /// <summary>Before the first index.</summary>
    Low,

    /// <summary>After the last index.</summary>
    High,
}
