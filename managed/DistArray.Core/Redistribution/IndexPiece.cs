namespace DistArray;

/// <summary>A comb of a list that repeats itself, and at which positions of the list it comes.</summary>
/// <param name="Comb">The indices of the first repetition.</param>
/// <param name="Repeats">How often they come.</param>
/// <param name="Period">From the indices of one repetition to those of the next.</param>
/// <param name="Position">Position of the first index.</param>
/// <param name="Size">Positions from one repetition to the next.</param>
internal readonly record struct IndexPiece(Comb Comb, int Repeats, int Period, int Position, int Size)
{
    /// <summary>The indices beside their positions.</summary>
    /// <param name="isSource">Whether the indices are the source's; else the positions are.</param>
    public CombPair WithPositions(bool isSource)
    {
        var indices = new CombSide(Comb.Start, Comb.Step, 1, Period);
        var positions = new CombSide(Position, Comb.Run, 1, Size);
        return new CombPair(Repeats, Comb.Count, Comb.Run, isSource ? indices : positions, isSource ? positions : indices);
    }
}
