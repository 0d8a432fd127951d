using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>What exchanges over a communicator use again: a duplicate of it whose messages no receive of a program can match, and plans.</summary>
internal sealed class ExchangeContext
{
    private static readonly ConditionalWeakTable<ICommunicator, ExchangeContext> s_all = [];

    // Arrays of one rank may be shared by threads that are ranks of others.
    [ThreadStatic]
    private static ExchangeContext? t_single;

    private INodeMemory? _node;

    private ExchangeContext(ICommunicator communicator) => Communicator = communicator;

    /// <summary>A communicator for exchanges alone.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Plans between distributions whose parts are all known.</summary>
    public PlanCache<RedistributionPlan> Plans { get; } = new();

    /// <summary>Plans that were made by requests: every rank finds the same ones here.</summary>
    public PlanCache<GatherPlan> Gathers { get; } = new();

    /// <summary>Memory of the other ranks on this machine. <b>Collective</b> on first use.</summary>
    public INodeMemory NodeMemory() => _node ??= ProcessMemory.Create(Communicator);

    /// <summary>Replaces the way to read other ranks' memory.</summary>
    public void Use(INodeMemory node) => _node = node;

    /// <summary>The context of a communicator. <b>Collective</b> on first use.</summary>
    public static ExchangeContext Of(ICommunicator communicator)
    {
        if (communicator.Size == 1) return t_single ??= new ExchangeContext(new SelfCommunicator());
        if (s_all.TryGetValue(communicator, out ExchangeContext? found)) return found;
        var made = new ExchangeContext(communicator.Duplicate());
        s_all.Add(communicator, made);
        return made;
    }
}
