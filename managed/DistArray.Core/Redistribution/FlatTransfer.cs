namespace DistArray;

/// <summary>A transfer of listed elements.</summary>
internal sealed unsafe class FlatTransfer(FlatList list, int elementSize, bool packs) : Transfer(list.Count)
{
    public override void Copy(byte* buffer, long first, long count, bool reversed) => list.Copy(buffer, first, count, elementSize, packs);
}
