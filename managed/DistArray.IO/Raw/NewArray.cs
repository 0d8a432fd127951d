namespace DistArray.IO;

/// <summary>Arrays that a file fills.</summary>
internal static class NewArray
{
    /// <summary>A new array, row-major with halos of zero, that is given away only when it is filled.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="distribution">Shape and distribution.</param>
    /// <param name="fill">Fills it, or throws.</param>
    public static DistArray<T> Of<T>(Distribution distribution, Action<DistArray<T>> fill) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        DistArray<T> array = Np.Zeros<T>(distribution);
        try
        {
            fill(array);
            return array;
        }
        catch
        {
            array.Dispose();
            throw;
        }
    }
}
