namespace DistArray;

/// <summary>Elements that go to or come from a rank in an order on which both agree, and any part of which can be packed or unpacked.</summary>
internal abstract unsafe class Transfer(int rank, long count)
{
    /// <summary>The other rank.</summary>
    public int Rank => rank;

    /// <summary>Number of elements.</summary>
    public long Count => count;

    /// <summary>Copies elements from the array into a buffer that begins with the first of them, or the other way.</summary>
    public abstract void Copy(byte* buffer, long first, long count);
}
