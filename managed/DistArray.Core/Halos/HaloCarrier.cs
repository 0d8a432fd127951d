using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>What carries halos between the ranks of a communicator: a duplicate of it, so that no message of the program's is taken for a halo, and shared memory
/// with those ranks of the same node that have been neighbours.</summary>
internal sealed unsafe class HaloCarrier
{
    private static readonly ConditionalWeakTable<ICommunicator, HaloCarrier> s_carriers = [];

    private readonly Dictionary<int, NodeLink?> _links = [];

    private HaloCarrier(ICommunicator communicator) => Communicator = communicator;

    /// <summary>Whether ranks of one process have links, too: for tests.</summary>
    public static bool LinksThreads { get; set; }

    public ICommunicator Communicator { get; }

    /// <summary>Exchanges that have begun and not ended.</summary>
    public int UnderWay { get; set; }

    /// <summary>Whether a shift has begun: other ranks may not read what it sent before this one does something else.</summary>
    public bool HasShifted { get; set; }

    /// <summary>The carrier of a communicator.</summary>
    /// <remarks><b>Collective</b> where there has been none.</remarks>
    public static HaloCarrier Of(ICommunicator communicator)
    {
        if (s_carriers.TryGetValue(communicator, out HaloCarrier? carrier)) return carrier;
        carrier = new HaloCarrier(communicator.Duplicate());
        s_carriers.Add(communicator, carrier);
        return carrier;
    }

    /// <summary>The shared memory with a rank; null where messages go through the communicator.</summary>
    public NodeLink? LinkTo(int rank) => _links.GetValueOrDefault(rank);

    /// <summary>Tries to share memory with ranks that have not been neighbours before; both ends call it.</summary>
    public void Connect(int[] ranks)
    {
        ranks = [.. ranks.Where(rank => !_links.ContainsKey(rank))];
        if (ranks.Length == 0) return;
        SharedArena? arena = Communicator is InProcessCommunicator && !LinksThreads ? null : SharedArena.Instance;
        LinkMemory?[] memories = Array.ConvertAll(ranks, _ => arena is null ? null : Allocate(arena));
        Offer[] theirs = Swap(ranks, Array.ConvertAll(memories, memory => memory is null ? default : new Offer(arena!, memory)));
        var links = new NodeLink?[ranks.Length];
        for (int i = 0; i < ranks.Length; i++) links[i] = memories[i] is { } memory ? Accept(theirs[i], memory) : null;
        byte[] accepted = Swap(ranks, Array.ConvertAll(links, link => (byte)(link is null ? 0 : 1)));
        for (int i = 0; i < ranks.Length; i++)
        {
            bool isJoined = links[i] is not null && accepted[i] != 0;
            if (!isJoined && links[i] is { } alone) alone.Abandon();
            else if (!isJoined) memories[i]?.Free();
            _links[ranks[i]] = isJoined ? links[i] : null;
        }
    }

    private static LinkMemory? Allocate(SharedArena arena)
    {
        try
        {
            return new LinkMemory(arena);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    private NodeLink? Accept(Offer offer, LinkMemory memory)
    {
        if (offer.Process == 0) return null;
        PeerArena? peer = PeerArena.Open(offer.Process, offer.File, new ReadOnlySpan<byte>(offer.Nonce, SharedArena.NonceBytes));
        byte* block = peer is null ? null : peer.Map(offer.Block, LinkBlock.Bytes, write: true);
        return block is null ? null : new NodeLink(memory, peer!, new LinkBlock(block), Communicator);
    }

    private T[] Swap<T>(int[] ranks, T[] mine) where T : unmanaged
    {
        var theirs = new T[ranks.Length];
        var requests = new RequestList();
        fixed (T* send = mine, receive = theirs)
        {
            for (int i = 0; i < ranks.Length; i++) requests.Add(Communicator.ImmediateReceive(receive + i, sizeof(T), ElementType.UInt8, ranks[i], 0));
            for (int i = 0; i < ranks.Length; i++) requests.Add(Communicator.ImmediateSend(send + i, sizeof(T), ElementType.UInt8, ranks[i], 0));
            requests.WaitAll();
        }
        return theirs;
    }

    /// <summary>Where a process has its arena, and its end of a link in it; zeros where it has none.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Offer
    {
        public int Process;
        public int File;
        public long Block;
        public fixed byte Nonce[SharedArena.NonceBytes];

        public Offer(SharedArena arena, LinkMemory memory)
        {
            Process = Environment.ProcessId;
            File = arena.File;
            Block = memory.Offset;
            fixed (byte* nonce = Nonce) arena.Nonce.CopyTo(new Span<byte>(nonce, SharedArena.NonceBytes));
        }
    }
}
