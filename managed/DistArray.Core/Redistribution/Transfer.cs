namespace DistArray;

/// <summary>Elements that go to or come from a rank in an order on which both agree, and any part of which can be packed or unpacked.</summary>
internal abstract unsafe class Transfer(long count)
{
    /// <summary>Number of elements.</summary>
    public long Count => count;

    /// <summary>Whether this side had rather that the first index varied fastest in messages; the sender decides, and the receiver is told.</summary>
    public virtual bool PrefersReversed => false;

    /// <summary>Copies elements from the array into a buffer that begins with the first of them, or the other way.</summary>
    /// <param name="buffer">Where the first element goes or comes from.</param>
    /// <param name="first">Number of elements before it.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="reversed">Whether the first index varies fastest among the elements of the transfer; else the last.</param>
    public abstract void Copy(byte* buffer, long first, long count, bool reversed);
}
