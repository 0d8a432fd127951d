namespace DistArray.Trilinos;

/// <summary>The numbers of all that a rank stores, its halo included.</summary>
internal static class HaloNumbering
{
    /// <summary>Numbers in the order of memory.</summary>
    /// <param name="distribution">Which rank owns which element, with a halo.</param>
    /// <param name="order">Axes of the stored memory from the slowest to the fastest.</param>
    /// <param name="numbering">How the global array is flattened.</param>
    /// <exception cref="NotSupportedException">A cell of the halo shows nothing that another rank owns, or what is there already.</exception>
    public static long[] Stored(Distribution distribution, ReadOnlySpan<int> order, MemoryOrder numbering)
    {
        if (distribution.LocalShapeWithHalo.Contains(0)) return [];
        var indices = new long[distribution.NDim][];
        for (int axis = 0; axis < indices.Length; axis++) indices[axis] = Along(distribution, axis);
        return GlobalNumbering.Numbers(indices, GlobalNumbering.Weights(distribution.Shape, numbering), order);
    }

    private static long[] Along(Distribution distribution, int axis)
    {
        long size = distribution.Shape[axis];
        int low = distribution.HaloLow[axis], owned = distribution.LocalShape[axis];
        var indices = new long[distribution.LocalShapeWithHalo[axis]];
        var seen = new HashSet<long>(indices.Length);
        for (int stored = 0; stored < indices.Length; stored++)
        {
            int local = stored - low;
            long index = owned == 0 ? -1
                : local < 0 ? distribution.DimMaps[axis].LocalToGlobal(distribution.GridCoordinates[axis], 0) + local
                : local >= owned ? distribution.DimMaps[axis].LocalToGlobal(distribution.GridCoordinates[axis], owned - 1) + local - owned + 1
                : distribution.DimMaps[axis].LocalToGlobal(distribution.GridCoordinates[axis], local);
            if (distribution.Periodic[axis] && owned > 0) index = ((index % size) + size) % size;
            if (index < 0 || index >= size)
                throw new NotSupportedException($"The halo of axis {axis} of {distribution} has cells outside of the array, which have no global index. Make the axis periodic, or share the owned elements alone with TpetraVector.Wrap or CopyToTpetra.");
            if (!seen.Add(index))
                throw new NotSupportedException($"The halo of axis {axis} of {distribution} shows index {index}, which is on this rank already: a map has each index once a rank. Divide the axis over more ranks, or share the owned elements alone with TpetraVector.Wrap or CopyToTpetra.");
            indices[stored] = index;
        }
        return indices;
    }
}
