namespace DistArray.IO;

/// <summary>How a dataset is laid out in its file.</summary>
/// <remarks>Compression needs chunks; where none are given, some of about 1 MB are chosen. An array of no elements that is not to grow is stored plainly.</remarks>
public sealed record Hdf5DatasetOptions
{
    /// <summary>Extents of a chunk along the axes of the array, or null. Those longer than a fixed axis are cut to it.</summary>
    public IReadOnlyList<long>? Chunks { get; init; }

    /// <summary>Whether the bytes of each chunk are sorted by significance before they are compressed, which helps with numbers.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Level of gzip from 0 to 9, or null for none. On several ranks all writing of such a dataset is collective.</summary>
    public int? Gzip { get; init; }

    /// <summary>Whether the array can grow along axis 0, by <see cref="Hdf5Dataset.Append"/>.</summary>
    public bool IsExtendable { get; init; }

    /// <summary>Which axis of the array is the slowest in the file.</summary>
    /// <remarks>
    /// <para><see cref="MemoryOrder.RowMajor"/>: axis 0, so that h5py sees the array's Shape.</para>
    /// <para><see cref="MemoryOrder.ColumnMajor"/>: the last, so that other programs see the Shape in reverse: what HDF5's Fortran
    /// interface writes, and what a column-major array is stored as without a copy. The dataset says so in its attribute "axis_order".</para>
    /// </remarks>
    public MemoryOrder Order { get; init; }

    /// <summary>A text that is the same for the same options.</summary>
    internal string Text => $"chunks ({(Chunks is null ? "" : string.Join(", ", Chunks))}), shuffle {Shuffle}, gzip {Gzip}, extendable {IsExtendable}, {Order}";
}
