using System.Globalization;
using System.Net.Sockets;

namespace DistArray.Mpi.Jobs;

/// <summary>The sockets and pipes for debuggers that .NET makes in the temporary folder, and leaves there where its process is killed.</summary>
internal static class DiagnosticFiles
{
    // Such as dotnet-diagnostic-PROCESS-START-socket and clr-debug-pipe-PROCESS-START-in.
    private const string SocketName = "dotnet-diagnostic", PipeName = "clr-debug-pipe";

    /// <summary>Removes those of this process, which is about to be killed.</summary>
    public static void RemoveOwn()
    {
        // Another container that shares the folder may have a process of this number.
        foreach (string file in Find($"{Environment.ProcessId}-{ProcessState.Of(Environment.ProcessId)?.Start}-*")) Delete(file);
    }

    /// <summary>Removes those of processes that have ended, as far as they are no older than a job. A living process keeps its own.</summary>
    /// <param name="since">When the job was started.</param>
    public static void RemoveOfDead(DateTime since)
    {
        foreach (string file in Find("*"))
            if (File.GetLastWriteTimeUtc(file) >= since && !IsInUse(file)) Delete(file);
    }

    // Sockets first; none where the temporary folder has gone or cannot be read.
    private static string[] Find(string whose)
    {
        try
        {
            return [.. new[] { SocketName, PipeName }.SelectMany(kind => Directory.GetFiles(Path.GetTempPath(), $"{kind}-{whose}"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Numbers of processes are given again; with the time of its start it is the same one.
    private static bool IsInUse(string file)
    {
        if (Path.GetFileName(file).Split('-') is not [_, .., var process, var start, _]
            || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || !ulong.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out ulong began))
            return true; // nothing is known of it
        return ProcessState.Of(id) is { } state && state.Start == began ? state.IsAlive : Answers(Path.Combine(Path.GetTempPath(), $"{SocketName}-{process}-{start}-socket"));
    }

    // The process may be one of another container that shares the folder.
    private static bool Answers(string file)
    {
        if (!File.Exists(file)) return false;
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(file));
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is somebody else's.
        }
    }
}
