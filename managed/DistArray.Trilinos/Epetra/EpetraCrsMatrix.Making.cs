using DistArray.Bindings;

namespace DistArray.Trilinos;

public sealed unsafe partial class EpetraCrsMatrix
{
    /// <summary>Makes a matrix of triplets.</summary>
    /// <param name="rows">Which rank has which row, and which element of the results.</param>
    /// <param name="i">Global row of each of this rank's triplets, of any rows.</param>
    /// <param name="j">Global column of each.</param>
    /// <param name="values">Value of each. Those of one place are added, whichever ranks bring them: own ones first, then in the order of the ranks.</param>
    /// <param name="domain">Which rank has which element of the vectors that the matrix takes; as <paramref name="rows"/> if null.</param>
    /// <returns>A matrix that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The spans have different lengths, or an index is in no map; thrown on every rank alike.</exception>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b> Triplets go to the rank that has their row; fastest where they are there already.</remarks>
    public static EpetraCrsMatrix FromTriplets(EpetraMap rows, ReadOnlySpan<long> i, ReadOnlySpan<long> j, ReadOnlySpan<double> values, EpetraMap? domain = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        DaTrilinosObject* handle = null;
        Exception? failure = i.Length == j.Length && i.Length == values.Length ? null
            : new ArgumentException($"A matrix of triplets: there are {i.Length} rows, {j.Length} columns and {values.Length} values. Give one each a triplet.");
        TrilinosCall.Agree(rows.Communicator, failure);
        fixed (long* row = i, column = j)
        fixed (double* value = values)
        {
            long* r = row, c = column;
            double* v = value;
            int count = i.Length;
            TrilinosCall.Together(rows.Communicator, () => TrilinosCall.Check(NativeEpetra.MatrixFromTriplets(rows.Handle, (domain ?? rows).Handle, count, r, c, v, out handle)));
        }
        return new EpetraCrsMatrix(rows, domain ?? rows, handle);
    }

    /// <summary>Makes a matrix of this rank's rows over the values of an array, which stays where it is: both see what either writes.</summary>
    /// <param name="rows">Which rank has which row, and which element of the results.</param>
    /// <param name="rowPointers">Where each of this rank's rows begins in the other two arrays, and the end: one more than the rank has rows. Not copied.</param>
    /// <param name="columns">Global columns, none twice in a row. The entries of each row are put into the matrix' order here.</param>
    /// <param name="values">Values. They are put into the same order, and are the matrix' values from then on: <see cref="SharesMemory"/>.</param>
    /// <param name="domain">Which rank has which element of the vectors that the matrix takes; as <paramref name="rows"/> if null.</param>
    /// <returns>A matrix that the caller disposes of; until then the arrays are pinned.</returns>
    /// <exception cref="ArgumentException">The arrays do not fit together, a column is in no map, or twice in a row; thrown on every rank alike.</exception>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraCrsMatrix FromRows(EpetraMap rows, long[] rowPointers, long[] columns, double[] values, EpetraMap? domain = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TrilinosCall.Agree(rows.Communicator, Problem(rows, rowPointers, columns, values));
        var given = new PinnedMemory<double>(values);
        var pointers = new PinnedMemory<long>(rowPointers);
        try
        {
            DaTrilinosObject* handle = null;
            int shares = 0;
            fixed (long* column = columns)
            {
                long* c = column;
                TrilinosCall.Together(rows.Communicator, () => TrilinosCall.Check(
                    NativeEpetra.MatrixFromRows(rows.Handle, (domain ?? rows).Handle, (long*)pointers.Pointer, c, (double*)given.Pointer, out shares, out handle)));
            }
            return new EpetraCrsMatrix(rows, domain ?? rows, handle, given, pointers, shares != 0);
        }
        catch
        {
            given.Dispose();
            pointers.Dispose();
            throw;
        }
    }

    /// <summary>Makes the matrix that applies a stencil to an array.</summary>
    /// <param name="distribution">Which rank owns which element of the arrays, and which axes are periodic.</param>
    /// <param name="stencil">Neighbours and their coefficients. Neighbours beyond the end of an axis that is not periodic are left out: they are 0.</param>
    /// <param name="order">Which index varies fastest in the arrays' memory.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>A matrix that the caller disposes of, for vectors of arrays of this distribution and order.</returns>
    /// <exception cref="ArgumentException">The stencil has another number of axes.</exception>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraCrsMatrix FromStencil(Distribution distribution, Stencil stencil, MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(stencil);
        EpetraMap map = EpetraMap.Of(distribution, order, numbering);
        long[] rowPointers = [], columns = [];
        double[] values = [];
        TrilinosCall.Together(map.Communicator, () => (rowPointers, columns, values) = StencilRows.Of(distribution, stencil, map));
        // The columns of a small periodic axis may coincide: triplets add them.
        var rows = new long[columns.Length];
        long[] indices = map.Indices();
        for (int row = 0; row < indices.Length; row++) rows.AsSpan((int)rowPointers[row], (int)(rowPointers[row + 1] - rowPointers[row])).Fill(indices[row]);
        return FromTriplets(map, rows, columns, values);
    }

    private static ArgumentException? Problem(EpetraMap rows, long[]? rowPointers, long[]? columns, double[]? values)
    {
        if (rowPointers is null || columns is null || values is null) return new ArgumentNullException(rowPointers is null ? nameof(rowPointers) : columns is null ? nameof(columns) : nameof(values));
        if (rowPointers.Length != rows.LocalSize + 1)
            return new ArgumentException($"A matrix of {rows.LocalSize} rows of this rank has {rows.LocalSize + 1} row pointers, not {rowPointers.Length}.", nameof(rowPointers));
        if (columns.Length != values.Length || rowPointers[^1] != values.Length)
            return new ArgumentException($"The last row ends at {rowPointers[^1]}, but there are {columns.Length} columns and {values.Length} values. All three are the same.", nameof(values));
        return null;
    }
}
