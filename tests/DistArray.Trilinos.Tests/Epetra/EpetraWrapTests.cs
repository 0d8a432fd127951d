using System.Numerics;
using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public unsafe class EpetraWrapTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Wrap_OfEveryDistribution_SharesMemoryBothWays(ICommunicator world)
    {
        foreach (string codes in new[] { "b", "c", "c(3)" })
        {
            using DistArray<double> a = Np.Arange<double>(world, 17, codes);
            using EpetraMultiVector v = EpetraVector.Wrap(a);
            Assert.That(v.Norm1(), Is.EqualTo(new[] { 136.0 }), codes);
            using (var twice = EpetraVector.Wrap(a)) v.Update(1, twice, 1);
            Assert.That(a.Gather(0)?[16] ?? 32.0, Is.EqualTo(32.0), codes);
            a[3..4] = 1000;
            Assert.That(v.NormInf(), Is.EqualTo(new[] { 1000.0 }), codes);
            Assert.That(v.AsDistArray(), Is.SameAs(a));
        }
    }

    [MpiTest(1, 2, 3)]
    public void Dispose_OfAWrappedArray_IsRefused(ICommunicator world)
    {
        DistArray<double> a = Np.Ones<double>(new Distribution(world, [5]));
        EpetraMultiVector v = EpetraVector.Wrap(a);
        Assert.That(a.Dispose, Throws.InvalidOperationException.With.Message.Contains("EpetraMultiVector"));
        Assert.That(v.Norm1(), Is.EqualTo(new[] { 5.0 }));
        v.Dispose();
        a.Dispose();
        Assert.That(() => a.Sum(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [MpiTest(1, 2, 3, 4)]
    public void Update_OfAVector_LeavesPendingReadersTheirValues(ICommunicator world)
    {
        using DistArray<double> a = Np.Arange<double>(world, 9);
        using DistArray<double> pending = a * 2;
        using EpetraMultiVector v = EpetraVector.Wrap(a), w = EpetraVector.Create(v.Map);
        w.AsDistArray().Fill(7);
        v.Update(1, w, 0);
        Assert.That(pending.Sum(), Is.EqualTo(72));
        Assert.That(a.Sum(), Is.EqualTo(63));
    }

    [MpiTest(1, 2, 3, 4)]
    public void WrapReal_OfComplexArrays_HasBothPartsAtNeighbouringIndices(ICommunicator world)
    {
        foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
        {
            using DistArray<Complex> a = Np.FromFunction(new Distribution(world, [5, 3], "bn"), (long i, long j) => new Complex((3 * i) + j, 100 + i), order);
            using EpetraMultiVector v = EpetraVector.WrapReal(a);
            long[] numbers = v.Map.Indices();
            LocalView<Complex> view = a.LocalView;
            double* first = (double*)(view.Size > 0 ? view.Pointer : null);
            for (int i = 0; i < numbers.Length; i++)
                Assert.That(first[i], Is.EqualTo(numbers[i] % 2 == 0 ? numbers[i] / 2 : 100 + (numbers[i] / 6)), $"{order}");
            Assert.That(v.Map.Size, Is.EqualTo(30));
        }
    }
}
