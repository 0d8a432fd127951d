namespace DistArray.Trilinos;

/// <summary>Makes vectors of Epetra: <see cref="EpetraMultiVector"/>s of one column, whose rows are all elements of an array.</summary>
public static class EpetraVector
{
    /// <summary>Gives an array to Trilinos as a vector. Nothing is copied: both see what either writes.</summary>
    /// <param name="array">The array, of any number of dimensions. It outlives the vector.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>A vector over the array's memory.</returns>
    /// <exception cref="NotSupportedException">The array's memory has gaps, or several ranks hold the same elements.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b> Computes a pending array. Thrown on every rank alike.</remarks>
    public static EpetraMultiVector Wrap(DistArray<double> array, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new EpetraMultiVector(array, -1, numbering);
    }

    /// <summary>Gives the real and imaginary parts of a complex array to Trilinos as a real vector of twice the length. Nothing is copied.</summary>
    /// <param name="array">The array, of any number of dimensions. It outlives the vector.</param>
    /// <param name="numbering">How the global array is flattened: the element of number g has its real part at 2 g and its imaginary part at 2 g + 1.</param>
    /// <returns>A vector over the array's memory; <see cref="TrilinosMultiVector{T}.AsDistArray"/> has one more axis of 2, the last one, or the first where column-major.</returns>
    /// <exception cref="NotSupportedException">The array's memory has gaps or a halo, or several ranks hold the same elements.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b> Computes a pending array. Thrown on every rank alike.</remarks>
    public static EpetraMultiVector WrapReal(DistArray<System.Numerics.Complex> array, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new EpetraMultiVector(RealParts.Of(array, numbering), -1, numbering);
    }

    /// <summary>Gives all of an array's memory to Trilinos, the halo included, as a vector of an overlapping map. Nothing is copied.</summary>
    /// <param name="array">The array; each cell of its halo shows an element that another rank owns. It outlives the vector.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>A vector over the array's memory. An <see cref="EpetraImport"/> from the array's own map to the vector's updates the halo, the import in reverse adds ghosts to their owners.</returns>
    /// <exception cref="NotSupportedException">A cell of the halo lies outside of the array, or shows an element that this rank owns or has in its halo already; or as <see cref="Wrap"/>.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b> Computes a pending array. Thrown on every rank alike.</remarks>
    public static EpetraMultiVector WrapWithHalo(DistArray<double> array, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new EpetraMultiVector(array, numbering);
    }

    /// <summary>Makes a vector of zeros whose memory is Trilinos' own.</summary>
    /// <param name="map">Its rows.</param>
    /// <returns>A vector; <see cref="TrilinosMultiVector{T}.AsDistArray"/> shows its elements.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraMultiVector Create(EpetraMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new EpetraMultiVector(map, 1, isVector: true);
    }
}
