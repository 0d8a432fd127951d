namespace DistArray.Testing;

/// <summary>How the values of several parameters make cases, as NUnit's attributes of the same names.</summary>
public enum Combining
{
    /// <summary>Every value with every other.</summary>
    Combinatorial,

    /// <summary>Few cases, in which every pair of values of two parameters comes up.</summary>
    Pairwise,

    /// <summary>The first values together, then the second ones, and so on; the lists have the same length.</summary>
    Sequential,
}
