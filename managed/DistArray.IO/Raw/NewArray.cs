namespace DistArray.IO;

/// <summary>Arrays that a file fills.</summary>
internal static class NewArray
{
    /// <summary>A new array, row-major with halos of zero, that is given away only when it is filled.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="distribution">Shape and distribution.</param>
    /// <param name="fill">Fills it, or throws.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static DistArray<T> Of<T>(Distribution distribution, Action<DistArray<T>> fill) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        // The rank with the largest part may have no memory for it.
        DistArray<T>? made = null;
        new RankAgreement(distribution.Communicator).Step("making an array to read into", () => made = Np.Zeros<T>(distribution));
        DistArray<T> array = made!;
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
