namespace DistArray.IO;

/// <summary>Where the records of a file lie.</summary>
internal abstract class FortranRecords
{
    /// <summary>Number of records.</summary>
    public abstract long Count { get; }

    /// <summary>Place and length of a record.</summary>
    public abstract FortranRecord this[long record] { get; }

    /// <summary>The pieces of a record.</summary>
    public abstract FilePieces PiecesOf(long record);
}
