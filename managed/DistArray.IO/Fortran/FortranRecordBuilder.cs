namespace DistArray.IO;

/// <summary>Collects what goes into one record, as the list of a Fortran <c>write</c>.</summary>
public sealed class FortranRecordBuilder
{
    internal FortranRecordBuilder()
    {
    }

    internal List<RecordItem> Items { get; } = [];

    /// <summary>Adds a value, the same on every rank.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public FortranRecordBuilder Add<T>(T value) where T : unmanaged => AddValues<T>([value]);

    /// <summary>Adds values, the same on every rank.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="values">The values; copied.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public FortranRecordBuilder AddValues<T>(params ReadOnlySpan<T> values) where T : unmanaged
    {
        _ = ElementTypes.Of<T>();
        Items.Add(new ValuesItem<T>(values.ToArray()));
        return this;
    }

    /// <summary>Adds an array of any distribution; it must stay as it is until the record is written.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array, over the ranks of the file; halos are not written.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <returns>This builder.</returns>
    public FortranRecordBuilder Add<T>(DistArray<T> array, MemoryOrder fileOrder = MemoryOrder.ColumnMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Items.Add(new ArrayItem<T>(array, fileOrder));
        return this;
    }
}
