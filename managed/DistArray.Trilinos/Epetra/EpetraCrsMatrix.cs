using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A sparse matrix, each row on one rank: <c>Epetra_CrsMatrix</c>.</summary>
/// <remarks>Rows and columns have the global indices of <see cref="EpetraMap"/>s: places in flattened global arrays. The values may be edited in place
/// (<see cref="Values"/>); the next product has the new ones.</remarks>
public sealed unsafe partial class EpetraCrsMatrix : EpetraOperator
{
    private readonly PinnedMemory<double>? _given;
    private readonly PinnedMemory<long>? _rowPointers;
    private readonly long* _pointers;
    private readonly int* _columns;
    private readonly double* _values;
    private readonly int _localEntries;

    private EpetraCrsMatrix(EpetraMap rows, EpetraMap domain, DaTrilinosObject* handle, PinnedMemory<double>? given = null, PinnedMemory<long>? rowPointers = null, bool sharesMemory = true)
        : base(domain, rows)
    {
        Take(handle);
        _given = given;
        _rowPointers = rowPointers;
        SharesMemory = sharesMemory;
        TrilinosCall.Check(NativeEpetra.MatrixArrays(handle, out _pointers, out _columns, out _values, out _, out long entries));
        _localEntries = checked((int)entries);
        TrilinosCall.Check(NativeEpetra.MatrixSize(handle, out long globalRows, out long globalEntries));
        Rows = globalRows;
        Entries = globalEntries;
    }

    /// <summary>Global number of rows.</summary>
    public long Rows { get; }

    /// <summary>Global number of entries.</summary>
    public long Entries { get; }

    /// <summary>Number of this rank's rows.</summary>
    public int LocalRows => Range.LocalSize;

    /// <summary>Number of this rank's entries.</summary>
    public int LocalEntries => _localEntries;

    /// <summary>Whether the matrix works on the values that <see cref="FromRows(EpetraMap, long[], long[], double[], EpetraMap?)"/> was given; false where this version of Trilinos needed a copy.</summary>
    public bool SharesMemory { get; }

    /// <summary>This rank's values, row after row: a view, which may be written.</summary>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks>Local. A span does not keep the matrix alive: do not use it after <see cref="TrilinosObject.Dispose"/>.</remarks>
    public Span<double> Values
    {
        get
        {
            _ = Handle;
            return new Span<double>(_values, _localEntries);
        }
    }

    /// <summary>Where each of this rank's rows begins in <see cref="Values"/>, and the end: a view.</summary>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    public ReadOnlySpan<long> RowPointers
    {
        get
        {
            _ = Handle;
            return new ReadOnlySpan<long>(_pointers, LocalRows + 1);
        }
    }

    /// <summary>The global column of each of <see cref="Values"/>.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks>Local.</remarks>
    public long[] Columns()
    {
        TrilinosCall.Check(NativeEpetra.MatrixColumnMap(Handle, out DaTrilinosObject* map));
        try
        {
            TrilinosCall.Check(NativeEpetra.MapInfo(map, out _, out long count, out _));
            var all = new long[count];
            fixed (long* first = all) TrilinosCall.Check(NativeEpetra.MapIndices(map, first, count));
            var columns = new long[_localEntries];
            for (int i = 0; i < columns.Length; i++) columns[i] = all[_columns[i]];
            return columns;
        }
        finally
        {
            TrilinosCall.Check(NativeTrilinos.ObjectClose(map));
        }
    }

    /// <summary>Size and entries, such as "100 x 100 matrix of 460 entries".</summary>
    public override string ToString() => $"{Rows} x {Domain.Size} matrix of {Entries} entries";

    private protected override void Closed()
    {
        _given?.Dispose();
        _rowPointers?.Dispose();
    }
}
