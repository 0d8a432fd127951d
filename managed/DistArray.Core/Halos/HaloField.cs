namespace DistArray;

/// <summary>Where an array of an exchange lies in this rank's memory: address of the first stored element, ghosts included.</summary>
internal unsafe struct HaloField
{
    public byte* Base;
    public long[] ByteStrides;
    public ElementType Type;
    public int ElementSize;
    public MemoryOrder Order;
    public object? KeepAlive;

    public readonly byte* AddressOf(HaloBox box)
    {
        byte* address = Base;
        for (int axis = 0; axis < box.Start.Length; axis++) address += box.Start[axis] * ByteStrides[axis];
        return address;
    }
}
