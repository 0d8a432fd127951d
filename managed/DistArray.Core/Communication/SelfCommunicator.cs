namespace DistArray;

/// <summary>A communicator of this process alone: arrays without MPI.</summary>
/// <remarks>Sends to itself are queued as copies; a receive that no such message matches throws instead of waiting for ever.
/// The counterpart of <c>MPI_COMM_SELF</c> (MPI-4.0 section 7.2.4).</remarks>
public sealed class SelfCommunicator : InProcessCommunicator
{
    /// <summary>Makes a communicator of one rank.</summary>
    public SelfCommunicator() : base(new InProcessGroup(new InProcessWorld(1), [0]), 0) { }

    private SelfCommunicator(InProcessGroup group, int rank) : base(group, rank) { }

    private protected override InProcessCommunicator Create(InProcessGroup group, int rank) => new SelfCommunicator(group, rank);

    /// <summary>"SelfCommunicator".</summary>
    public override string ToString() => nameof(SelfCommunicator);
}
