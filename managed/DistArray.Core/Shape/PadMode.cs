namespace DistArray;

/// <summary>What <see cref="Np.Pad{T}(DistArray{T}, ReadOnlySpan{ValueTuple{long, long}}, PadMode, T)"/> puts around an array.</summary>
public enum PadMode
{
    /// <summary>One value.</summary>
    Constant,

    /// <summary>The element at the edge: a a | a b c d | d d.</summary>
    Edge,

    /// <summary>The elements mirrored, that at the edge not repeated: c b | a b c d | c b.</summary>
    Reflect,

    /// <summary>The elements mirrored, that at the edge repeated: b a | a b c d | d c.</summary>
    Symmetric,

    /// <summary>The elements from the other end: c d | a b c d | a b.</summary>
    Wrap,
}
