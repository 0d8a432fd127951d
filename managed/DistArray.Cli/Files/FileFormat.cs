namespace DistArray.Cli.Files;

/// <summary>What a file is, as its content tells.</summary>
internal enum FileFormat
{
    /// <summary>HDF5, checkpoints and series among them.</summary>
    Hdf5,

    /// <summary>NumPy's file of one array.</summary>
    Npy,

    /// <summary>NumPy's archive of arrays.</summary>
    Npz,

    /// <summary>The files of DistArray for Python.</summary>
    Dnpy,

    /// <summary>Fortran's unformatted sequential file.</summary>
    Fortran,

    /// <summary>Numbers in text, blanks between.</summary>
    Text,

    /// <summary>Numbers in text, commas between.</summary>
    Csv,

    /// <summary>Anything else: elements without a header.</summary>
    Raw,
}
