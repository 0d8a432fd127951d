using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Arrays;

public unsafe class WrapTests
{
    [Test]
    public void Wrap_ForeignColumnMajorWithHalo_SharesMemoryBothWays() => ThreadCommunicator.Run(3, comm =>
    {
        // Like a Fortran core's a(-1:nx, 0:ny-1): one halo cell on each side of the first axis.
        int nx = comm.Rank == 2 ? 1 : 3;
        double[] core = [.. Enumerable.Range(0, (nx + 2) * 4).Select(i => 100.0 * comm.Rank + i)];
        fixed (double* pointer = core)
        {
            var memory = new ForeignMemory(pointer, core.Length * sizeof(double), "field");
            var d = Distribution.FromBlocks(comm, [7, 4], [3 * comm.Rank, 0], [nx, 4], haloLow: [1, 0], haloHigh: [1, 0]);
            using var a = DistArray<double>.Wrap(d, new LocalBlock<double>(pointer, [nx + 2, 4], [1, nx + 2], memory));
            Assert.That(a.Order, Is.EqualTo(MemoryOrder.ColumnMajor));
            Assert.That(a.LocalShape.ToArray(), Is.EqualTo(new[] { nx, 4 }));
            Assert.That(a.LocalView.Pointer == pointer + 1, Is.True);
            Assert.That(a.LocalView[0, 3], Is.EqualTo(core[1 + (3 * (nx + 2))]));
            Assert.That(a.LocalViewWithHalo[nx + 1, 1], Is.EqualTo(core[(2 * (nx + 2)) - 1]));
            a.LocalView[nx - 1, 2] = -5;
            Assert.That(core[nx + (2 * (nx + 2))], Is.EqualTo(-5));
            core[1] = -6;
            Assert.That(a.Local[0, 0], Is.EqualTo(-6));
            a.Fill(7);
            Assert.That(core.Count(value => value == 7), Is.EqualTo(4 * nx));
            Assert.That(a.LocalViewWithHalo[0, 0], Is.EqualTo(100.0 * comm.Rank));
        }
    });

    [Test]
    public void ForeignMemory_ThatMoved_MakesViewsThrow()
    {
        string? problem = null;
        double* memory = stackalloc double[6];
        using var comm = new SelfCommunicator();
        var owner = new ForeignMemory(memory, 48, "omega", problem: () => problem);
        var a = DistArray<double>.Wrap(new Distribution(comm, [2, 3]), new LocalBlock<double>(memory, [2, 3], [3, 1], owner));
        LocalView<double> view = a.LocalView;
        view[1, 2] = 4;
        problem = "omega was allocated anew. Get the array again.";
        Assert.That(() => view[1, 2], Throws.TypeOf<StaleViewException>().With.Message.Contains("allocated anew"));
        Assert.That(() => a.LocalView, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => a.Fill(1), Throws.TypeOf<StaleViewException>());
        Assert.That(() => a.LocalToArray(), Throws.TypeOf<StaleViewException>());
    }

    [Test]
    public void Dispose_OfTheOwner_EndsItsViews()
    {
        using var comm = new SelfCommunicator();
        var a = Np.Zeros<double>(new Distribution(comm, [2, 3]));
        DistArray<double> t = a.Transpose();
        LocalView<double> view = a.LocalView;
        t.Dispose();
        view[0, 0] = 1;
        Assert.That(() => t.LocalView, Throws.TypeOf<ObjectDisposedException>());
        a.Dispose();
        a.Dispose();
        Assert.That(() => view[0, 0], Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => a.LocalSpan[0], Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => a.Transpose(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Wrap_OfAnotherShape_NamesBoth()
    {
        using var comm = new SelfCommunicator();
        var d = new Distribution(comm, [2, 3], "bn", haloHigh: [0, 1]);
        Assert.That(() => DistArray<int>.Wrap(d, LocalBlock<int>.Allocate([2, 3])), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("(2, 3)").And.Message.Contains("(2, 4)"));
    }

    [Test]
    public void LocalBlock_OutsideOfItsMemory_Throws()
    {
        int[] six = [0, 1, 2, 3, 4, 5];
        using var owner = new PinnedMemory<int>(six);
        int* pointer = (int*)owner.Pointer;
        Assert.That(() => new LocalBlock<int>(pointer, [2, 4], [3, 1], owner), Throws.ArgumentException);
        Assert.That(() => new LocalBlock<int>(pointer, [2], [-1], owner), Throws.ArgumentException);
        Assert.That(() => new LocalBlock<int>(pointer, [2], [1, 1], owner), Throws.ArgumentException);
        var backwards = new LocalBlock<int>(pointer + 5, [2, 3], [-3, -1], owner);
        Assert.That(backwards.View.ToArray(), Is.EqualTo(new[] { 5, 4, 3, 2, 1, 0 }));
        Assert.That(() => LocalBlock<int>.FromArray(six, [2, 2]), Throws.TypeOf<ShapeMismatchException>());
    }

    [Test]
    public void PooledMemory_IsAlignedAndUsedAgain()
    {
        var first = new PooledMemory(1_000_003);
        nint address = (nint)first.Pointer;
        Assert.That((long)address % 64, Is.Zero);
        first.Dispose();
        Assert.That(() => first.ThrowIfInvalid(), Throws.TypeOf<ObjectDisposedException>());
        using var second = new PooledMemory(1_000_001);
        Assert.That((nint)second.Pointer, Is.EqualTo(address));
        using var none = new PooledMemory(0);
        Assert.That(none.Bytes, Is.Zero);
    }

    [Test]
    public void FromArray_SharesTheManagedArray()
    {
        int[] values = [0, 1, 2, 3, 4, 5];
        LocalBlock<int> block = LocalBlock<int>.FromArray(values, [2, 3], MemoryOrder.ColumnMajor);
        Assert.That(block.View[1, 2], Is.EqualTo(5));
        Assert.That(block.View[0, 1], Is.EqualTo(2));
        block.View[1, 0] = 10;
        Assert.That(values[1], Is.EqualTo(10));
        Assert.That(MemoryMarshal.GetReference(block.View.Span), Is.Zero);
        block.Owner.Dispose();
        Assert.That(() => block.View[0, 0], Throws.TypeOf<ObjectDisposedException>());
    }
}
