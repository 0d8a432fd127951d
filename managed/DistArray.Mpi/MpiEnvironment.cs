using System.Text;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>The life of MPI in this process. <see cref="Run(string[], Action{Communicator}, ThreadLevel)"/> is what programs use.</summary>
/// <remarks>
/// <para>As long as it lives, no failure of a rank is silent or leaves the others waiting: an exception that nobody catches is printed with
/// the rank on standard error and ends the whole job with exit status 70; a process that exits without ending MPI ends it with 71.</para>
/// <para>SIGTERM and SIGINT end the job with a reason, unless a handler that the program registers after this has begun cancels them, as a
/// <c>StopRequest</c> does.</para>
/// <para>Where MPI runs already (the process is a Fortran or C++ program), this joins it and does not end it.</para>
/// </remarks>
public sealed partial class MpiEnvironment : IDisposable
{
    private bool _disposed;

    /// <summary>Starts MPI, or joins it where it runs already.</summary>
    /// <param name="required">Which threads shall be able to call MPI; <see cref="ThreadLevel"/> says what was given.</param>
    /// <exception cref="InvalidOperationException">MPI has ended in this process; the launcher started more processes than the MPI library
    /// sees, so that each would compute alone; or <c>DISTARRAY_WATCHDOG</c>, <c>DISTARRAY_CHECK</c> or <c>DISTARRAY_LEAKS</c> has a value that cannot be used.</exception>
    /// <exception cref="MpiException">MPI does not start.</exception>
    /// <exception cref="NativeLibraryException">The native library is not there, or needs what is not installed.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 11.2. Where a launcher started the process it sets <c>TERM</c> to dumb, so that .NET prints no escapes.</remarks>
    public MpiEnvironment(ThreadLevel required = ThreadLevel.Multiple)
    {
        LauncherCheck.SilenceTerminal();
        NativeError.Check(NativeMpi.Init((int)required, out _, out int owned));
        IsOwner = owned != 0;
        Guard();
        LauncherCheck.ThrowIfForeign(Communicator.World.Size, LibraryVersion);
        ReadSwitches();
    }

    /// <summary>Whether this started MPI, and so ends it when disposed.</summary>
    public bool IsOwner { get; }

    /// <summary>Whether MPI runs in this process, whoever started it.</summary>
    public static bool IsActive
    {
        get
        {
            NativeError.Check(NativeMpi.IsActive(out int active));
            return active != 0;
        }
    }

    /// <summary>Version of the MPI standard that the library follows.</summary>
    public static Version Version
    {
        get
        {
            NativeError.Check(NativeMpi.Version(out int major, out int minor));
            return new Version(major, minor);
        }
    }

    /// <summary>Name and version of the MPI library.</summary>
    public static unsafe string LibraryVersion
    {
        get
        {
            NativeError.Check(NativeMpi.LibraryVersion(null, 0, out long length));
            byte[] text = new byte[length + 1];
            fixed (byte* buffer = text)
                NativeError.Check(NativeMpi.LibraryVersion(buffer, text.Length, out length));
            return Encoding.UTF8.GetString(text.AsSpan(0, (int)Math.Min(length, text.Length - 1)));
        }
    }

    /// <summary>Which threads of this process may call MPI.</summary>
    /// <exception cref="InvalidOperationException">MPI does not run.</exception>
    public static ThreadLevel ThreadLevel
    {
        get
        {
            NativeError.Check(NativeMpi.Thread(out int level));
            return (ThreadLevel)level;
        }
    }

    /// <summary>Starts MPI, runs a program, and ends MPI.</summary>
    /// <param name="args">Arguments of the program.</param>
    /// <param name="body">The program, given <see cref="Communicator.World"/>.</param>
    /// <param name="required">Which threads shall be able to call MPI.</param>
    /// <remarks><b>Collective.</b> An exception from <paramref name="body"/> on any rank ends the whole job: it is printed with its rank on
    /// standard error, and the exit status is 70. It does so before any <c>finally</c> or <c>using</c> on its way, since those may wait for the others.</remarks>
    public static void Run(string[] args, Action<Communicator> body, ThreadLevel required = ThreadLevel.Multiple)
    {
        ArgumentNullException.ThrowIfNull(body);
        Run(args, world =>
        {
            body(world);
            return 0;
        }, required);
    }

    /// <summary>Starts MPI, runs a program that has an exit status, and ends MPI.</summary>
    /// <param name="args">Arguments of the program.</param>
    /// <param name="body">The program, given <see cref="Communicator.World"/>.</param>
    /// <param name="required">Which threads shall be able to call MPI.</param>
    /// <returns>What <paramref name="body"/> returned on this rank: the exit status for <c>Main</c>.</returns>
    /// <remarks><b>Collective.</b> Failures as in the other form.</remarks>
    public static int Run(string[] args, Func<Communicator, int> body, ThreadLevel required = ThreadLevel.Multiple)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            using var environment = new MpiEnvironment(required);
            int status = body(Communicator.World);
            FindLostExceptions();
            return status;
        }
        catch (Exception e) when (EndJob(e))
        {
            return FailureStatus;
        }
    }

    /// <summary>Ends MPI where this started it. A second call does nothing.</summary>
    /// <exception cref="MpiException">MPI reported an error.</exception>
    /// <remarks><b>Collective.</b> MPI-4.0 section 11.2.2. Nothing may be under way.</remarks>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (!IsActive)
            return;
        if (IsOwner)
            Communicator.World.BeginFinalize();
        LeakReport.Write(Communicator.World);
        if (!IsOwner)
            return;
        NativeError.Check(NativeMpi.Finalize());
        CallLog.NoteEnd();
    }
}
