namespace DistArray.Mpi;

/// <summary>Classes of MPI's errors, the same over every MPI library.</summary>
/// <remarks>MPI-4.0 section 9.4.</remarks>
public enum MpiErrorClass
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Invalid buffer pointer.</summary>
    Buffer = 1,

    /// <summary>Invalid count.</summary>
    Count = 2,

    /// <summary>Invalid datatype.</summary>
    Type = 3,

    /// <summary>Invalid tag.</summary>
    Tag = 4,

    /// <summary>Invalid communicator.</summary>
    Communicator = 5,

    /// <summary>Invalid rank.</summary>
    Rank = 6,

    /// <summary>Invalid request.</summary>
    Request = 7,

    /// <summary>Invalid root.</summary>
    Root = 8,

    /// <summary>Invalid group.</summary>
    Group = 9,

    /// <summary>Invalid operation.</summary>
    Operation = 10,

    /// <summary>Invalid topology.</summary>
    Topology = 11,

    /// <summary>Invalid dimensions.</summary>
    Dimensions = 12,

    /// <summary>Invalid argument of another kind.</summary>
    Argument = 13,

    /// <summary>A message did not have the size of the buffer that received it.</summary>
    Truncate = 14,

    /// <summary>The error is in a status.</summary>
    InStatus = 15,

    /// <summary>A request is pending.</summary>
    Pending = 16,

    /// <summary>Out of memory.</summary>
    NoMemory = 17,

    /// <summary>Invalid attribute key.</summary>
    KeyValue = 18,

    /// <summary>An error inside of MPI.</summary>
    Internal = 19,

    /// <summary>A known error of another kind.</summary>
    Other = 20,

    /// <summary>An unknown error.</summary>
    Unknown = 21,
}
