using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A thread's memory for evaluations. One that starts within another, from a user's function, takes memory of its own.</summary>
internal sealed unsafe class TileScratch
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static TileScratch? t_kept;

    private Area _words, _registers, _tiles, _constants;
    private Filled[] _filled = [];
    private nint _constantBytes;

    ~TileScratch()
    {
        _words.Free();
        _registers.Free();
        _tiles.Free();
        _constants.Free();
    }

    /// <summary>Takes the thread's memory until <see cref="Return"/>.</summary>
    public static TileScratch Take()
    {
        TileScratch scratch = t_kept ?? new TileScratch();
        t_kept = null;
        return scratch;
    }

    public void Return() => t_kept = this;

    public long* Words(int count) => (long*)_words.Of((nint)count * sizeof(long));

    public void** Registers(int count) => (void**)_registers.Of((nint)count * sizeof(void*));

    public byte* Tiles(nint bytes) => _tiles.Of(bytes);

    /// <summary>Tiles that repeat the value of each constant, which stay for the next evaluation.</summary>
    /// <param name="values">The constants.</param>
    /// <param name="sizes">Bytes of each.</param>
    /// <param name="count">How often each is repeated.</param>
    /// <param name="tiles">Gets the tiles' addresses.</param>
    public void Constants(FusedConstant* values, ReadOnlySpan<int> sizes, int count, void** tiles)
    {
        const int bytes = (TileLayout.Elements * TileLayout.LargestElement) + TileLayout.Gap;
        if (_filled.Length < sizes.Length)
        {
            _filled = new Filled[sizes.Length];
            _constantBytes = (nint)sizes.Length * bytes;
        }
        byte* tile = _constants.Of(_constantBytes);
        for (int i = 0; i < sizes.Length; i++, tile += bytes)
        {
            tiles[i] = tile;
            ref Filled filled = ref _filled[i];
            long* bits = (long*)(values + i);
            if (filled.Count >= count && filled.Size == sizes[i] && filled.Low == bits[0] && filled.High == bits[1]) continue;
            StridedCopy.Fill(tile, bits, count, sizes[i]);
            filled = new Filled(bits[0], bits[1], sizes[i], count);
        }
    }

    private readonly record struct Filled(long Low, long High, int Size, int Count);

    private struct Area
    {
        private byte* _pointer;
        private nint _bytes;

        public byte* Of(nint bytes)
        {
            if (bytes <= _bytes) return _pointer;
            Free();
            _bytes = bytes + (bytes / 2);
            _pointer = (byte*)NativeMemory.AlignedAlloc((nuint)_bytes, Alignment);
            return _pointer;
        }

        public void Free()
        {
            NativeMemory.AlignedFree(_pointer);
            _pointer = null;
            _bytes = 0;
        }
    }
}
