using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>One or several vectors of a map, over an array's memory or Trilinos' own: <c>Tpetra::MultiVector</c>.</summary>
/// <typeparam name="T">double, int or long.</typeparam>
public sealed unsafe class TpetraMultiVector<T> : TrilinosMultiVector<T> where T : unmanaged
{
    private readonly bool _ownsMap;

    internal TpetraMultiVector(DistArray<T> array, int columnAxis, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        VectorMemory<T> memory = MemoryOf(array, columnAxis, "TpetraMultiVector", ScalarRefusal(), out Distribution rows, out Exception? failure);
        Share(array, columnAxis, memory, TpetraMap.Of(rows, memory.Order, numbering, failure));
    }

    /// <summary>All of an array's memory, its halo included.</summary>
    internal TpetraMultiVector(DistArray<T> array, MemoryOrder numbering) : base(array.Distribution.Communicator)
    {
        long[] indices = [];
        VectorMemory<T> memory = default;
        Exception? failure = null;
        try
        {
            if ((ScalarRefusal() ?? TrilinosMap.Refusal(array.Distribution)) is { } refusal) throw refusal;
            memory = VectorMemory<T>.WithHalo(array);
            indices = HaloNumbering.Stored(array.Distribution, memory.Order, numbering);
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(Communicator, failure);
        Share(array, -1, memory, TpetraMap.Overlapping(Communicator, indices));
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
        Own(map, handle, columns, hasColumnAxis: !isVector);
    }

    /// <summary>Takes over a multivector that Trilinos made.</summary>
    internal TpetraMultiVector(TpetraMap map, DaTrilinosObject* handle, int columns) : base(map.Communicator) => Own(map, handle, columns, hasColumnAxis: true);

    /// <summary>Which rank has which row.</summary>
    public TpetraMap Map => (TpetraMap)RowMap;

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
        return new TpetraMultiVector<T>(ColumnAxis < 0 ? array : ColumnOf(array, ColumnAxis, column), -1, Map.Numbering);
    }

    private protected override DaTrilinosObject* MakeOver(TrilinosMap map, T* data, long stride, int columns)
    {
        TrilinosCall.Check(NativeTpetra.VectorWrap(map.Handle, (int)ElementTypes.Of<T>(), data, stride, columns, out DaTrilinosObject* handle));
        return handle;
    }

    private protected override void Data(out void* data, out long stride, out long rows, out int columns)
    {
        void* pointer;
        TrilinosCall.Check(NativeTpetra.VectorData(Handle, out pointer, out stride, out rows, out columns));
        data = pointer;
    }

    private protected override void Closed()
    {
        base.Closed();
        if (_ownsMap) Map.Dispose();
    }

    private static NotSupportedException? ScalarRefusal() => typeof(T) == typeof(double) || typeof(T) == typeof(int) || typeof(T) == typeof(long) ? null
        : new NotSupportedException($"This Tpetra has vectors of double, int and long, not of {typeof(T).Name}. "
            + (ElementTypes.Of<T>() is ElementType.Complex128 ? "Share the real and imaginary parts with TpetraVector.WrapReal." : "Convert the array with AsType<double>()."));
}
