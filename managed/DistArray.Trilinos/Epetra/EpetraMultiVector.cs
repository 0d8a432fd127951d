using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>One or several vectors of doubles of a map, over an array's memory or Trilinos' own: <c>Epetra_MultiVector</c>.</summary>
public sealed unsafe partial class EpetraMultiVector : TrilinosMultiVector<double>
{
    private readonly bool _ownsMap;

    internal EpetraMultiVector(DistArray<double> array, int columnAxis, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        VectorMemory<double> memory = MemoryOf(array, columnAxis, nameof(EpetraMultiVector), null, out Distribution rows, out Exception? failure);
        Share(array, columnAxis, memory, EpetraMap.Of(rows, memory.Order, numbering, failure));
    }

    /// <summary>All of an array's memory, its halo included.</summary>
    internal EpetraMultiVector(DistArray<double> array, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        long[] indices = [];
        VectorMemory<double> memory = default;
        Exception? failure = null;
        try
        {
            if (TrilinosMap.Refusal(array.Distribution) is { } refusal) throw refusal;
            memory = VectorMemory<double>.WithHalo(array);
            indices = HaloNumbering.Stored(array.Distribution, memory.Order, numbering);
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(Communicator, failure);
        Share(array, -1, memory, EpetraMap.Overlapping(Communicator, indices));
        _ownsMap = true;
    }

    internal EpetraMultiVector(EpetraMap map, int columns, bool isVector) : base(map.Communicator)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(map.Communicator, () => TrilinosCall.Check(NativeEpetra.VectorCreate(map.Handle, columns, out handle)));
        Own(map, handle, columns, hasColumnAxis: !isVector);
    }

    /// <summary>Which rank has which row.</summary>
    public EpetraMap Map => (EpetraMap)RowMap;

    /// <summary>Gives an array to Trilinos as a multivector. Nothing is copied: both see what either writes.</summary>
    /// <param name="array">The array; one of its axes, which must not be divided, counts the columns. It outlives the multivector.</param>
    /// <param name="columnAxis">The axis of the columns: the last one by default, as in column-major arrays of shape (rows, columns). Row-major arrays of shape (columns, rows) have 0.</param>
    /// <param name="numbering">How the global array of a column's elements is flattened to indices.</param>
    /// <returns>A multivector over the array's memory; the padding between columns may be of any size up to 2^31 - 1 elements.</returns>
    /// <exception cref="NotSupportedException">The memory of a column has gaps, the column axis is divided, or several ranks hold the same elements.</exception>
    /// <exception cref="AxisOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b> Computes a pending array. Thrown on every rank alike.</remarks>
    public static EpetraMultiVector Wrap(DistArray<double> array, int columnAxis = -1, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(array);
        int axis = columnAxis < 0 ? columnAxis + array.NDim : columnAxis;
        if ((uint)axis >= (uint)array.NDim) throw new AxisOutOfRangeException(columnAxis, array.NDim);
        return new EpetraMultiVector(array, axis, numbering);
    }

    /// <summary>Makes a multivector of zeros whose memory is Trilinos' own.</summary>
    /// <param name="map">Its rows.</param>
    /// <param name="columns">Number of columns, 1 or more.</param>
    /// <returns>A multivector; <see cref="TrilinosMultiVector{T}.AsDistArray"/> shows its elements.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraMultiVector Create(EpetraMap map, int columns)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return new EpetraMultiVector(map, columns, isVector: false);
    }

    /// <summary>One column as a vector over the same memory.</summary>
    /// <param name="column">Column, 0 to Columns - 1.</param>
    /// <returns>A vector that the caller disposes of, before this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public EpetraMultiVector Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        DistArray<double> array = AsDistArray();
        return new EpetraMultiVector(ColumnAxis < 0 ? array : ColumnOf(array, ColumnAxis, column), -1, Map.Numbering);
    }

    private protected override DaTrilinosObject* MakeOver(TrilinosMap map, double* data, long stride, int columns)
    {
        TrilinosCall.Check(NativeEpetra.VectorWrap(map.Handle, data, stride, columns, out DaTrilinosObject* handle));
        return handle;
    }

    private protected override void Data(out void* data, out long stride, out long rows, out int columns)
    {
        TrilinosCall.Check(NativeEpetra.VectorData(Handle, out double* pointer, out stride, out rows, out columns));
        data = pointer;
    }

    private protected override void Closed()
    {
        base.Closed();
        if (_ownsMap) Map.Dispose();
    }
}
