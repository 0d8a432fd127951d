using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistArray;
using DistArray.Mpi;

/// <summary>Faults that no code of the rank survives, or that it does not notice.</summary>
internal static unsafe partial class EndFaults
{
    private const int SigTerm = 15, SigInt = 2, SigKill = 9;

    /// <summary>Tells, for who looks afterwards, which shared memory this rank has, where its job keeps its files, and what .NET has for debuggers.</summary>
    public static void TellWhatIsOpen()
    {
        string[] mapped = [.. File.ReadLines("/proc/self/maps").Select(line => line.Split(' ')[^1]).Where(file => file.StartsWith("/dev/shm/", StringComparison.Ordinal)).Distinct()];
        string[] folder = Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir") is { } name ? [name] : [];
        string start = File.ReadAllText("/proc/self/stat").Split(' ')[21];
        string[] diagnostic = Directory.GetFiles(Path.GetTempPath(), $"*-{Environment.ProcessId}-{start}-*");
        foreach (string file in (string[])[.. folder, .. mapped, .. diagnostic])
            Console.Error.Write($"open: {file}\n");
    }

    /// <summary>Fails as told; returns where the fault is that nothing happens.</summary>
    public static void Fail(string fault, Communicator world)
    {
        switch (fault)
        {
            case "null":
                Console.WriteLine(((string?)null)!.Length);
                break;
            case "kill":
                SendSignal(Environment.ProcessId, SigKill);
                break;
            case "segv":
                Console.WriteLine(Length(8));
                break;
            case "native-exit":
                NativeExit(0);
                break;
            case "immediate-exit":
                ImmediateExit(0);
                break;
            case "fortran-stop":
                FortranStop();
                break;
            case "fail-fast":
                Environment.FailFast("this rank found its memory broken");
                break;
            case "stack-overflow":
                Console.WriteLine(Recurse(1));
                break;
            case "out-of-memory":
                Fill();
                break;
            case "out-of-native-memory":
                Console.WriteLine(Np.Zeros<double>(new Distribution(new SelfCommunicator(), [1L << 30, 1L << 14])).Size);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "mismatch":
                // The others are in a barrier.
                world.Allreduce(1.5, Operation<double>.Add);
                Thread.Sleep(Timeout.Infinite);
                break;
            case "launcher-kill":
                EndLauncher(SigKill);
                break;
            case "launcher-term":
                EndLauncher(SigTerm);
                break;
            case "launcher-int":
                EndLauncher(SigInt);
                break;
            default:
                throw new ArgumentException($"There is no fault '{fault}'.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Recurse(int depth) => depth <= 0 ? depth : Recurse(depth + 1) + 1;

    // The heap has a limit of its own: DOTNET_GCHeapHardLimit.
    private static void Fill()
    {
        List<byte[]> kept = [];
        while (true) kept.Add(new byte[1 << 16]);
    }

    private static void EndLauncher(int signal)
    {
        // What was printed goes through it.
        Thread.Sleep(300);
        SendSignal(Launcher(), signal);
        Thread.Sleep(Timeout.Infinite);
    }

    // MPICH's has a proxy between itself and the ranks.
    private static int Launcher()
    {
        for (int id = Environment.ProcessId; id > 1;)
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            if (File.ReadAllText($"/proc/{id}/comm").StartsWith("mpiexec", StringComparison.Ordinal)) return id;
            id = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        throw new InvalidOperationException("No mpiexec has started this process.");
    }

    private static void FortranStop()
    {
        var stop = (delegate* unmanaged[Cdecl]<byte*, nuint, byte, void>)NativeLibrary.GetExport(NativeLibrary.Load("libgfortran.so.5"), "_gfortran_stop_string");
        fixed (byte* text = "no more steam"u8)
            stop(text, 13, 0);
    }

    [LibraryImport("libc", EntryPoint = "strlen")]
    private static partial nint Length(nint text);

    [LibraryImport("libc", EntryPoint = "exit")]
    private static partial void NativeExit(int status);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ImmediateExit(int status);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
