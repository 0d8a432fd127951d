namespace DistArray.Mpi;

/// <summary>Notes what each thread of this process waits in, where the watchdog and others find it.</summary>
internal static unsafe class CallLog
{
    private static readonly Thread?[] s_owners = new Thread?[RankRecord.Lanes];
    private static bool s_isFull;
    [ThreadStatic] private static CallRecord* t_record;

    /// <summary>Where it is noted; null before it was asked for.</summary>
    public static NodeBoard? Board { get; private set; }

    /// <summary>Begins to note. The board stays for the life of the process.</summary>
    public static void Start(NodeBoard board)
    {
        Board = board;
        WaitObserver.Current = new HaloWaits();
        CallGuard.Switches |= CallGuard.Watch;
    }

    /// <summary>Says that this thread goes into a call.</summary>
    public static void Enter(in Call call, long communicator, byte[] label, byte[]? site, bool isWait)
    {
        if (t_record is null && (t_record = Take()) is null) return;
        CallRecord* record = t_record;
        record->Kind = (int)call.Kind;
        record->Type = (int)call.Type;
        record->Count = call.Count;
        record->Operation = (int)call.Operation;
        record->Root = call.Root;
        record->Tag = call.Tag;
        record->IsWait = isWait ? 1 : 0;
        if (record->Communicator != communicator)
        {
            record->Communicator = communicator;
            record->SetLabel(label);
        }
        record->SetSite(site);
        record->Began = CallRecord.Now;
        Volatile.Write(ref record->IsActive, 1);
    }

    /// <summary>Says that this thread is out of it again.</summary>
    public static void Leave()
    {
        CallRecord* record = t_record;
        if (record is null || record->IsActive == 0) return;
        record->Ended = CallRecord.Now;
        Volatile.Write(ref record->IsActive, 0);
    }

    /// <summary>Says that this process has ended MPI.</summary>
    public static void NoteEnd()
    {
        if (Board is null) return;
        Leave();
        Volatile.Write(ref Board.Mine->HasEnded, 1);
    }

    /// <summary>What the threads of this process are in; null where they are in nothing.</summary>
    public static string? Describe()
    {
        if (Board is null) return null;
        List<string> texts = [];
        for (int lane = 0; lane < RankRecord.Lanes; lane++)
        {
            CallRecord* record = RankRecord.Lane(Board.Mine, lane);
            if (Volatile.Read(ref record->IsActive) != 0)
                texts.Add($"{record->Describe()}, for {Seconds(CallRecord.Now - record->Began)}");
        }
        return texts.Count > 0 ? string.Join("; ", texts) : null;
    }

    /// <summary>A time as reports show it.</summary>
    public static string Seconds(long milliseconds) => FormattableString.Invariant($"{milliseconds / 1000.0:0.0} s");

    // A place on the board for this thread: one that nobody has had, or whose thread has ended; null where there is none.
    private static CallRecord* Take()
    {
        lock (s_owners)
        {
            int index = Array.FindIndex(s_owners, owner => owner is not { IsAlive: true });
            if (index >= 0)
            {
                s_owners[index] = Thread.CurrentThread;
                CallRecord* record = RankRecord.Lane(Board!.Mine, index);
                *record = default;
                return record;
            }
        }
        // Told once, and not within the lock: nobody may be reading.
        if (!Interlocked.Exchange(ref s_isFull, true))
            Console.Error.WriteLine($"DistArray watchdog: more than {RankRecord.Lanes} threads of rank {Board!.Mine->WorldRank} call MPI. It watches {RankRecord.Lanes}, and no others until one of them ends.");
        return null;
    }

    /// <summary>Waits of arrays for memory of other ranks, which go past MPI.</summary>
    private sealed class HaloWaits : WaitObserver
    {
        private long _number = -1;

        public override void Enter(string what) =>
            CallLog.Enter(new Call(CallKind.Other), Interlocked.Decrement(ref _number), CallRecord.Utf8(what, CallRecord.LabelBytes), null, isWait: true);

        public override void Leave() => CallLog.Leave();
    }
}
