namespace DistArray.IO;

/// <summary>Which exception the other ranks throw where one has failed.</summary>
internal enum FailureKind : byte
{
    /// <summary><see cref="RankFailedException"/>: anything that is not of the kinds below.</summary>
    Other,

    /// <summary><see cref="Hdf5Exception"/>.</summary>
    Hdf5,

    /// <summary><see cref="System.IO.FileNotFoundException"/>.</summary>
    FileNotFound,

    /// <summary><see cref="System.IO.DirectoryNotFoundException"/>.</summary>
    DirectoryNotFound,

    /// <summary><see cref="System.IO.InvalidDataException"/>.</summary>
    InvalidData,

    /// <summary><see cref="UnauthorizedAccessException"/>.</summary>
    Unauthorized,

    /// <summary><see cref="System.IO.IOException"/>.</summary>
    IO,

    /// <summary><see cref="ArgumentException"/>.</summary>
    Argument,

    /// <summary><see cref="NotSupportedException"/>.</summary>
    NotSupported,

    /// <summary><see cref="DllNotFoundException"/>.</summary>
    Library,
}
