using System.Runtime.InteropServices;

namespace DistArray.IO;

/// <summary>What files need of the C library beyond .NET.</summary>
internal static partial class Libc
{
    private const int NotSupported = 95, NoSuchCall = 38, Interrupted = 4, ReadOnly = 0, ReadWrite = 2, KeepSize = 1;
    private const int CurrentFolder = -100, TypeAlone = 1, TypeOfFile = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    /// <summary>Takes disk space for a part of a file now, without a change of its length, so that writing it later cannot fail for want of space.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Bytes.</param>
    /// <returns>False where the file system cannot.</returns>
    /// <exception cref="IOException">There is no such space.</exception>
    /// <remarks>fallocate(2), and not posix_fallocate, which writes where the file system cannot. The file is opened here and not by .NET,
    /// whose advisory lock HDF5's own would refuse.</remarks>
    public static bool Reserve(string path, long offset, long count)
    {
        int descriptor = Open(path, ReadWrite);
        if (descriptor < 0)
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        try
        {
            while (FAllocate(descriptor, KeepSize, offset, count) != 0)
            {
                int error = Marshal.GetLastPInvokeError();
                if (error is NotSupported or NoSuchCall)
                    return false;
                if (error != Interrupted)
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
            return true;
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Brings the entries of a folder to the disk, so that a rename survives a power cut.</summary>
    public static void FlushFolder(string folder)
    {
        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            return;
        _ = FSync(descriptor);
        _ = Close(descriptor);
    }

    /// <summary>Whether there is something that is neither a file nor a folder: a device, a pipe, a socket, also by a link.</summary>
    public static unsafe bool IsSpecial(string path)
    {
        // struct statx, whose layout is the same on every machine: the mode is the 16-bit number at 28.
        byte* status = stackalloc byte[256];
        return StatX(CurrentFolder, path, 0, TypeAlone, status) == 0 && (*(ushort*)(status + 28) & TypeOfFile) is not (RegularFile or Folder);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    private static partial int FAllocate(int descriptor, int mode, long offset, long count);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
