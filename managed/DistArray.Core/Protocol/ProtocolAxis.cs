using System.Collections;
using System.Globalization;

namespace DistArray;

/// <summary>An axis dictionary, read and checked for the rules that one process can check.</summary>
internal sealed class ProtocolAxis
{
    private readonly IReadOnlyDictionary<string, object> _keys;
    private readonly int _axis;

    public ProtocolAxis(int axis, int extent, IReadOnlyDictionary<string, object> keys)
    {
        _axis = axis;
        _keys = keys;
        if (keys.Count == 0)
        {
            (Type, Size, GridSize, Stop) = ('b', extent, 1, extent);
            return;
        }
        Type = Required("dist_type") is { } type && type.ToString() is ['b' or 'c' or 'u'] code ? code[0] : throw Broken($"dist_type is '{keys["dist_type"]}', not 'b', 'c' or 'u'");
        Size = Number("size");
        GridSize = SmallNumber("proc_grid_size");
        GridRank = SmallNumber("proc_grid_rank");
        if (Size < 0) throw Broken($"size {Size} is negative");
        if (GridSize < 1) throw Broken($"proc_grid_size {GridSize} is less than 1");
        if (GridRank < 0 || GridRank >= GridSize) throw Broken($"proc_grid_rank {GridRank} is outside of proc_grid_size {GridSize}");
        if (Type == 'b') ReadBlock(extent);
        else if (Type == 'c') ReadCyclic(extent);
        else ReadUnstructured(extent);
    }

    public char Type { get; }

    public long Size { get; }

    public int GridSize { get; } = 1;

    public int GridRank { get; }

    public long Start { get; private set; }

    public long Stop { get; private set; }

    public int BlockSize { get; private set; } = 1;

    public int Left { get; private set; }

    public int Right { get; private set; }

    public bool Periodic { get; private set; }

    public bool OneToOne { get; private set; }

    public long[] Indices { get; private set; } = [];

    /// <summary>The same for the same indices in the same order.</summary>
    public long Fingerprint { get; private set; }

    /// <summary>Padding that copies the neighbour's cells; at the outer ends padding is of the domain itself.</summary>
    public int CommunicationLeft => GridRank > 0 ? Left : 0;

    public int CommunicationRight => GridRank < GridSize - 1 ? Right : 0;

    private void ReadBlock(int extent)
    {
        Start = Number("start");
        Stop = Number("stop");
        if (Start < 0 || Start > Stop || Stop > Size) throw Broken($"0 <= start <= stop <= size does not hold: start {Start}, stop {Stop}, size {Size}");
        if (Stop - Start != extent) throw Broken($"stop - start is {Stop - Start}, but the buffer has {extent}");
        if (GridRank == 0 && Start != 0) throw Broken($"start is {Start} on grid rank 0, where it must be 0");
        Periodic = Flag("periodic");
        if (!_keys.TryGetValue("padding", out object? padding)) return;
        long[] widths = Numbers("padding", padding);
        if (widths.Length != 2 || widths[0] < 0 || widths[1] < 0) throw Broken($"padding is {ShapeText.Of<long>(widths)}, not two widths of 0 or more");
        if (widths[0] > extent || widths[1] > extent - widths[0]) throw Broken($"padding {ShapeText.Of<long>(widths)} is wider than the buffer, which has {extent}");
        (Left, Right) = ((int)widths[0], (int)widths[1]);
    }

    private void ReadCyclic(int extent)
    {
        Start = Number("start");
        BlockSize = _keys.ContainsKey("block_size") ? SmallNumber("block_size") : 1;
        if (BlockSize < 1) throw Broken($"block_size {BlockSize} is less than 1");
        int owned = new BlockCyclicMap(Size, GridSize, BlockSize).LocalSize(GridRank);
        if (Start != (long)GridRank * BlockSize && !(owned == 0 && Start == Size))
            throw Broken($"start is {Start}, but proc_grid_rank * block_size is {(long)GridRank * BlockSize}");
        if (owned != extent) throw Broken($"grid rank {GridRank} owns {owned} of {Size} indices, but the buffer has {extent}");
    }

    private void ReadUnstructured(int extent)
    {
        Indices = Numbers("indices", Required("indices"));
        OneToOne = Flag("one_to_one");
        if (Indices.Length != extent) throw Broken($"there are {Indices.Length} indices, but the buffer has {extent}");
        var seen = new HashSet<long>();
        foreach (long index in Indices)
        {
            Fingerprint = unchecked((Fingerprint ^ (index + 1)) * 0x100000001b3); // as Fowler, Noll and Vo's hash
            if (index < 0 || index >= Size) throw Broken($"index {index} is outside of size {Size}");
            if (!seen.Add(index)) throw Broken($"index {index} is there twice");
        }
    }

    private object Required(string key) => _keys.TryGetValue(key, out object? value) && value is not null ? value : throw Broken($"the key '{key}' is missing");

    private long Number(string key) => Convert(key, Required(key));

    private int SmallNumber(string key) => Number(key) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Broken($"{key} {Number(key)} is too large");

    private bool Flag(string key) => _keys.TryGetValue(key, out object? value) && (value is bool flag ? flag : throw Broken($"{key} is '{value}', not a boolean"));

    private long[] Numbers(string key, object value) => value is IEnumerable items and not string
        ? [.. items.Cast<object>().Select(item => Convert(key, item))]
        : throw Broken($"{key} is '{value}', not a sequence of integers");

    private long Convert(string key, object value)
    {
        if (value is sbyte or byte or short or ushort or int or uint or long or nint) return System.Convert.ToInt64(value is nint native ? (long)native : value, CultureInfo.InvariantCulture);
        throw Broken($"{key} is '{value}', not an integer");
    }

    private ProtocolException Broken(string text) => new($"Distributed Array Protocol, axis {_axis}: {text}.");
}
