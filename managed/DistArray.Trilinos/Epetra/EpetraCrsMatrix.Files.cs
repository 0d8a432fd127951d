using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.Trilinos;

public sealed unsafe partial class EpetraCrsMatrix
{
    /// <summary>Reads a file in the Matrix Market exchange format.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="path">The file: real, integer or pattern; general, symmetric or skew-symmetric; sparse or dense.</param>
    /// <param name="rows">Which rank gets which row; shared out evenly if null.</param>
    /// <param name="domain">Which rank has which element of the vectors that the matrix takes; as the rows where the matrix is square, else shared out evenly, if null.</param>
    /// <returns>A matrix that the caller disposes of.</returns>
    /// <exception cref="RankFailedException">On several ranks: the file cannot be read, or is no such file; the inner exception of rank 0 is the one below.</exception>
    /// <exception cref="IOException">On one rank: it cannot be read.</exception>
    /// <exception cref="InvalidDataException">On one rank: it is no such file, or of complex numbers; the text names the line.</exception>
    /// <exception cref="ArgumentException">A map has not as many indices as the matrix rows or columns.</exception>
    /// <remarks><b>Collective.</b> Rank 0 reads the file, and holds all of it for a while.</remarks>
    public static EpetraCrsMatrix ReadMatrixMarket(ICommunicator communicator, string path, EpetraMap? rows = null, EpetraMap? domain = null)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        MatrixMarketReader? file = null;
        Exception? failure = null;
        try
        {
            if (communicator.Rank == 0) file = MatrixMarketReader.Read(path);
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(communicator, failure);
        long[] size = [file?.Rows ?? 0, file?.Columns ?? 0];
        communicator.Broadcast<long>(size, 0);
        rows ??= EpetraMap.Uniform(communicator, size[0]);
        domain ??= size[0] == size[1] ? rows : EpetraMap.Uniform(communicator, size[1]);
        if (rows.Size != size[0] || domain.Size != size[1])
            throw new ArgumentException($"{path} has {size[0]} rows and {size[1]} columns, but the maps have {rows.Size} and {domain.Size} indices.");
        return FromTriplets(rows, CollectionsMarshal.AsSpan(file?.I), CollectionsMarshal.AsSpan(file?.J), CollectionsMarshal.AsSpan(file?.Values), domain);
    }

    /// <summary>Writes the matrix in the Matrix Market exchange format: coordinate, real, general.</summary>
    /// <param name="path">The file; one that is there is replaced when the new one is complete.</param>
    /// <exception cref="RankFailedException">On several ranks: the file cannot be written.</exception>
    /// <exception cref="IOException">On one rank: the file cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b> Rank 0 writes, the entries of the ranks one after another. Values come back with the same bits.</remarks>
    public void WriteMatrixMarket(string path)
    {
        long[] rows = Range.Indices(), columns = Columns();
        var lines = new StringBuilder();
        for (int row = 0; row < rows.Length; row++)
            for (long k = _pointers[row]; k < _pointers[row + 1]; k++)
                lines.Append(CultureInfo.InvariantCulture, $"{rows[row] + 1} {columns[k] + 1} {_values[k]:R}\n");
        MatrixMarketWriter.Write(Communicator, path, $"%%MatrixMarket matrix coordinate real general\n{Rows} {Domain.Size} {Entries}\n", lines.ToString());
    }
}
