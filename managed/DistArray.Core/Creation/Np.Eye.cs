namespace DistArray;

public static unsafe partial class Np
{
    /// <summary>A matrix of ones on a diagonal and zeros elsewhere.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="n">Number of rows.</param>
    /// <param name="m">Number of columns; as many as rows if null.</param>
    /// <param name="k">Which diagonal: 0 is the main one, positive ones lie above it.</param>
    /// <param name="codes">How the axes are distributed.</param>
    /// <returns>A new array of shape (n, m).</returns>
    /// <remarks>Local. As numpy.eye.</remarks>
    public static DistArray<T> Eye<T>(ICommunicator communicator, long n, long? m = null, long k = 0, string codes = "bn") where T : unmanaged =>
        Eye<T>(new Distribution(communicator, [n, m ?? n], codes), k);

    /// <summary>A matrix of ones on a diagonal and zeros elsewhere, in a distribution of one's choice.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, of two dimensions, and which rank owns which element.</param>
    /// <param name="k">Which diagonal: 0 is the main one, positive ones lie above it.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The shape has not two dimensions.</exception>
    /// <remarks>Local. As numpy.eye.</remarks>
    public static DistArray<T> Eye<T>(Distribution distribution, long k = 0, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (distribution.NDim != 2) throw new ShapeMismatchException($"Eye: a matrix has two dimensions, but the distribution is of shape {ShapeText.Of(distribution.Shape)}.");
        DistArray<T> array = Zeros<T>(distribution, order);
        if (distribution.LocalSize == 0) return array;
        LocalView<T> view = array.LocalView;
        T one = ElementValues.One<T>();
        DimMap columns = distribution.DimMaps[1];
        foreach (IndexRun run in distribution.DimMaps[0].Runs(distribution.GridCoordinates[0]))
        {
            for (int i = 0; i < run.Count; i++)
            {
                long column = run.GlobalStart + i + k;
                if (column >= 0 && column < columns.Size && columns.TryGetLocal(distribution.GridCoordinates[1], column, out int local)) view[run.LocalStart + i, local] = one;
            }
        }
        return array;
    }

    /// <summary>The square matrix of ones on the main diagonal and zeros elsewhere.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="n">Number of rows and columns.</param>
    /// <param name="codes">How the axes are distributed.</param>
    /// <returns>A new array of shape (n, n).</returns>
    /// <remarks>Local. As numpy.identity.</remarks>
    public static DistArray<T> Identity<T>(ICommunicator communicator, long n, string codes = "bn") where T : unmanaged => Eye<T>(communicator, n, codes: codes);
}
