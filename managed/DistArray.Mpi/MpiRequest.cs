using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>A nonblocking operation of MPI under way.</summary>
/// <remarks>It stays referenced until it has completed, whoever forgets it. MPI-4.0 section 3.7.</remarks>
public sealed unsafe class MpiRequest : Request
{
    private static readonly HashSet<MpiRequest> s_active = [];

    private readonly Communicator _communicator;
    private readonly Call _call;
    private readonly NativeOperation? _operation;
    private readonly LeakTicket? _leak;
    private CollectiveCheck? _check;
    private long _handle;
    private Status _status;

    internal MpiRequest(Communicator communicator, long handle, in Call call, NativeOperation? operation, CollectiveCheck? check)
    {
        _communicator = communicator;
        _handle = handle;
        _call = call;
        _operation = operation;
        _check = check;
        if (LeakTracker.IsOn) _leak = LeakTracker.Track($"request of {call.Kind}", comesBack: false);
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
    /// <exception cref="CollectiveMismatchException">The ranks have started different collective calls; the request never completes.</exception>
    public override Status Wait()
    {
        if (_handle == 0) return _status;
        if (CallGuard.Switches != 0) _communicator.BeginWait(_call);
        try
        {
            EndCheck(wait: true);
            long handle = _handle;
            DaStatus status = NativeMpi.RequestWait(&handle, out DaMpiStatus result);
            Complete(status, result);
        }
        finally
        {
            if (CallGuard.Switches != 0) CallLog.Leave();
        }
        return _status;
    }

    /// <inheritdoc/>
    /// <exception cref="CollectiveMismatchException">The ranks have started different collective calls; the request never completes.</exception>
    public override bool Test(out Status status)
    {
        if (_handle != 0 && EndCheck(wait: false))
        {
            long handle = _handle;
            DaStatus outcome = NativeMpi.RequestTest(&handle, out int done, out DaMpiStatus result);
            if (outcome != DaStatus.Ok || done != 0)
                Complete(outcome, result);
        }
        status = _status;
        return _handle == 0;
    }

    // The operation itself may never end where the ranks do not agree on it.
    private bool EndCheck(bool wait)
    {
        if (_check is null) return true;
        if (!_check.HasEnded(wait)) return false;
        _check = null;
        return true;
    }

    private void Complete(DaStatus outcome, in DaMpiStatus result)
    {
        _handle = 0;
        _leak?.Dispose();
        lock (s_active)
            s_active.Remove(this);
        if (outcome != DaStatus.Ok)
            NativeError.Throw(outcome, $"Rank {_communicator.Rank} of {_communicator.Size}: ");
        _status = Communicator.ToStatus(result);
        _operation?.ThrowIfFailed();
    }
}
