using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Maps;

public class MapCacheTests
{
    [MpiTest(1, 2, 3)]
    public void Maps_OfManyDistributions_DoNotPileUp(ICommunicator world)
    {
        using DistArray<double> a = Np.Arange<double>(world, 2000);
        for (int i = 0; i < 1000; i++)
        {
            using TpetraMultiVector<double> v = TpetraVector.Wrap(a[i..(i + 500)]);
            if (i % 100 == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            Assert.That(v.Map.Size, Is.EqualTo(500));
        }
        Assert.That(TrilinosLibrary.LiveObjects, Is.LessThan(400));
    }
}
