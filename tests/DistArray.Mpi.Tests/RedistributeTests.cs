using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>Redistributions large enough that ranks of one machine read each other's memory, and small ones.</summary>
public class RedistributeTests
{
    private static readonly string[] s_codes = ["bn", "nb", "bc(3)", "c(100)b"];

    [MpiTest(1, 2, 3, 4)]
    public void Redistribute_BetweenAllPairs_PutsEveryElementWhereItBelongs(Communicator world)
    {
        foreach (long[] shape in (long[][])[[700, 900], [37, 11]])
        {
            foreach (string from in s_codes)
            {
                foreach (MemoryOrder order in (MemoryOrder[])[MemoryOrder.RowMajor, MemoryOrder.ColumnMajor])
                {
                    using DistArray<double> a = Np.Empty<double>(new Distribution(world, shape, from), order);
                    Each(a, (ref double element, double linear) => element = linear);
                    foreach (string to in s_codes)
                    {
                        using DistArray<double> b = a.Redistribute(new Distribution(world, shape, to), order);
                        int wrong = 0;
                        Each(b, (ref double element, double linear) => wrong += element == linear ? 0 : 1);
                        Assert.That(wrong, Is.Zero, $"{from} to {to}, {order}, shape {shape[0]} x {shape[1]}");
                    }
                }
            }
        }
    }

    [MpiTest(2, 3)]
    public void Redistribute_OfASourceThatIsWrittenAtOnce_HasReadItBefore(Communicator world)
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(world, [1000, 1000], "bn"));
        for (int i = 0; i < 20; i++)
        {
            a.Fill(i);
            using DistArray<double> b = a.Redistribute("nb");
            a.Fill(-1); // others may not have read it yet, if this rank was not to wait
            int wrong = 0;
            Each(b, (ref double element, double _) => wrong += element == i ? 0 : 1);
            Assert.That(wrong, Is.Zero);
        }
    }

    private delegate void Visit(ref double element, double linear);

    private static void Each(DistArray<double> array, Visit visit)
    {
        LocalView<double> view = array.LocalView;
        long[][] globals = new long[2][];
        for (int axis = 0; axis < 2; axis++)
            globals[axis] = [.. array.Distribution.DimMaps[axis].Runs(array.Distribution.GridCoordinates[axis]).SelectMany(run => Enumerable.Range(0, run.Count).Select(i => run.GlobalStart + i))];
        for (int i = 0; i < view.Shape[0]; i++)
            for (int j = 0; j < view.Shape[1]; j++) visit(ref view[i, j], (globals[0][i] * array.Shape[1]) + globals[1][j]);
    }
}
