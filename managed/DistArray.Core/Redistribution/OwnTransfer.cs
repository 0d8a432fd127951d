namespace DistArray;

/// <summary>What a rank keeps: elements that go from one of its operands to the other.</summary>
internal abstract class OwnTransfer(long count)
{
    /// <summary>Number of elements.</summary>
    public long Count => count;

    /// <summary>Copies a part of the elements.</summary>
    public abstract void Copy(long first, long count);
}
