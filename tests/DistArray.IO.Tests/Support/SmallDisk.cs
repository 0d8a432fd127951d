using System.Runtime.InteropServices;

namespace DistArray.IO.Tests;

/// <summary>A file system of a few pages in memory, mounted for a test; a test that cannot mount one is skipped with the reason.</summary>
internal sealed partial class SmallDisk : IDisposable
{
    private const ulong ReadOnly = 1, Remount = 32;
    private readonly ICommunicator _world;
    private readonly SharedFolder _folder;

    public SmallDisk(ICommunicator world, int kilobytes)
    {
        _world = world;
        _folder = new SharedFolder(world);
        string problem = world.Broadcast(world.Rank == 0 && Mount("tmpfs", _folder.Path, "tmpfs", 0, $"size={kilobytes}k") != 0
            ? Marshal.GetLastPInvokeErrorMessage() : "", 0)!;
        if (problem.Length == 0)
            return;
        _folder.Dispose();
        Assert.Ignore($"A small tmpfs cannot be mounted here: {problem}. Run the test as root.");
    }

    public string this[string name] => _folder[name];

    public string[] Names => _folder.Names;

    /// <summary>Makes the file system read-only, for root too.</summary>
    public void MakeReadOnly()
    {
        if (_world.Rank == 0)
            Assert.That(Mount("tmpfs", _folder.Path, "tmpfs", ReadOnly | Remount, null), Is.Zero);
        _world.Barrier();
    }

    public void Dispose()
    {
        if (_world.Rank == 0)
            _ = Unmount(_folder.Path, 2);
        _folder.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, ulong flags, string? data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unmount(string target, int flags);
}
