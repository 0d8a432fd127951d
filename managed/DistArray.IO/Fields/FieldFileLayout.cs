using System.Collections;

namespace DistArray.IO;

/// <summary>What a code leaves behind, in words: the records of a file and the fields and values in them, in order. The same on every rank.</summary>
/// <remarks>
/// <para>Each <see cref="Add"/> is a record, of one item or of several; in a stream file, which has none, the items follow each other.</para>
/// <code>
/// var layout = new FieldFileLayout(FortranFormat.Sequential(ByteOrder.BigEndian))
/// {
///     { FieldItem.Value&lt;int&gt;("step"), FieldItem.Value&lt;double&gt;("time") },   // write(unit) step, time
///     FieldItem.Field&lt;double&gt;("u", [nx, ny, nz], haloLow: [1, 1, 1]),          // write(unit) u
///     FieldItem.Slices&lt;float&gt;("p", [nx, ny, nz]),                              // write(unit) p(:,:,k), for every k
/// };
/// </code>
/// </remarks>
public sealed class FieldFileLayout : IEnumerable<FieldItem>
{
    private readonly List<FieldItem[]> _records = [];

    /// <summary>Starts a description.</summary>
    /// <param name="format">Form of the file.</param>
    public FieldFileLayout(FortranFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Format = format;
    }

    /// <summary>Form of the file.</summary>
    public FortranFormat Format { get; }

    internal IReadOnlyList<FieldItem[]> Records => _records;

    /// <summary>Adds a record with its items.</summary>
    /// <param name="record">What is in it; a field in slices stands alone.</param>
    /// <exception cref="ArgumentException">A name is there already, or slices share a record.</exception>
    public void Add(params FieldItem[] record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Length > 1 && record.Any(item => item.IsSlices))
            throw new ArgumentException($"{record.First(item => item.IsSlices).Name} has a record for every slice, so that nothing else is in them. Add it alone.");
        foreach (FieldItem item in record)
        {
            if (item.Name.Length > 0 && (this.Any(other => other.Name == item.Name) || record.Count(other => other.Name == item.Name) > 1))
                throw new ArgumentException($"There are two items named {item.Name}. Give them different names.");
        }
        _records.Add([.. record]);
    }

    /// <summary>All items in the order of the file.</summary>
    public IEnumerator<FieldItem> GetEnumerator() => _records.SelectMany(record => record).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Item of a name.</summary>
    internal FieldItem Find(string name, ElementType type, bool isField)
    {
        FieldItem item = this.FirstOrDefault(item => item.Name == name && name.Length > 0)
            ?? throw new ArgumentException($"The layout has no item named {name}; it has {string.Join(", ", this.Where(item => item.Name.Length > 0).Select(item => item.Name))}.");
        if (item.IsField != isField)
            throw new ArgumentException($"{name} is {(item.IsField ? "a field: read and write it as an array" : "no field: read and write it as values")}.");
        if (item.ElementType != type)
            throw new ArgumentException($"{name} has elements of {ElementTypes.NameOf(item.ElementType)}, not {ElementTypes.NameOf(type)}. Use the type of the layout.");
        return item;
    }

    /// <summary>Lengths of the records, in order; of direct access without what fills them up.</summary>
    internal IEnumerable<(long Length, FieldItem[] Items)> Lengths() => Format.Access == FortranAccess.Stream
        ? [(this.Sum(item => item.ByteCount), [.. this])]
        : _records.SelectMany(RecordsOf);

    /// <summary>The layout in words, the same on every rank.</summary>
    public override string ToString() => $"{Format}: {string.Join("; ", _records.Select(record => string.Join(" + ", record.Select(item => item.Text))))}";

    private static IEnumerable<(long, FieldItem[])> RecordsOf(FieldItem[] record)
    {
        if (record is not [{ IsSlices: true } item])
            return [(record.Sum(part => part.ByteCount), record)];
        (long count, long bytes) = IO.Slices.Of(item.StoredShape, ElementTypes.SizeOf(item.ElementType), item.Order);
        return Enumerable.Range(0, checked((int)count)).Select(_ => (bytes, record));
    }
}
