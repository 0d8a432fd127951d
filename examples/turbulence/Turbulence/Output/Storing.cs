using DistArray;

namespace Turbulence;

/// <summary>Writes that may fail while the run is on (a full disk): every rank then ends alike, with the path and the reason.</summary>
internal static class Storing
{
    /// <summary>A write of all ranks together, whose errors DistArray.IO has agreed upon.</summary>
    /// <exception cref="RunFailedException">It failed; an older file stays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void OnAll(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw Failure(path, e.Message);
        }
    }

    /// <summary>A write of rank 0 alone; every rank learns how it ended.</summary>
    /// <exception cref="RunFailedException">It failed; an older file stays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void OnFirst(ICommunicator world, string path, Action write)
    {
        string? problem = null;
        try
        {
            if (world.Rank == 0) write();
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            problem = e.Message;
        }
        if (world.Broadcast(problem, 0) is { } reason) throw Failure(path, reason);
    }

    private static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException;

    private static RunFailedException Failure(string path, string reason) => new($"{path} cannot be written: {reason}");
}
