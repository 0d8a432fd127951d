namespace DistArray.Trilinos;

/// <summary>What a transfer does with elements that are there already: <c>Tpetra::CombineMode</c>.</summary>
public enum CombineMode
{
    /// <summary>Adds to them.</summary>
    Add = 0,

    /// <summary>Overwrites them.</summary>
    Insert = 1,

    /// <summary>Overwrites them; all must be there.</summary>
    Replace = 2,

    /// <summary>Keeps the larger absolute value.</summary>
    AbsMax = 3,
}
