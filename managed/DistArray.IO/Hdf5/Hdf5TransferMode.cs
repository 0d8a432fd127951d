namespace DistArray.IO;

/// <summary>How several ranks move data to and from a file.</summary>
public enum Hdf5TransferMode
{
    /// <summary>Together, so that MPI-IO can merge what they ask for into large pieces: right for all but few cases.
    /// Chunked datasets are read independently all the same, since a damaged chunk would leave ranks waiting.</summary>
    Collective,

    /// <summary>Each for itself: for large contiguous parts, where merging costs more than it gains. Compressed datasets cannot be written so.</summary>
    Independent,
}
