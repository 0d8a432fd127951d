namespace DistArray.Testing.Assertions;

/// <summary>Numbers of what a process uses: before and after an action.</summary>
/// <param name="Names">What they count.</param>
/// <param name="Read">Reads them now.</param>
internal sealed record ResourceUse(string[] Names, Func<long[]> Read)
{
    public static ResourceUse LeftBehind { get; } = new(["bytes of arrays", "open files"], () => [PooledMemory.BytesInUse, Directory.GetFileSystemEntries("/proc/self/fd").Length]);

    public static ResourceUse Allocated { get; } = new(["managed bytes", "native bytes"], () => [GC.GetAllocatedBytesForCurrentThread(), PooledMemory.BytesTaken]);
}
