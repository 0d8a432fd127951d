namespace DistArray;

/// <summary>Elements that this rank copies from one place to another by itself.</summary>
internal abstract class OwnTransfer(long count)
{
    /// <summary>From how many bytes on it pays to let what is written pass the caches by.</summary>
    public const long LeastStreamed = 4 << 20;

    /// <summary>Number of elements.</summary>
    public long Count => count;

    /// <summary>Copies a part of the elements.</summary>
    public abstract void Copy(long first, long count);

    /// <summary>What a rank keeps of a product of index lists.</summary>
    public static OwnTransfer OfBoxes(IndexList[] from, IndexList[] to, LocalOperand source, LocalOperand target, int elementSize, long leastStreamed = LeastStreamed) =>
        Array.Exists(from, list => list.IsPeriodic) || Array.Exists(to, list => list.IsPeriodic)
            ? new BufferedOwnTransfer(new BoxTransfer(from, source, elementSize, packs: true), new BoxTransfer(to, target, elementSize, packs: false) { LeastStreamed = leastStreamed }, elementSize)
            : new BoxOwnTransfer(from, to, source, target, elementSize, leastStreamed);
}
