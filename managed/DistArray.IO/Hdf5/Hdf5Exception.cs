namespace DistArray.IO;

/// <summary>An HDF5 file could not be read or written, or does not hold what was asked for.</summary>
public sealed class Hdf5Exception : IOException
{
    /// <summary>Describes the failure.</summary>
    /// <param name="message">What failed, with the names and values, and what to do.</param>
    /// <param name="errorStack">HDF5's own error stack, a line a function; empty where HDF5 reported none.</param>
    /// <param name="innerException">The cause, or null.</param>
    public Hdf5Exception(string message, string errorStack = "", Exception? innerException = null) : base(message, innerException) =>
        ErrorStack = errorStack;

    /// <summary>HDF5's own error stack, a line a function, the outermost first; empty where HDF5 reported none.</summary>
    public string ErrorStack { get; }
}
