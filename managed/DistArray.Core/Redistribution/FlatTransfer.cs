namespace DistArray;

/// <summary>A transfer of listed elements.</summary>
internal sealed unsafe class FlatTransfer(int rank, FlatList list, int elementSize, bool packs) : Transfer(rank, list.Count)
{
    public override void Copy(byte* buffer, long first, long count) => list.Copy(buffer, first, count, elementSize, packs);
}
