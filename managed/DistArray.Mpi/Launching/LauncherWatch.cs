using System.Runtime.InteropServices;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

/// <summary>Ends this rank where its launcher was killed: nobody is left to end it, or to clear up.</summary>
internal static unsafe partial class LauncherWatch
{
    private const int PidFdOpen = 434, PollIn = 1, Interrupted = 4, SigKill = 9;

    /// <summary>Begins to watch, where a launcher has started this process; the thread sleeps in the kernel.</summary>
    /// <param name="print">Tells what happened.</param>
    public static void Start(Action<string> print)
    {
        if (!LauncherCheck.IsLaunched)
            return;
        int parent = GetParent();
        var launcher = (int)SystemCall(PidFdOpen, parent, 0);
        // Linux before 5.3 has no such descriptor; both MPIs' ranks end there too, if later, when they miss their launcher's connection.
        if (launcher >= 0)
            new Thread(() => Watch(launcher, parent, print)) { IsBackground = true, Name = "launcher" }.Start();
    }

    private static void Watch(int launcher, int parent, Action<string> print)
    {
        var ended = new PollEntry { Descriptor = launcher, Events = PollIn };
        while (Poll(&ended, 1, -1) < 0)
            if (Marshal.GetLastPInvokeError() != Interrupted)
                return;
        print($"ends, because its launcher (process {parent}) has ended.");
        Remains.RemoveOwnJobs();
        _ = Kill(Environment.ProcessId, SigKill);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint process, nint flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(PollEntry* entries, nuint count, int timeout);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
