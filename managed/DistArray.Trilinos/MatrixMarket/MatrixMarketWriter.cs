using System.Text;

namespace DistArray.Trilinos;

/// <summary>Writes a file of which every rank has some lines: the first rank does, beside the target, which it replaces at the end.</summary>
internal static class MatrixMarketWriter
{
    /// <summary>Writes a header, then the lines of each rank in the order of the ranks.</summary>
    /// <exception cref="IOException">The file cannot be written; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Write(ICommunicator communicator, string path, string header, string lines)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] mine = Encoding.ASCII.GetBytes(lines);
        if (communicator.Rank > 0)
        {
            communicator.Send(mine.LongLength, 0);
            communicator.Send<byte>(mine, 0);
            TrilinosCall.Agree(communicator, null);
            return;
        }
        string beside = $"{path}.part";
        Exception? failure = null;
        FileStream? file = null;
        try
        {
            file = File.Create(beside);
            file.Write(Encoding.ASCII.GetBytes(header));
            file.Write(mine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = e;
        }
        // What the others send is taken in any case.
        for (int rank = 1; rank < communicator.Size; rank++)
        {
            var theirs = new byte[communicator.Receive<long>(rank)];
            communicator.Receive<byte>(theirs, rank);
            try
            {
                if (failure is null) file!.Write(theirs);
            }
            catch (IOException e)
            {
                failure = e;
            }
        }
        try
        {
            file?.Flush(flushToDisk: true);
            file?.Dispose();
            if (failure is null) File.Move(beside, path, overwrite: true);
            else File.Delete(beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure ??= e;
        }
        TrilinosCall.Agree(communicator, failure);
    }
}
