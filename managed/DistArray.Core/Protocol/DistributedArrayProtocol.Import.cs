namespace DistArray;

public static partial class DistributedArrayProtocol
{
    /// <summary>Makes an array of the sections that the processes hand over; nothing is copied.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The processes that hold the array, in the order of the process grid.</param>
    /// <param name="export">This process's section.</param>
    /// <returns>An array over the same memory. Communication padding becomes its halo; boundary padding is owned.</returns>
    /// <exception cref="RankFailedException">A process breaks a rule by itself; thrown on every rank alike.</exception>
    /// <exception cref="ProtocolException">The processes do not fit together; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> What <see cref="ValidateGlobally"/> does, and a split for each unstructured axis, whose communicator lives as long as the array.
    /// Every index of an unstructured axis must have exactly one owner.</remarks>
    public static DistArray<T> Import<T>(ICommunicator communicator, DistributedArrayExport<T> export) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(export);
        ProtocolAxis[] axes = ReadOnEveryRank(communicator, export.Version, export.Buffer.Shape, export.DimData);
        ProtocolGrid grid = ProtocolGrid.Check(communicator, axes);
        var maps = new DimMap[axes.Length];
        for (int axis = 0; axis < maps.Length; axis++)
        {
            ProtocolAxis a = axes[axis];
            maps[axis] = a.Type switch
            {
                'b' when a.GridSize == 1 => new ReplicatedMap(a.Size),
                'b' => BlockMap.FromBounds(grid.Bounds(axis)),
                'c' when a.BlockSize == 1 => new CyclicMap(a.Size, a.GridSize),
                'c' => new BlockCyclicMap(a.Size, a.GridSize, a.BlockSize),
                _ => UnstructuredMap.Create(ProtocolGrid.AxisCommunicator(communicator, axes, axis), a.Size, a.Indices),
            };
        }
        var distribution = new Distribution(communicator, maps, new ProcessGrid(Array.ConvertAll(axes, a => a.GridSize)),
            Array.ConvertAll(axes, a => a.CommunicationLeft), Array.ConvertAll(axes, a => a.CommunicationRight), Array.ConvertAll(axes, a => a.Periodic));
        return DistArray<T>.Wrap(distribution, export.Buffer);
    }
}
