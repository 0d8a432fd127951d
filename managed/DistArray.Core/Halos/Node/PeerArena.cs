using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>The shared arena of another process of this node, opened once.</summary>
internal sealed unsafe class PeerArena
{
    private static readonly Dictionary<(int Process, int File, Int128 Nonce), PeerArena> s_opened = [];

    private readonly int _file;

    private PeerArena(int file) => _file = file;

    /// <summary>Opens the arena of a process, if it runs on this node, may be seen, and is the one that said so.</summary>
    public static PeerArena? Open(int process, int file, ReadOnlySpan<byte> nonce)
    {
        var key = (process, file, MemoryMarshal.Read<Int128>(nonce));
        lock (s_opened)
        {
            if (s_opened.TryGetValue(key, out PeerArena? known)) return known;
            int opened = LibC.Open($"/proc/{process}/fd/{file}", LibC.OpenReadWrite);
            if (opened < 0) return null;
            void* first = LibC.Map(null, (nuint)SharedArena.PageSize, LibC.ReadOnly, LibC.Shared, opened, 0);
            bool isRight = first != LibC.MapFailed && new ReadOnlySpan<byte>(first, SharedArena.NonceBytes).SequenceEqual(nonce);
            if (first != LibC.MapFailed) LibC.Unmap(first, (nuint)SharedArena.PageSize);
            if (isRight) return s_opened[key] = new PeerArena(opened);
            LibC.Close(opened);
            return null;
        }
    }

    /// <summary>Maps pages.</summary>
    /// <returns>Null where the system does not map them.</returns>
    public byte* Map(long offset, long bytes, bool write)
    {
        void* address = LibC.Map(null, (nuint)SharedArena.RoundUp(bytes), write ? LibC.ReadWrite : LibC.ReadOnly, LibC.Shared | LibC.Populate, _file, offset);
        return address == LibC.MapFailed ? null : (byte*)address;
    }
}
