using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DistArray;

/// <summary>This process's memory that other processes of the node can map: one file in memory, which they open as /proc/PID/fd/N.</summary>
internal sealed unsafe class SharedArena
{
    public const int NonceBytes = 16;

    /// <summary>Set to 0, it keeps this process from sharing memory: halos then go by messages.</summary>
    public const string SwitchVariable = "DISTARRAY_SHARED_MEMORY";

    private static readonly Lazy<SharedArena?> s_instance = new(Make);
    private readonly object _lock = new();
    private long _end;

    private SharedArena(int file)
    {
        File = file;
        byte* first = Allocate(NonceBytes, out _);
        Nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        Nonce.CopyTo(new Span<byte>(first, NonceBytes));
    }

    /// <summary>The arena of this process; null where the system has none.</summary>
    public static SharedArena? Instance => s_instance.Value;

    public static int PageSize { get; } = Environment.SystemPageSize;

    public int File { get; }

    /// <summary>What the file begins with, so that another process knows that it has opened the right one.</summary>
    public byte[] Nonce { get; }

    /// <summary>Takes whole pages, which are 0.</summary>
    /// <param name="bytes">Bytes that are needed.</param>
    /// <param name="offset">Where they are in the file.</param>
    /// <exception cref="OutOfMemoryException">The system gives no more.</exception>
    public byte* Allocate(long bytes, out long offset)
    {
        bytes = RoundUp(bytes);
        offset = Reserve(bytes);
        void* address = LibC.Map(null, (nuint)bytes, LibC.ReadWrite, LibC.Shared, File, offset);
        return address != LibC.MapFailed ? (byte*)address : throw Failure(bytes);
    }

    /// <summary>Puts pages of the arena in the place of others of this process, with their content.</summary>
    /// <returns>Where they are in the arena.</returns>
    /// <exception cref="OutOfMemoryException">The system gives no more.</exception>
    public long Replace(byte* address, long bytes)
    {
        byte* copy = Allocate(bytes, out long offset);
        Buffer.MemoryCopy(address, copy, bytes, bytes);
        void* mapped = LibC.Map(address, (nuint)bytes, LibC.ReadWrite, LibC.Shared | LibC.Fixed, File, offset);
        if (mapped == LibC.MapFailed) throw Failure(bytes);
        LibC.Unmap(copy, (nuint)bytes);
        return offset;
    }

    /// <summary>Gives pages back to the system; their place in the arena is not used again.</summary>
    public void Free(byte* address, long offset, long bytes)
    {
        bytes = RoundUp(bytes);
        if (address is not null) LibC.Unmap(address, (nuint)bytes);
        LibC.Allocate(File, LibC.PunchHole, offset, bytes);
    }

    public static long RoundUp(long bytes) => (bytes + PageSize - 1) / PageSize * PageSize;

    private static SharedArena? Make()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(SwitchVariable) == "0") return null;
        int file = LibC.MemfdCreate("distarray", LibC.CloseOnExec);
        if (file < 0) return null;
        try
        {
            return new SharedArena(file);
        }
        catch (OutOfMemoryException)
        {
            LibC.Close(file);
            return null;
        }
    }

    private long Reserve(long bytes)
    {
        lock (_lock)
        {
            if (LibC.Truncate(File, _end + bytes) != 0) throw Failure(bytes);
            long offset = _end;
            _end += bytes;
            return offset;
        }
    }

    private static OutOfMemoryException Failure(long bytes) =>
        new($"There are no {bytes} bytes of memory to share with other processes: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
}
