namespace DistArray.IO;

/// <summary>How a file is laid out on its disk.</summary>
/// <remarks>How many ranks gather data for the disk, and in what pieces, is MPI-IO's to say: Open MPI reads it from its parameters, such as
/// <c>mpiexec --mca io_ompio_num_aggregators 4</c>, MPICH from a file that the variable ROMIO_HINTS names.</remarks>
public sealed record Hdf5FileOptions
{
    /// <summary>Data begins at multiples of so many bytes: best the stripe or block size of the file system. 1 for anywhere.</summary>
    public long Alignment { get; init; } = 1;

    /// <summary>From how many bytes on data is aligned, so that small pieces do not waste a block each.</summary>
    public long AlignmentThreshold { get; init; } = 1 << 16;
}
