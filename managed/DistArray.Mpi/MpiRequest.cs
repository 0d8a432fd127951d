using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>A nonblocking operation of MPI under way.</summary>
/// <remarks>It stays referenced until it has completed, whoever forgets it. MPI-4.0 section 3.7.</remarks>
public sealed unsafe class MpiRequest : Request
{
    private static readonly HashSet<MpiRequest> s_active = [];

    private readonly Communicator _communicator;
    private readonly NativeOperation? _operation;
    private long _handle;
    private Status _status;

    internal MpiRequest(Communicator communicator, long handle, NativeOperation? operation)
    {
        _communicator = communicator;
        _handle = handle;
        _operation = operation;
        lock (s_active)
            s_active.Add(this);
    }

    /// <summary>Number of operations under way in this process.</summary>
    public static int ActiveCount
    {
        get
        {
            lock (s_active)
                return s_active.Count;
        }
    }

    /// <inheritdoc/>
    public override bool IsCompleted => _handle == 0;

    /// <inheritdoc/>
    public override Status Wait()
    {
        if (_handle != 0)
        {
            long handle = _handle;
            DaStatus status = NativeMpi.RequestWait(&handle, out DaMpiStatus result);
            Complete(status, result);
        }
        return _status;
    }

    /// <inheritdoc/>
    public override bool Test(out Status status)
    {
        if (_handle != 0)
        {
            long handle = _handle;
            DaStatus outcome = NativeMpi.RequestTest(&handle, out int done, out DaMpiStatus result);
            if (outcome != DaStatus.Ok || done != 0)
                Complete(outcome, result);
        }
        status = _status;
        return _handle == 0;
    }

    private void Complete(DaStatus outcome, in DaMpiStatus result)
    {
        _handle = 0;
        lock (s_active)
            s_active.Remove(this);
        if (outcome != DaStatus.Ok)
            NativeError.Throw(outcome, $"Rank {_communicator.Rank} of {_communicator.Size}: ");
        _status = Communicator.ToStatus(result);
        _operation?.ThrowIfFailed();
    }
}
