namespace DistArray;

/// <summary>What ranks of one machine read out of each other's memory in a redistribution, in place of messages.</summary>
/// <remarks>A sender tells the receiver where its block lies, or that it will send; the receiver reads and tells when it is done, or that it could not, and is sent the
/// elements then. Both know the pairs that do so: they share much, and the maps tell either what the other one has.</remarks>
internal sealed unsafe class NodeExchange
{
    private const int HeaderTag = 1;
    private const int EndTag = 2;
    private const long Sends = 0;
    private const long IsPulled = 1;
    private const long LeastTotal = 1 << 20;

    private readonly INodeMemory _node;
    private readonly RedistributionPlan _plan;
    private readonly ExchangeEnds _ends;
    private readonly ExchangeOptions _options;
    private readonly int _elementSize;
    private readonly List<Partner> _pulled = []; // from me
    private readonly List<(Partner Partner, OwnTransfer Transfer)> _pulls = [];

    private NodeExchange(INodeMemory node, RedistributionPlan plan, ExchangeEnds ends, int elementSize, ExchangeOptions options)
    {
        _node = node;
        _plan = plan;
        _ends = ends;
        _elementSize = elementSize;
        _options = options;
        Agree();
    }

    /// <summary>Whether any rank may read another one's memory: the same answer on every rank.</summary>
    public static bool IsWorthwhile(Distribution source, Distribution target, int elementSize, ExchangeOptions options) =>
        options.LeastPulled is { } least && source.Size * elementSize >= Math.Max(least, Math.Min(LeastTotal, least * 8)) && source.Communicator.Size > 1 && IsByFormula(source) && IsByFormula(target);

    /// <summary>Tells partners on this machine where to read, and hears from them.</summary>
    public static NodeExchange Begin(INodeMemory node, RedistributionPlan plan, ExchangeEnds ends, int elementSize, ExchangeOptions options) => new(node, plan, ends, elementSize, options);

    /// <summary>What is sent all the same.</summary>
    public IEnumerable<Partner> SendsLeft => _plan.Sends().Except(_pulled);

    /// <summary>What is received all the same.</summary>
    public IEnumerable<Partner> ReceivesLeft => _plan.Receives().Except(_pulls.Select(pull => pull.Partner));

    /// <summary>What this rank reads.</summary>
    public IEnumerable<OwnTransfer> Pulls => _pulls.Select(pull => pull.Transfer);

    /// <summary>Waits until others have read this rank's memory.</summary>
    /// <returns>Partners that have to be sent their part, and those from whom this rank must receive its.</returns>
    public (List<Partner> Sends, List<Partner> Receives) End()
    {
        var requests = new RequestList();
        long[] results = new long[_pulled.Count], mine = [.. _pulls.Select(pull => pull.Transfer is PullTransfer { HasFailed: true } ? 0L : 1L)];
        fixed (long* result = results, own = mine)
        {
            for (int i = 0; i < results.Length; i++) requests.Add(_node.Communicator.ImmediateReceive(result + i, 1, ElementType.Int64, _node.NumberOf(_pulled[i].Rank), EndTag));
            for (int i = 0; i < mine.Length; i++) requests.Add(_node.Communicator.ImmediateSend(own + i, 1, ElementType.Int64, _node.NumberOf(_pulls[i].Partner.Rank), EndTag));
            requests.WaitAll();
        }
        return ([.. _pulled.Where((_, i) => results[i] == 0)], [.. _pulls.Where((_, i) => mine[i] == 0).Select(pull => pull.Partner)]);
    }

    private static bool IsByFormula(Distribution distribution)
    {
        foreach (DimMap map in distribution.DimMaps)
            if (map is not (BlockMap or ReplicatedMap or BlockCyclicMap)) return false;
        return true;
    }

    private bool IsNear(Partner partner) => partner.Count * _elementSize >= _options.LeastPulled && _node.NumberOf(partner.Rank) >= 0;

    private void Agree()
    {
        Partner[] sends = [.. _plan.Sends().Where(IsNear)], receives = [.. _plan.Receives().Where(IsNear)];
        int length = 2 + _plan.Source.NDim;
        long[] told = new long[sends.Length * length], heard = new long[receives.Length * length];
        var requests = new RequestList();
        fixed (long* tell = told, hear = heard)
        {
            for (int i = 0; i < receives.Length; i++)
                requests.Add(_node.Communicator.ImmediateReceive(hear + (i * length), length, ElementType.Int64, _node.NumberOf(receives[i].Rank), HeaderTag));
            for (int i = 0; i < sends.Length; i++)
            {
                if (Describe(sends[i], told.AsSpan(i * length, length))) _pulled.Add(sends[i]);
                requests.Add(_node.Communicator.ImmediateSend(tell + (i * length), length, ElementType.Int64, _node.NumberOf(sends[i].Rank), HeaderTag));
            }
            requests.WaitAll();
        }
        for (int i = 0; i < receives.Length; i++)
        {
            ReadOnlySpan<long> header = heard.AsSpan(i * length, length);
            if (header[0] == IsPulled) _pulls.Add((receives[i], Pull(receives[i], new LocalOperand((nint)header[1], header[2..].ToArray()))));
        }
    }

    // Long runs are read; others are packed by their owner, whose processor would be idle.
    private bool Describe(Partner partner, Span<long> header)
    {
        header[0] = Sends;
        if (_ends.Source.Tables is not null) return false;
        if (!IsDirect(partner.Rank))
        {
            IndexList[] lists = _plan.Sent(partner.Number);
            bool reversed = MemoryRuns.IsReversed(lists, _ends.Source);
            if (MemoryRuns.AverageRun(MemoryRuns.InOrder(lists, reversed), MemoryRuns.InOrder(_ends.Source, reversed), _elementSize) < Math.Min(MemoryRuns.LeastRun, _options.LeastPulled!.Value)) return false;
        }
        header[0] = IsPulled;
        header[1] = _ends.Source.Pointer;
        _ends.Source.ByteStrides.CopyTo(header[2..]);
        return true;
    }

    private OwnTransfer Pull(Partner partner, LocalOperand remote)
    {
        IndexList[] mine = _plan.Received(partner.Number), theirs = _plan.SentBy(partner.Rank);
        return IsDirect(partner.Rank)
            ? OwnTransfer.OfBoxes(theirs, mine, remote, _ends.Target, _elementSize, _options.LeastStreamed)
            : new PullTransfer(_node, partner.Rank, theirs, remote, mine, _ends.Target, _elementSize, _options.LeastStreamed);
    }

    private bool IsDirect(int rank) => _options.ReadsThreadsDirectly && _node.IsDirect(rank);
}
