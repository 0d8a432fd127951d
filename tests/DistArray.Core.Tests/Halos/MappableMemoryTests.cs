namespace DistArray.Core.Tests.Halos;

public unsafe class MappableMemoryTests
{
    private static readonly int s_page = Environment.SystemPageSize;

    [Test]
    public void Share_OfPages_KeepsContentAndAddressAndIsSeenThroughTheArena()
    {
        using var memory = new MappableMemory(5 << 20, zero: true);
        var bytes = (byte*)memory.Pointer;
        Assert.That((long)bytes % 64, Is.Zero);
        for (int i = 0; i < 5 << 20; i += 100) bytes[i] = (byte)(i / 100);
        byte* start = bytes + (3 * s_page) + 40;
        (long window, long windowBytes, long at) = memory.Share(start, 2 * s_page)!.Value;
        Assert.That((windowBytes, at), Is.EqualTo((3L * s_page, 40L)));
        for (int i = 0; i < 5 << 20; i += 100) Assert.That(bytes[i], Is.EqualTo((byte)(i / 100)));
        Assert.That((nint)memory.Pointer, Is.EqualTo((nint)bytes));

        SharedArena arena = SharedArena.Instance!;
        PeerArena peer = PeerArena.Open(Environment.ProcessId, arena.File, arena.Nonce)!;
        byte* seen = peer.Map(window, windowBytes, write: false) + at;
        *start = 99;
        start[(2 * s_page) - 1] = 98;
        Assert.That((seen[0], seen[(2 * s_page) - 1]), Is.EqualTo(((byte)99, (byte)98)));
        Assert.That(memory.Share(start + 10, 20), Is.EqualTo((window, windowBytes, 50L)));
        Assert.That(memory.Share(start, 5 * s_page), Is.Null, "it would overlap the window");
        LibC.Unmap(seen - at, (nuint)windowBytes);
    }

    [Test]
    public void Rent_OfMemoryThatWasUsed_IsZeroWhereAsked()
    {
        var first = new MappableMemory(300_000, zero: true);
        nint address = (nint)first.Pointer;
        new Span<byte>(first.Pointer, 300_000).Fill(7);
        first.Share((byte*)first.Pointer + 100, 100);
        first.Dispose();
        first.Dispose();
        Assert.That(() => first.ThrowIfInvalid(), Throws.TypeOf<ObjectDisposedException>());
        using var second = new MappableMemory(299_000, zero: true);
        Assert.That((nint)second.Pointer, Is.EqualTo(address));
        Assert.That(new Span<byte>(second.Pointer, 299_000).ContainsAnyExcept((byte)0), Is.False);
        using var none = new MappableMemory(0, zero: true);
        Assert.That(none.Bytes, Is.Zero);
    }

    [Test]
    public void Open_OfAnotherFile_IsRefused()
    {
        SharedArena arena = SharedArena.Instance!;
        byte[] wrong = [.. arena.Nonce];
        wrong[3]++;
        Assert.That(PeerArena.Open(Environment.ProcessId, arena.File, wrong), Is.Null);
        Assert.That(PeerArena.Open(Environment.ProcessId, 9999, arena.Nonce), Is.Null);
        Assert.That(PeerArena.Open(int.MaxValue, arena.File, arena.Nonce), Is.Null);
    }

    [Test]
    public void Zeros_WithLargeHalo_LiesInMappableMemoryOthersDoNot() => ThreadCommunicator.Run(2, comm =>
    {
        using var haloed = Np.Zeros<double>(new Distribution(comm, [200, 200], "bn", haloLow: [1, 0]));
        using var plain = Np.Zeros<double>(new Distribution(comm, [200, 200], "bn"));
        Assert.That(haloed.Block.Owner, Is.TypeOf<MappableMemory>());
        Assert.That(plain.Block.Owner, Is.TypeOf<PooledMemory>());
    });
}
