using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>A file that is written beside its target and takes the target's place when it is complete.</summary>
/// <remarks>Rank 0 handles the names; what it finds is shared with the others.</remarks>
internal sealed class AtomicFile
{
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private bool _isDone;

    /// <summary>Prepares to write a file.</summary>
    /// <param name="path">The target.</param>
    /// <param name="communicator">The ranks that write.</param>
    /// <param name="agreement">Their agreement.</param>
    public AtomicFile(string path, ICommunicator communicator, RankAgreement agreement)
    {
        Target = System.IO.Path.GetFullPath(path);
        Path = Target + ".partial";
        _communicator = communicator;
        _agreement = agreement;
    }

    /// <summary>Makes a file in one go: it takes the place of an older one when all of it is on the disk; on any failure the older one stays.</summary>
    /// <param name="path">The target.</param>
    /// <param name="communicator">The ranks that write.</param>
    /// <param name="agreement">Their agreement.</param>
    /// <param name="fill">Writes the file.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static void Make(string path, ICommunicator communicator, RankAgreement agreement, Action<AtomicFile> fill)
    {
        var target = new AtomicFile(path, communicator, agreement);
        try
        {
            target.Create();
            fill(target);
            target.Commit();
        }
        finally
        {
            target.Discard();
        }
    }

    /// <summary>The name that the file gets.</summary>
    public string Target { get; }

    /// <summary>The name under which it is written.</summary>
    public string Path { get; }

    /// <summary>Makes the file, empty, where its folder and its target allow it.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Create() => OnRankZero("creating", () =>
    {
        Expect.WritableTarget(Target);
        if (Libc.IsSpecial(Target))
            throw new IOException($"{Target} is a device or a pipe, which a file would take the place of. Choose another name.");
        using SafeFileHandle file = FileHandles.ForWriting(Path, FileMode.Create);
    });

    /// <summary>Writes the whole content on rank 0.</summary>
    /// <param name="write">Writes it.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteOnRankZero(Action<Stream> write) => OnRankZero("writing", () =>
    {
        using var stream = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.Read);
        write(stream);
    });

    /// <summary>Takes disk space for a part of the file; the text of the failure names the file and the sizes.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Bytes.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void Reserve(long offset, long count) => OnRankZero("reserving space for", () =>
    {
        if (count == 0)
            return;
        try
        {
            if (!Libc.Reserve(Path, offset, count) && FreeSpace() is { } free && free < count)
                throw new IOException("No space left on device");
        }
        catch (IOException e)
        {
            throw new IOException($"{Target} needs {count} more bytes, and its file system refuses them: {e.Message} ({FreeSpace()} bytes free). " +
                "The file that was there stays. Free some space or write elsewhere.", e);
        }
    });

    /// <summary>Opens the file on every rank and writes into it.</summary>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="begin">Local: what is done when it is open; may be null.</param>
    /// <param name="write">Collective: writes all of it.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void Fill(string call, Action<SafeFileHandle>? begin, Action<SafeFileHandle> write)
    {
        SafeFileHandle? file = null;
        try
        {
            _agreement.Step(call, () =>
            {
                file = OpenPartial();
                begin?.Invoke(file);
            });
            write(file!);
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Opens what was made of the file so far, for writing. Local.</summary>
    public SafeFileHandle OpenPartial() => FileHandles.ForWriting(Path);

    /// <summary>Brings the file to the disk and gives it its name.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Commit()
    {
        // On every rank: what another node holds of a file on a network is not rank 0's to flush.
        _agreement.Step($"flushing {Target}", () =>
        {
            using SafeFileHandle file = OpenPartial();
            RandomAccess.FlushToDisk(file);
        });
        OnRankZero("putting in place", () =>
        {
            // Gives back the space that was taken behind its end.
            using (SafeFileHandle file = OpenPartial())
                RandomAccess.SetLength(file, RandomAccess.GetLength(file));
            File.Move(Path, Target, overwrite: true);
            Libc.FlushFolder(System.IO.Path.GetDirectoryName(Target)!);
        });
        _isDone = true;
    }

    /// <summary>Removes what was written, unless it has its name already. Never throws.</summary>
    public void Discard()
    {
        if (_isDone || _communicator.Rank != 0)
            return;
        _isDone = true;
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays until the next file of that name is written; what matters is the error that led here.
        }
    }

    private void OnRankZero(string what, Action action) => _agreement.Step($"{what} {Target}", () =>
    {
        if (_communicator.Rank == 0)
            action();
    });

    private long? FreeSpace()
    {
        try
        {
            return new DriveInfo(System.IO.Path.GetDirectoryName(Target)!).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
