namespace DistArray.Trilinos;

/// <summary>What a transfer does with elements that are there already: <c>Tpetra::CombineMode</c>.</summary>
public enum CombineMode
{
    /// <summary>Adds to them, also what the rank itself brings (<c>ADD_ASSIGN</c>; Trilinos' plain <c>ADD</c> overwrites those).</summary>
    Add = 0,

    /// <summary>Overwrites them.</summary>
    Insert = 1,
}
