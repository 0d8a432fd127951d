namespace DistArray;

/// <summary>What takes the elements of an expression tile by tile in place of storing them: a reduction.</summary>
internal unsafe interface ITileConsumer
{
    /// <summary>Takes a tile of neighbours along one axis of the walk.</summary>
    /// <param name="values">The elements, dense, to be read only: where a program has no instructions they are the input's own.</param>
    /// <param name="count">How many; any number: <see cref="TileLayout.Elements"/> at most, but a whole row of an input that is handed over as it lies.</param>
    /// <param name="destination">Address of the destination's element for the first of them.</param>
    /// <param name="stride">Distance of the destination's elements for the next ones in bytes; 0 where all go into one, and any number for a single element.</param>
    /// <param name="position">Number of the first element in the order of the walk, which is the row-major order of the walked shape if it was ordered.</param>
    void Tile(void* values, nint count, void* destination, long stride, long position);
}
