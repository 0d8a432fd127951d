namespace DistArray.Mpi;

/// <summary>How two communicators compare.</summary>
/// <remarks>MPI-4.0 section 7.4.1.</remarks>
public enum CommunicatorComparison
{
    /// <summary>They are the same communicator.</summary>
    Identical = 0,

    /// <summary>They have the same processes in the same order; messages of one never meet those of the other.</summary>
    Congruent = 1,

    /// <summary>They have the same processes in another order.</summary>
    Similar = 2,

    /// <summary>Their processes differ.</summary>
    Unequal = 3,
}
