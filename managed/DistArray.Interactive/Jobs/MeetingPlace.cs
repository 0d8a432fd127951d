namespace DistArray.Interactive.Jobs;

/// <summary>The folder with the socket where client and engines meet. The client removes it, or an engine where the client was killed.</summary>
internal static class MeetingPlace
{
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The other side was first.
        }
    }
}
