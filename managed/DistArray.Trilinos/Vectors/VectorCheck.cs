namespace DistArray.Trilinos;

/// <summary>Whether vectors fit to each other and to maps, before Trilinos is called.</summary>
internal static class VectorCheck
{
    /// <summary>Throws on every rank where two vectors have not the same map and number of columns.</summary>
    /// <remarks><b>Collective</b> where the maps are different objects.</remarks>
    public static void Same<T>(string operation, TrilinosMultiVector<T> left, TrilinosMultiVector<T> right) where T : unmanaged
    {
        if (left.Columns != right.Columns)
            throw new ArgumentException($"{operation}: one multivector has {left.Columns} columns, the other {right.Columns}.");
        Fits(operation, right, left.RowMap, "the other vector's map");
    }

    /// <summary>Throws on every rank where a vector has not a map.</summary>
    /// <remarks><b>Collective</b> where the vector's map is another object.</remarks>
    public static void Fits<T>(string operation, TrilinosMultiVector<T> vector, TrilinosMap map, string name) where T : unmanaged
    {
        if (!ReferenceEquals(vector.RowMap, map) && !vector.RowMap.IsSameAs(map))
            throw new ArgumentException($"{operation}: the vector has the {vector.RowMap}, which gives the ranks other indices, or in another order, than {name}, the {map}. "
                + "Wrap an array of the same distribution and memory order, or move it with an import.");
    }
}
