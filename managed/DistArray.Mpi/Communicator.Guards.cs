using System.Runtime.CompilerServices;
using DistArray.Bindings;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

// What the watchdog and the check of collectives see of a call. Both off, it costs a branch before and one after it.
public sealed unsafe partial class Communicator
{
    private static long s_numbers;

    private readonly long _number = Interlocked.Increment(ref s_numbers);
    private string? _label;
    private byte[]? _labelBytes;

    /// <summary>What the threads of this process wait in, such as <c>Allreduce of 3 float64 (Add) on MPI_COMM_WORLD, for 1.2 s</c>; null where they are in no call, and
    /// where calls are not noted (<see cref="MpiEnvironment.SetWatchdog"/>).</summary>
    /// <remarks>Local. Any thread may ask.</remarks>
    public static string? CurrentOperation => CallLog.Describe();

    /// <summary>The name in reports: that of MPI where it has one, else how it was made.</summary>
    internal string Label
    {
        get
        {
            if (_label is not null) return _label;
            string name = _handle == 0 ? "" : Name;
            return _label = name.Length > 0 ? name : "a communicator of native code";
        }
    }

    /// <summary>How many agreements were made or begun, the same on every rank.</summary>
    internal int Agreements { get; set; }

    /// <summary>Makes the communicator for the agreements of the ranks. Collective.</summary>
    internal void MakeShadow() => NativeError.Check(NativeMpi.CommShadow(_handle, 1, out _));

    /// <summary>The communicator for the agreements of the ranks.</summary>
    /// <param name="make">Whether to make it where it is not there; collective then.</param>
    /// <param name="shadow">Its handle.</param>
    /// <returns>False where there is none; the same on every rank.</returns>
    internal bool TryGetShadow(bool make, out long shadow)
    {
        NativeError.Check(NativeMpi.CommShadow(_handle, make ? 1 : 0, out shadow));
        if (make) return true;
        NativeError.Check(NativeMpi.CommNull(out long none));
        return shadow != none;
    }

    /// <summary>Notes a call, and agrees on it where it is collective.</summary>
    /// <exception cref="CollectiveMismatchException">Ranks are in different calls.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Begin(in Call call) => Agree(call, static (communicator, call, site) =>
    {
        CollectiveCheck.Agree(communicator, call, site);
        return null;
    });

    /// <summary>As <see cref="Begin"/> for a call that does not wait: what was agreed shows when its request ends.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CollectiveCheck? BeginImmediate(in Call call) => Agree(call, static (communicator, call, site) => CollectiveCheck.Start(communicator, call, site));

    private CollectiveCheck? Agree(in Call call, Func<Communicator, Call, CallSite, CollectiveCheck?> check)
    {
        if (Note(call) is not { } site) return null;
        try
        {
            return check(this, call, site);
        }
        catch
        {
            CallLog.Leave();
            throw;
        }
    }

    /// <summary>Notes the wait for a call that was started earlier.</summary>
    internal void BeginWait(in Call call)
    {
        if ((CallGuard.Switches & CallGuard.Watch) != 0) CallLog.Enter(call, _number, LabelBytes(), null, isWait: true);
    }

    /// <summary>Notes that this rank ends MPI, and agrees on it.</summary>
    internal void BeginFinalize()
    {
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Finalize));
    }

    // The place that calls, where the call is to be agreed on.
    private CallSite? Note(in Call call)
    {
        if ((CallGuard.Switches & CallGuard.Count) != 0) Traffic.Note(call, Size);
        CallSite? site = IsChecked(call) ? CallSite.Find() : null;
        if ((CallGuard.Switches & CallGuard.Watch) != 0) CallLog.Enter(call, _number, LabelBytes(), site?.Utf8, isWait: false);
        return site;
    }

    private bool IsChecked(in Call call) => (CallGuard.Switches & CallGuard.Check) != 0 && call.IsCollective && Size > 1 && _handle != 0;

    private byte[] LabelBytes() => _labelBytes ??= CallRecord.Utf8(Label, CallRecord.LabelBytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End(DaStatus status)
    {
        if (CallGuard.Switches != 0) CallLog.Leave();
        if (status != DaStatus.Ok) Throw(status);
    }
}
