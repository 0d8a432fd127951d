namespace DistArray;

/// <summary>What takes the elements of an expression tile by tile in place of storing them: a reduction.</summary>
internal unsafe interface ITileConsumer
{
    /// <summary>Takes a tile of neighbours along one axis of the walk.</summary>
    /// <param name="values">The elements, dense.</param>
    /// <param name="count">How many; any number.</param>
    /// <param name="destination">Address of the destination's element for the first of them.</param>
    /// <param name="stride">Distance of the destination's elements for the next ones in bytes; 0 where all go into one.</param>
    /// <param name="position">Number of the first element in the row-major order of the walked shape; only set by an ordered walk.</param>
    void Tile(void* values, nint count, void* destination, long stride, long position);
}
