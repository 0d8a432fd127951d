using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>The memory of the other processes of a machine, read by <c>process_vm_readv</c>; of ranks that are threads of this one, by their addresses.</summary>
/// <remarks>The environment variable DISTARRAY_SHARED_MEMORY=0 keeps a process from it. Where the system forbids it, ranks send messages.</remarks>
internal sealed unsafe partial class ProcessMemory : INodeMemory
{
    private readonly Dictionary<int, (int Number, int Process)> _ranks; // that are reached

    private ProcessMemory(ICommunicator machine, Dictionary<int, (int Number, int Process)> ranks)
    {
        Communicator = machine;
        _ranks = ranks;
    }

    public ICommunicator Communicator { get; }

    /// <summary>Finds out whom each rank can read, by trying. <b>Collective.</b></summary>
    /// <param name="communicator">The ranks.</param>
    public static ProcessMemory Create(ICommunicator communicator)
    {
        // Ranks of other machines are not asked: their numbers of processes mean something else here.
        ICommunicator machine = communicator.Split(MachineNumber(), communicator.Rank)!;
        bool isAllowed = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(SharedArena.SwitchVariable) != "0";
        long* mark = (long*)NativeMemory.Alloc(sizeof(long));
        try
        {
            *mark = System.Random.Shared.NextInt64();
            long[] mine = [communicator.Rank, Environment.ProcessId, (nint)mark, *mark], all = new long[mine.Length * machine.Size];
            machine.Allgather<long>(mine, all);
            long[] reaches = new long[machine.Size], reached = new long[machine.Size];
            for (int i = 0; i < machine.Size; i++) reaches[i] = isAllowed && i != machine.Rank && CanRead(all.AsSpan(i * mine.Length, mine.Length)) ? 1 : 0;
            machine.Alltoall<long>(reaches, reached); // and no mark goes before all were read
            var ranks = new Dictionary<int, (int, int)>();
            for (int i = 0; i < machine.Size; i++)
                if (reaches[i] + reached[i] == 2) ranks[(int)all[i * mine.Length]] = (i, (int)all[(i * mine.Length) + 1]);
            return new ProcessMemory(machine, ranks);
        }
        finally
        {
            NativeMemory.Free(mark);
        }
    }

    public int NumberOf(int rank) => _ranks.TryGetValue(rank, out var found) ? found.Number : -1;

    public bool IsDirect(int rank) => _ranks[rank].Process == Environment.ProcessId;

    public bool TryRead(int rank, ReadOnlySpan<MemoryPiece> remote, ReadOnlySpan<MemoryPiece> local) => TryReadProcess(_ranks[rank].Process, remote, local);

    private static bool TryReadProcess(int process, ReadOnlySpan<MemoryPiece> remote, ReadOnlySpan<MemoryPiece> local)
    {
        long wanted = 0;
        foreach (MemoryPiece piece in remote) wanted += piece.Bytes;
        fixed (MemoryPiece* from = remote, to = local) return ProcessRead(process, to, (nuint)local.Length, from, (nuint)remote.Length, 0) == wanted;
    }

    private static bool CanRead(ReadOnlySpan<long> rank)
    {
        long found = 0;
        try
        {
            return TryReadProcess((int)rank[1], [new MemoryPiece((nint)rank[2], sizeof(long))], [new MemoryPiece((nint)(&found), sizeof(long))]) && found == rank[3];
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    // Of the machine and its space of process numbers. Two machines may have the same one by chance; trying tells.
    private static int MachineNumber()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        string name = Environment.MachineName + Read("/proc/sys/kernel/random/boot_id") + new FileInfo("/proc/self/ns/pid").LinkTarget;
        uint hash = 2166136261;
        foreach (char c in name) hash = (hash ^ c) * 16777619;
        return (int)(hash >> 1);

        static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
    }

    [LibraryImport("libc", EntryPoint = "process_vm_readv")]
    private static partial nint ProcessRead(int process, MemoryPiece* local, nuint localCount, MemoryPiece* remote, nuint remoteCount, nuint flags);
}
