using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>One or several vectors of a map, over an array's memory or Trilinos' own: a multivector of Tpetra or Epetra.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public abstract unsafe class TrilinosMultiVector<T> : TrilinosObject where T : unmanaged
{
    private T* _pointer;
    private long _stride;
    private MemoryOwner _memory = null!;
    private DistArray<T>? _wrapped; // kept alive
    private IDisposable? _loan;
    private int _columnAxis = -1;   // of the array that is wrapped; -1 where it is one vector
    private bool _hasColumnAxis;    // whether the array of a vector that Trilinos owns has an axis for the columns

    private protected TrilinosMultiVector(ICommunicator communicator) : base(communicator) { }

    /// <summary>Number of columns.</summary>
    public int Columns { get; private set; }

    /// <summary>Which rank has which row.</summary>
    internal TrilinosMap RowMap { get; private set; } = null!;

    /// <summary>The axis of the columns in the array that is wrapped, or in that of <see cref="AsDistArray"/>; -1 where there is none.</summary>
    private protected int ColumnAxis => _wrapped is not null ? _columnAxis : _hasColumnAxis ? RowMap.ToDistribution().NDim : -1;

    /// <summary>The elements as an array over the same memory: a view.</summary>
    /// <returns>The array that was wrapped; of a vector that Trilinos owns, one of the shape of the map's distribution, with a last axis for the columns where
    /// the vector was made with a number of them.</returns>
    /// <exception cref="RankFailedException">Trilinos owns the vector, and its map was made of indices that are not 0 to Size - 1, each on one rank. Use <see cref="LocalView"/>.</exception>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks>Local; <b>Collective</b> where the map was made of indices (<see cref="TrilinosMap.ToDistribution"/>). The array lives as long as the vector's memory.</remarks>
    public DistArray<T> AsDistArray()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (_wrapped is not null) return _wrapped;
        Distribution rows = RowMap.ToDistribution();
        long[] strides = LocalOrder.Strides(rows.LocalShape, RowMap.Order ?? [0]);
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
            return new LocalBlock<T>(_pointer, [RowMap.LocalSize, Columns], [1, _stride], _memory).View;
        }
    }

    /// <summary>Kind and size, such as "a TpetraMultiVector of 100 x 2 Float64".</summary>
    public override string ToString() => $"a {GetType().Name.Split('`')[0]} of {RowMap.Size} x {Columns} {ElementTypes.Of<T>()}";

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

    /// <summary>Reads the memory of an array that is to be wrapped; what is wrong with it on this rank is thrown by the map on all.</summary>
    private protected static VectorMemory<T> MemoryOf(DistArray<T> array, int columnAxis, string kind, Exception? refusal, out Distribution rows, out Exception? failure)
    {
        rows = array.Distribution;
        failure = refusal ?? (columnAxis >= 0 && rows.DimMaps[columnAxis].Parts > 1 ? DividedColumns(rows, columnAxis) : TrilinosMap.Refusal(rows));
        if (failure is not null) return default;
        try
        {
            VectorMemory<T> memory = VectorMemory<T>.Of(array, columnAxis, kind);
            if (columnAxis >= 0) rows = ColumnOf(array, columnAxis, 0).Distribution;
            return memory;
        }
        catch (Exception e)
        {
            failure = e;
            return default;
        }
    }

    /// <summary>Shares an array's memory: sets the map, then has Trilinos' object made, and lends the memory to it.</summary>
    private protected void Share(DistArray<T> array, int columnAxis, in VectorMemory<T> memory, TrilinosMap map)
    {
        _wrapped = array;
        _columnAxis = columnAxis;
        _memory = memory.Owner;
        _pointer = memory.Pointer;
        _stride = memory.Stride;
        Columns = memory.Columns;
        RowMap = map;
        Take(MakeOver(map, _pointer, _stride, Columns));
        CheckAddress();
        _loan = _memory.Lend(ToString());
    }

    /// <summary>Takes over Trilinos' own memory.</summary>
    private protected void Own(TrilinosMap map, DaTrilinosObject* handle, int columns, bool hasColumnAxis)
    {
        Take(handle);
        RowMap = map;
        Columns = columns;
        _hasColumnAxis = hasColumnAxis;
        Data(out void* data, out _stride, out long rows, out _);
        _pointer = (T*)data;
        _memory = new ForeignMemory(data, rows == 0 ? 0 : (((columns - 1) * _stride) + rows) * sizeof(T), GetType().Name, this,
            () => IsDisposed ? "Its vector was disposed of. Dispose of a vector after the last use of its array." : null);
    }

    /// <summary>Makes Trilinos' object over memory.</summary>
    private protected abstract DaTrilinosObject* MakeOver(TrilinosMap map, T* data, long stride, int columns);

    /// <summary>Asks Trilinos where the elements are.</summary>
    private protected abstract void Data(out void* data, out long stride, out long rows, out int columns);

    /// <summary>One column of an array.</summary>
    private protected static DistArray<T> ColumnOf(DistArray<T> array, int axis, int column)
    {
        var indices = new AxisIndex[axis + 1];
        indices.AsSpan().Fill(..);
        indices[axis] = column;
        return array[indices];
    }

    private protected override void Closed() => _loan?.Dispose();

    /// <summary>A multivector's columns cannot be on several ranks.</summary>
    internal static NotSupportedException DividedColumns(Distribution distribution, int axis) => new(
        $"Axis {axis} of {distribution} counts the columns of a multivector, but is divided over ranks. Each rank needs its rows of all columns: Redistribute the array.");

    private void CheckAddress()
    {
        Data(out void* data, out long stride, out long rows, out int columns);
        if (data != _pointer || rows != RowMap.LocalSize || columns != Columns || (columns > 1 && rows > 0 && stride != _stride))
            throw new TrilinosException($"Trilinos keeps {rows} x {columns} elements at 0x{(nint)data:x}, {stride} apart, but the array has {RowMap.LocalSize} x {Columns} at 0x{(nint)_pointer:x}, {_stride} apart: it does not share memory.");
    }
}
