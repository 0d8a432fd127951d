using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public class EpetraTransferTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Import_BetweenDistributions_Redistributes(ICommunicator world)
    {
        using DistArray<double> block = Np.Arange<double>(world, 23), cyclic = Np.Zeros<double>(new Distribution(world, [23], "c(2)"));
        using EpetraMultiVector from = EpetraVector.Wrap(block), to = EpetraVector.Wrap(cyclic);
        using EpetraImport import = EpetraImport.Create(from.Map, to.Map);
        import.Forward(from, to);
        Assert.That((cyclic == block).All(), Is.True);
        import.Reverse(to, from);
        Assert.That((block == Np.Arange<double>(world, 23) * 2).All(), Is.True);
    }

    [MpiTest(2, 3, 4)]
    public void Import_ToTheHalo_DoesWhatUpdateHaloDoes(ICommunicator world)
    {
        foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
        {
            int p = world.Size;
            var d = new Distribution(world, [4 * p, 3], "bn", haloLow: [1, 0], haloHigh: [2, 0], periodic: [true, false]);
            using DistArray<double> a = Np.FromFunction(d, (long i, long j) => (10.0 * i) + j, order), b = Np.FromFunction(d, (long i, long j) => (10.0 * i) + j, order);
            using EpetraMultiVector all = EpetraVector.WrapWithHalo(a), owned = a.CopyToEpetra();
            using EpetraImport import = EpetraImport.Create(owned.Map, all.Map);
            import.Forward(owned, all);
            b.UpdateHalo();
            Assert.That(Flat(a), Is.EqualTo(Flat(b)), $"{order}");

            a.LocalViewWithHalo.Fill(1);
            owned.AsDistArray().Fill(0);
            import.Reverse(all, owned);
            // Each element is counted once by its owner and once by each halo that shows it: 3 rows of 3 a rank.
            Assert.That(owned.AsDistArray().Sum(), Is.EqualTo((4 * p * 3) + (9 * p)));
        }
    }

    [MpiTest(1, 2, 3)]
    public void WrapWithHalo_WhereCellsHaveNoIndex_SaysSoOnEveryRank(ICommunicator world)
    {
        var d = new Distribution(world, [8], "b", haloLow: [1], haloHigh: [1]);
        using DistArray<double> a = Np.Zeros<double>(d);
        Assert.That(() => EpetraVector.WrapWithHalo(a), Throws.Exception.With.Message.Contains("no global index"));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Export_OfSharedIndices_Adds(ICommunicator world)
    {
        using EpetraMap shared = EpetraMap.Create(world, [0, 1, 2, 3 + world.Rank]);
        EpetraMap target = EpetraMap.Uniform(world, 3 + world.Size);
        using EpetraMultiVector source = EpetraVector.Create(shared), sums = EpetraVector.Create(target);
        source.LocalView.Fill(1 + world.Rank);
        using EpetraExport export = EpetraExport.Create(shared, target);
        sums.AsDistArray().Fill(0.5);
        export.Forward(source, sums, CombineMode.Add);
        double all = world.Size * (world.Size + 1) / 2.0;
        Assert.That(sums.AsDistArray()[..3].Sum(), Is.EqualTo((3 * all) + 1.5));
        Assert.That(sums.Norm1()[0], Is.EqualTo((4 * all) + (0.5 * (3 + world.Size))));
    }

    [MpiTest(1, 2, 3)]
    public void Forward_OfAVectorOfAnotherMap_ThrowsOnEveryRank(ICommunicator world)
    {
        EpetraMap a = EpetraMap.Uniform(world, 9), b = EpetraMap.Of(new Distribution(world, [9], "c")), c = EpetraMap.Uniform(world, 10);
        using EpetraImport import = EpetraImport.Create(a, b);
        using EpetraMultiVector x = EpetraVector.Create(a), y = EpetraVector.Create(c), two = EpetraMultiVector.Create(b, 2);
        Assert.That(() => import.Forward(x, y), Throws.ArgumentException.With.Message.Contains("10 indices"));
        Assert.That(() => import.Forward(x, two), Throws.ArgumentException.With.Message.Contains("columns"));
    }

    private static double[] Flat(DistArray<double> a) => a.LocalViewWithHalo.Span.ToArray();
}
