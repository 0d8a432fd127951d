namespace DistArray.IO;

/// <summary>How a name in a group leads to what it names.</summary>
public enum Hdf5LinkKind
{
    /// <summary>Straight to the object, which lives as long as one such name is left.</summary>
    Hard,

    /// <summary>By a path in the same file, which may lead nowhere.</summary>
    Soft,

    /// <summary>By a path in another file, which may lead nowhere.</summary>
    External,

    /// <summary>By a way of a library that extends HDF5.</summary>
    Other,
}
