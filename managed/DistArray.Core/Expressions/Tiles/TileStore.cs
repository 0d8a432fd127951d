namespace DistArray;

/// <summary>Stores tiles at the destination.</summary>
/// <param name="size">Bytes of an element.</param>
internal readonly unsafe struct TileStore(int size) : ITileConsumer
{
    public void Tile(void* values, nint count, void* destination, long stride, long position) => StridedCopy.Copy(destination, stride, values, size, count, size);
}
