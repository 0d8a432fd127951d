using System.Globalization;
using System.Text;

namespace DistArray.IO;

/// <summary>One file of a set: the part of an array that a process of the older system, or a rank, had.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Axes">What it owns.</param>
/// <param name="Header">Header of its buffer.</param>
/// <param name="BufferOffset">Where that header begins.</param>
internal sealed record DnpyPiece(string Path, DnpyAxis[] Axes, NpyHeader Header, long BufferOffset)
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'D', (byte)'A', (byte)'R', (byte)'R', (byte)'Y'];

    /// <summary>Bytes before the first element.</summary>
    public long DataOffset => BufferOffset + Header.DataOffset;

    /// <summary>Files that the set has; where these are more than any set has, a number above <see cref="DnpySet.MostPieces"/>.</summary>
    public long Pieces => Axes.Aggregate(1L, (pieces, axis) => pieces > DnpySet.MostPieces ? pieces : pieces * axis.Parts);

    /// <summary>Reads the headers of a file.</summary>
    /// <param name="path">Its name, for errors.</param>
    /// <param name="length">Its length.</param>
    /// <param name="get">Gets its bytes.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has.</exception>
    public static DnpyPiece Decode(string path, long length, BytesFromFile get)
    {
        try
        {
            (Version version, object literal, int end) = NpyFormat.Unframe(Magic, "a file of DistArray for Python (.dnpy)", length, get);
            if (version.Major != 1)
                throw new NotSupportedException($"{path} cannot be read: it has version {version} of the format, and 1.0 is known.");
            if (literal is not Dictionary<string, object> { Count: 2 } keys || !keys.TryGetValue("__version__", out object? protocol) || !keys.TryGetValue("dim_data", out object? dimData))
                throw new InvalidDataException("its header has other keys than __version__ and dim_data");
            NpyHeader header = NpyFormat.Decode($"The buffer in {path}", length - end, (offset, bytes) => get(end + offset, bytes));
            if (header.DataOffset + header.DataBytes != length - end)
                throw new InvalidDataException($"its buffer is {header}, and there are {length - end - header.DataOffset} bytes of it");
            return new DnpyPiece(path, ReadAxes(protocol, dimData, header), header, end);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path} is damaged or no file of DistArray for Python: {e.Message}.", e);
        }
    }

    /// <summary>The header of a file.</summary>
    /// <param name="dimData">The protocol's dictionaries.</param>
    /// <exception cref="NotSupportedException">It is longer than the format allows.</exception>
    public static byte[] Encode(IReadOnlyList<IReadOnlyDictionary<string, object>> dimData)
    {
        string axes = string.Join(", ", dimData.Select(axis => $"{{{string.Join(", ", axis.Select(key => $"'{key.Key}': {Literal(key.Value)}"))}}}"));
        string text = $"{{'__version__': '{DistributedArrayProtocol.Version}', 'dim_data': ({axes}{(dimData.Count == 1 ? "," : "")}), }}";
        try
        {
            return NpyFormat.Frame(Magic, text);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"A part with so many listed indices cannot be written: {e.Message}. Redistribute the array to blocks.", e);
        }
    }

    private static DnpyAxis[] ReadAxes(object protocol, object dimData, NpyHeader header)
    {
        if (protocol is not string version || dimData is not object[] items || !items.All(item => item is Dictionary<string, object>))
            throw new InvalidDataException("__version__ is no text, or dim_data no tuple of dictionaries");
        var axes = new Dictionary<string, object>[items.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            axes[axis] = (Dictionary<string, object>)items[axis];
            // What is not distributed has had a letter of its own.
            if (axes[axis].TryGetValue("dist_type", out object? code) && code is "n")
                axes[axis].Clear();
        }
        foreach (long extent in header.Shape)
        {
            if (extent > int.MaxValue)
                throw new InvalidDataException($"its buffer has {extent} cells along an axis, more than a part can");
        }
        try
        {
            DistributedArrayProtocol.Validate(version, Array.ConvertAll(header.Shape.ToArray(), extent => (int)extent), axes);
        }
        catch (Exception e) when (e is ProtocolException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException(e.Message.TrimEnd('.'), e);
        }
        return [.. axes.Select((keys, axis) => DnpyAxis.Of(keys, header.Shape[axis]))];
    }

    private static string Literal(object value) => value switch
    {
        string text => $"'{text}'",
        bool flag => flag ? "True" : "False",
        long[] indices => Sequence(indices),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Sequence(long[] indices)
    {
        var text = new StringBuilder("[");
        text.AppendJoin(", ", indices);
        return text.Append(']').ToString();
    }
}
