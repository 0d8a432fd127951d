using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>One or several vectors of a map, over an array's memory or Trilinos' own: <c>Tpetra::MultiVector</c>.</summary>
/// <typeparam name="T">double, int or long.</typeparam>
public sealed unsafe class TpetraMultiVector<T> : TrilinosObject where T : unmanaged
{
    private readonly bool _hasColumnAxis; // of a vector that Trilinos owns
    private readonly int _columnAxis; // -1 where the array is one vector
    private readonly MemoryOwner _memory;
    private readonly IDisposable? _loan;
    private readonly long _stride;
    private readonly object? _keepAlive;
    private readonly T* _pointer;
    private readonly bool _ownsMap;

    internal TpetraMultiVector(DistArray<T> array, int columnAxis, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        VectorMemory<T> memory = default;
        Distribution rows = array.Distribution;
        Exception? failure = null;
        try
        {
            failure = ScalarRefusal() ?? (columnAxis >= 0 && array.Distribution.DimMaps[columnAxis].Parts > 1 ? TpetraMultiVector.DividedColumns(array.Distribution, columnAxis) : TpetraMap.Refusal(array.Distribution));
            if (failure is null)
            {
                memory = VectorMemory<T>.Of(array, columnAxis, "TpetraMultiVector");
                if (columnAxis >= 0) rows = RowsOf(array, columnAxis);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }
        Map = TpetraMap.Of(rows, memory.Order, numbering, failure);
        _columnAxis = columnAxis;
        _memory = memory.Owner;
        _pointer = memory.Pointer;
        _stride = memory.Stride;
        _keepAlive = array;
        Columns = memory.Columns;
        TrilinosCall.Check(NativeTpetra.VectorWrap(Map.Handle, (int)ElementTypes.Of<T>(), _pointer, _stride, Columns, out DaTrilinosObject* handle));
        Take(handle);
        CheckAddress();
        _loan = _memory.Lend(ToString());
    }

    /// <summary>All of an array's memory, its halo included.</summary>
    internal TpetraMultiVector(DistArray<T> array, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        long[] indices = [];
        LocalBlock<T>? block = null;
        Exception? failure = null;
        try
        {
            if ((ScalarRefusal() ?? TpetraMap.Refusal(array.Distribution)) is { } refusal) throw refusal;
            block = array.Block;
            int[] order = LocalOrder.Of(block.Shape, block.Strides) ?? throw new NotSupportedException("The array's memory has gaps beyond its halo. Copy it with CopyToTpetra.");
            indices = HaloNumbering.Stored(array.Distribution, order, numbering);
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(Communicator, failure);
        Map = TpetraMap.Overlapping(Communicator, indices);
        _columnAxis = -1;
        _memory = block!.Owner;
        _pointer = indices.Length > 0 ? block.Pointer : null;
        _stride = indices.Length;
        _keepAlive = array;
        Columns = 1;
        TrilinosCall.Check(NativeTpetra.VectorWrap(Map.Handle, (int)ElementTypes.Of<T>(), _pointer, _stride, 1, out DaTrilinosObject* handle));
        Take(handle);
        CheckAddress();
        _loan = _memory.Lend(ToString());
        _ownsMap = true;
    }

    internal TpetraMultiVector(TpetraMap map, int columns, bool isVector) : base(map.Communicator)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(map.Communicator, () =>
        {
            if (ScalarRefusal() is { } refusal) throw refusal;
            TrilinosCall.Check(NativeTpetra.VectorCreate(map.Handle, (int)ElementTypes.Of<T>(), columns, out handle));
        });
        Take(handle);
        Map = map;
        Columns = columns;
        _columnAxis = -1;
        _hasColumnAxis = !isVector;
        TrilinosCall.Check(NativeTpetra.VectorData(handle, out void* data, out _stride, out long count, out _));
        _pointer = (T*)data;
        _memory = new ForeignMemory(data, count == 0 ? 0 : (((columns - 1) * _stride) + count) * sizeof(T), "TpetraMultiVector", this, () => IsDisposed ? "Its vector was disposed of. Dispose of a vector after the last use of its array." : null);
    }

    /// <summary>Which rank has which row.</summary>
    public TpetraMap Map { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The elements as an array over the same memory: a view.</summary>
    /// <returns>The array that was wrapped, or an equal one; of a vector that Trilinos owns, one of the shape of the map's distribution, with a last axis for the columns where
    /// the vector was made with a number of them.</returns>
    /// <exception cref="RankFailedException">Trilinos owns the vector, and its map was made of indices that are not 0 to Size - 1, each on one rank. Use <see cref="LocalView"/>.</exception>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks>Local; <b>Collective</b> where the map was made of indices (<see cref="TpetraMap.ToDistribution"/>). The array lives as long as the vector's memory.</remarks>
    public DistArray<T> AsDistArray()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (_keepAlive is DistArray<T> wrapped) return wrapped;
        Distribution rows = Map.ToDistribution();
        long[] strides = LocalOrder.Strides(rows.LocalShape, Map.Order ?? [0]);
        return _hasColumnAxis
            ? DistArray<T>.Wrap(rows.InsertAxis(rows.NDim, Columns), new LocalBlock<T>(_pointer, [.. rows.LocalShape, Columns], [.. strides, _stride], _memory))
            : DistArray<T>.Wrap(rows, new LocalBlock<T>(_pointer, rows.LocalShape, strides, _memory));
    }

    /// <summary>This rank's elements in the order of memory, of shape (rows, columns): a view.</summary>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks>Local. Counts as a write: pending arrays that read the memory are computed before.</remarks>
    public LocalView<T> LocalView
    {
        get
        {
            ForWrite();
            return new LocalBlock<T>(_pointer, [Map.LocalSize, Columns], [1, _stride], _memory).View;
        }
    }

    /// <summary>One column as a vector over the same memory.</summary>
    /// <param name="column">Column, 0 to Columns - 1.</param>
    /// <returns>A vector that the caller disposes of, before this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public TpetraMultiVector<T> Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        DistArray<T> array = AsDistArray();
        return new TpetraMultiVector<T>(_columnAxis >= 0 ? ColumnOf(array, _columnAxis, column) : _hasColumnAxis ? ColumnOf(array, array.NDim - 1, column) : array, -1, Map.Numbering);
    }

    /// <summary>Scalars and size, such as "TpetraMultiVector of 100 x 2 float64".</summary>
    public override string ToString() => $"a TpetraMultiVector of {Map.Size} x {Columns} {ElementTypes.Of<T>()}";

    /// <summary>Trilinos' object, to be read; pending elements are there.</summary>
    internal DaTrilinosObject* ForRead()
    {
        DaTrilinosObject* handle = Handle;
        _memory.ThrowIfInvalid();
        return handle;
    }

    /// <summary>Trilinos' object, to be written: pending arrays that read the memory are computed before.</summary>
    internal DaTrilinosObject* ForWrite()
    {
        DaTrilinosObject* handle = ForRead();
        _memory.BeforeWrite();
        return handle;
    }

    private protected override void Closed()
    {
        _loan?.Dispose();
        if (_ownsMap) Map.Dispose();
    }

    private static NotSupportedException? ScalarRefusal() => typeof(T) == typeof(double) || typeof(T) == typeof(int) || typeof(T) == typeof(long) ? null
        : new NotSupportedException($"This Tpetra has vectors of double, int and long, not of {typeof(T).Name}. "
            + (ElementTypes.Of<T>() is ElementType.Complex128 ? "Share the real and imaginary parts with TpetraVector.WrapReal." : "Convert the array with AsType<double>()."));

    private static Distribution RowsOf(DistArray<T> array, int axis) => ColumnOf(array, axis, 0).Distribution;

    private static DistArray<T> ColumnOf(DistArray<T> array, int axis, int column)
    {
        var indices = new AxisIndex[axis + 1];
        indices.AsSpan().Fill(..);
        indices[axis] = column;
        return array[indices];
    }

    private void CheckAddress()
    {
        TrilinosCall.Check(NativeTpetra.VectorData(Handle, out void* data, out long stride, out long rows, out int columns));
        if (data != _pointer || rows != Map.LocalSize || columns != Columns || (columns > 1 && rows > 0 && stride != _stride))
            throw new TrilinosException($"Tpetra keeps {rows} x {columns} elements at 0x{(nint)data:x}, {stride} apart, but the array has {Map.LocalSize} x {Columns} at 0x{(nint)_pointer:x}, {_stride} apart: this Tpetra does not share memory.");
    }
}
