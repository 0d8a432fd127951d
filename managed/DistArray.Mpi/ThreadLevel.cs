namespace DistArray.Mpi;

/// <summary>Which threads of a process may call MPI.</summary>
/// <remarks>MPI-4.0 section 11.6.2.</remarks>
public enum ThreadLevel
{
    /// <summary>The process has one thread. A .NET process never has.</summary>
    Single = 0,

    /// <summary>The thread that started MPI.</summary>
    Funneled = 1,

    /// <summary>Any thread, one at a time.</summary>
    Serialized = 2,

    /// <summary>Any thread at any time.</summary>
    Multiple = 3,
}
