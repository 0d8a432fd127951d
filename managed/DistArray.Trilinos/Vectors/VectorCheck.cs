namespace DistArray.Trilinos;

/// <summary>Whether vectors fit to each other and to maps, before Trilinos is called.</summary>
internal static class VectorCheck
{
    /// <summary>Throws on every rank where two vectors have not the same map and number of columns.</summary>
    /// <remarks><b>Collective</b> where the maps are different objects.</remarks>
    public static void Same<T>(string operation, TpetraMultiVector<T> left, TpetraMultiVector<T> right) where T : unmanaged
    {
        if (left.Columns != right.Columns)
            throw new ArgumentException($"{operation}: one multivector has {left.Columns} columns, the other {right.Columns}.");
        Fits(operation, right, left.Map, "the other vector's map");
    }

    /// <summary>Throws on every rank where a vector has not a map.</summary>
    /// <remarks><b>Collective</b> where the vector's map is another object.</remarks>
    public static void Fits<T>(string operation, TpetraMultiVector<T> vector, TpetraMap map, string name) where T : unmanaged
    {
        if (!ReferenceEquals(vector.Map, map) && !vector.Map.IsSameAs(map))
            throw new ArgumentException($"{operation}: the vector has the {vector.Map}, which gives the ranks other indices, or in another order, than {name}, the {map}. "
                + "Wrap an array of the same distribution and memory order, or copy it with a TpetraImport.");
    }
}
