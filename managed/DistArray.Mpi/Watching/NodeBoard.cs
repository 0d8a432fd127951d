using System.Security.Cryptography;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>The records of all ranks of a node in memory that they share: who waits can see where the others are, without MPI.</summary>
/// <remarks>The memory is a file without a name that the lowest rank of the node makes and the others open as /proc/PID/fd/N: nothing of it outlives its processes,
/// however they end. Where that cannot be, a rank has a board of its own and reports for itself.</remarks>
internal sealed unsafe class NodeBoard
{
    private static int HeaderBytes => RankRecord.Stride;

    private readonly byte* _memory;

    private NodeBoard(byte* memory, int ranks, int mine)
    {
        _memory = memory;
        Ranks = ranks;
        Mine = Rank(mine);
    }

    /// <summary>Number of ranks on it.</summary>
    public int Ranks { get; }

    /// <summary>This process's record.</summary>
    public RankRecord* Mine { get; }

    /// <summary>World rank, plus 1, of the one that reports; 0 as long as nobody does.</summary>
    public ref int Reporter => ref ((int*)_memory)[8];

    /// <summary>Not 0 when the report is out and all shall end.</summary>
    public ref int Verdict => ref ((int*)_memory)[9];

    public RankRecord* Rank(int index) => (RankRecord*)(_memory + HeaderBytes + ((long)index * RankRecord.Stride));

    /// <summary>Makes the board of each node. Collective over all ranks of the job.</summary>
    public static NodeBoard Make(Communicator world)
    {
        long node = NodeOf();
        long[] all = RawCollectives.Allgather(world, node, Environment.ProcessId);
        var peers = new List<int>();
        for (int rank = 0; rank < world.Size; rank++)
            if (all[2 * rank] == node) peers.Add(rank);
        int leader = peers[0];
        long nonce = 0;
        int file = -1;
        byte* memory = leader == world.Rank ? Create(peers.Count, out file, out nonce) : null;
        long[] files = RawCollectives.Allgather(world, file, nonce);
        if (leader != world.Rank) memory = Open((int)all[(2 * leader) + 1], (int)files[2 * leader], files[(2 * leader) + 1], peers.Count);
        // The file goes with its last mapping; it stays open until everybody has one. Where one rank cannot have it, each of its node is on its own.
        long[] mapped = RawCollectives.Allgather(world, memory is null ? 0 : 1, 0);
        if (file >= 0) LibC.Close(file);
        if (!peers.TrueForAll(rank => mapped[2 * rank] != 0))
        {
            memory = Map(-1, LengthFor(1));
            peers = [world.Rank];
        }
        var board = new NodeBoard(memory, peers.Count, peers.IndexOf(world.Rank));
        board.Mine->Process = Environment.ProcessId;
        board.Mine->WorldRank = world.Rank;
        return board;
    }

    private static long LengthFor(int ranks) => HeaderBytes + ((long)ranks * RankRecord.Stride);

    // The same number for processes that see each other in /proc.
    private static long NodeOf()
    {
        string text = Environment.MachineName;
        try
        {
            text += File.ReadAllText("/proc/sys/kernel/random/boot_id") + File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The name of the machine must do; what is opened is verified.
        }
        return BitConverter.ToInt64(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    private static byte* Create(int ranks, out int file, out long nonce)
    {
        nonce = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        file = OperatingSystem.IsLinux() ? LibC.MemfdCreate("distarray-watchdog", LibC.CloseOnExec) : -1;
        byte* memory = file >= 0 && LibC.Truncate(file, LengthFor(ranks)) == 0 ? Map(file, LengthFor(ranks)) : null;
        if (memory is not null) *(long*)memory = nonce;
        return memory;
    }

    private static byte* Open(int process, int number, long nonce, int ranks)
    {
        if (number < 0) return null;
        int file = LibC.Open($"/proc/{process}/fd/{number}", LibC.OpenReadWrite);
        if (file < 0) return null;
        byte* memory = Map(file, LengthFor(ranks));
        LibC.Close(file);
        return memory is not null && *(long*)memory == nonce ? memory : null;
    }

    private static byte* Map(int file, long length)
    {
        if (!OperatingSystem.IsLinux()) return (byte*)System.Runtime.InteropServices.NativeMemory.AllocZeroed((nuint)length);
        void* memory = LibC.Map(null, (nuint)length, LibC.ReadWrite, file < 0 ? LibC.Private | LibC.Anonymous : LibC.Shared, file, 0);
        return memory != LibC.MapFailed ? (byte*)memory : null;
    }
}
