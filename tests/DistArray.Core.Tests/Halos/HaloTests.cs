using System.Numerics;

namespace DistArray.Core.Tests.Halos;

[TestFixture(false)]
[TestFixture(true)]
public class HaloTests(bool links)
{
    // /usr/bin/python3 -c "import numpy as np; print(np.pad(np.arange(1, 5), (2, 3), mode=…))"
    private static readonly (HaloBoundary Boundary, int[] Expected)[] s_padded =
    [
        (HaloBoundary.Edge, [1, 1, 1, 2, 3, 4, 4, 4, 4]),
        (HaloBoundary.Reflect, [3, 2, 1, 2, 3, 4, 3, 2, 1]),
        (HaloBoundary.Symmetric, [2, 1, 1, 2, 3, 4, 4, 3, 2]),
        (HaloBoundary.Fixed(9), [9, 9, 1, 2, 3, 4, 9, 9, 9]),
        (HaloBoundary.Untouched, [0, 0, 1, 2, 3, 4, 0, 0, 0]),
    ];

    [SetUp]
    public void SetUp() => HaloCarrier.LinksThreads = links;

    [TearDown]
    public void TearDown()
    {
        HaloCarrier.LinksThreads = false;
        if (!links) return;
        GC.Collect(); // the maps of the communicators that are gone
        GC.WaitForPendingFinalizers();
    }

    [Test]
    public void UpdateHalo_OfOneRank_EqualsNumPyPad([Range(0, 4)] int kind)
    {
        using var comm = new SelfCommunicator();
        using var a = Np.FromFunction(new Distribution(comm, [4], "b", haloLow: [2], haloHigh: [3]), (long i) => (int)i + 1);
        a.UpdateHalo(new HaloOptions { Boundary = s_padded[kind].Boundary });
        Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(s_padded[kind].Expected));
    }

    [Test]
    public void UpdateHalo_PeriodicWiderThanTheAxis_WrapsAgain()
    {
        using var comm = new SelfCommunicator();
        using var a = Np.FromFunction(new Distribution(comm, [3], "b", haloLow: [4], haloHigh: [5], periodic: [true]), (long i) => (int)i + 1);
        a.UpdateHalo();
        // np.pad(np.arange(1, 4), (4, 5), mode='wrap') of NumPy 2
        Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(new[] { 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2 }));
    }

    [Test]
    public void UpdateHalo_WithoutCorners_LeavesThemAlone() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.FromFunction(new Distribution(comm, [4, 4], "bb", new ProcessGrid(2, 2), [1, 1], [1, 1], [true, true]), (i, j) => (double)((10 * i) + j + 1));
        a.UpdateHalo(new HaloOptions { Corners = false });
        LocalView<double> stored = a.LocalViewWithHalo;
        Assert.That((stored[0, 0], stored[0, 3], stored[3, 0], stored[3, 3]), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
        long i = a.LocalRange(0).Start, j = a.LocalRange(1).Start;
        Assert.That(stored[0, 1], Is.EqualTo((10 * ((i + 3) % 4)) + j + 1));
        Assert.That(stored[2, 3], Is.EqualTo((10 * (i + 1)) + ((j + 2) % 4) + 1));
    });

    [Test]
    public void Update_OfArraysOfSeveralTypesAndDistributions_SetsAll() => ThreadCommunicator.Run(3, comm =>
    {
        var d = new Distribution(comm, [7, 5], "bn", haloLow: [1, 0], haloHigh: [2, 0], periodic: [true, false]);
        var other = new Distribution(comm, [8, 2], "bn", haloLow: [1, 0], periodic: [true, false]);
        using var a = Np.FromFunction(d, (i, j) => (double)((10 * i) + j));
        using var b = Np.FromFunction(d, (i, j) => new Complex(i, j), MemoryOrder.ColumnMajor);
        using var c = Np.FromFunction(d, (i, j) => (sbyte)((10 * i) + j));
        using var e = Np.FromFunction(other, (i, j) => (10 * i) + j);
        for (int repeat = 0; repeat < 2; repeat++)
        {
            if (repeat == 0) Halo.Update(a, b, e, c);
            else Halo.BeginUpdate(a, e, b, c).End();
            (long start, int rows) = (a.LocalRange(0).Start, a.LocalShape[0]);
            for (int row = -1; row < rows + 2; row++)
            {
                long i = (start + row + 7) % 7;
                for (int j = 0; j < 5; j++)
                {
                    Assert.That(a.LocalViewWithHalo[row + 1, j], Is.EqualTo((10.0 * i) + j));
                    Assert.That(b.LocalViewWithHalo[row + 1, j], Is.EqualTo(new Complex(i, j)));
                    Assert.That(c.LocalViewWithHalo[row + 1, j], Is.EqualTo((sbyte)((10 * i) + j)));
                }
            }
            Assert.That(e.LocalViewWithHalo[0, 1], Is.EqualTo((10 * ((e.LocalRange(0).Start + 7) % 8)) + 1));
            a.LocalViewWithHalo.Slice(0, 0, 1).Fill(0);
            e.LocalViewWithHalo.Slice(0, 0, 1).Fill(0);
        }
    });

    [Test]
    public void UpdateHalo_OfLargeFaces_IsRightInEveryMemoryOrder([Values(0, 1, 2)] int axis) => ThreadCommunicator.Run(2, comm =>
    {
        // 70 * 70 * 8 bytes a face: sent alone, in place where it has no gaps, and between ranks whose memory orders differ.
        long[] shape = [70, 70, 70];
        shape[axis] = 6;
        int[] width = [0, 0, 0];
        width[axis] = 1;
        var grid = new int[] { 1, 1, 1 };
        grid[axis] = 2;
        var d = new Distribution(comm, shape, "bbb", new ProcessGrid(grid), width, width, [true, true, true]);
        foreach ((int first, int second) in new[] { (0, 0), (1, 1), (0, 1), (1, 0) })
        {
            using var a = Np.FromFunction(d, (i, j, k) => (((100.0 * i) + j) * 100) + k, (MemoryOrder)(comm.Rank == 0 ? first : second));
            for (int repeat = 0; repeat < 2; repeat++)
            {
                a.UpdateHalo();
                Check(0, (a.LocalRange(axis).Start + 5) % 6);
                Check(4, a.LocalRange(axis).Stop % 6);
                a.LocalViewWithHalo.Slice(axis, 0, 1).Fill(-1);
            }

            void Check(int at, long global)
            {
                LocalView<double> face = a.LocalViewWithHalo.Select(axis, at);
                for (int i = 0; i < 70; i += 3)
                {
                    for (int j = 0; j < 70; j++)
                    {
                        long[] index = axis == 0 ? [global, i, j] : axis == 1 ? [i, global, j] : [i, j, global];
                        Assert.That(face[i, j], Is.EqualTo((((100.0 * index[0]) + index[1]) * 100) + index[2]));
                    }
                }
            }
        }
    });

    [Test]
    public void UpdateHalo_OfATransposedArray_SetsTheSameMemory() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.FromFunction(new Distribution(comm, [9, 4], "bn", haloLow: [1, 1], haloHigh: [1, 0], periodic: [true, true]), (i, j) => (10 * i) + j);
        a.Transpose().UpdateHalo();
        Assert.That(a.LocalViewWithHalo[0, 0], Is.EqualTo((10 * ((a.LocalRange(0).Start + 8) % 9)) + 3));
        Assert.That(a.LocalViewWithHalo[4, 4], Is.EqualTo((10 * (a.LocalRange(0).Stop % 9)) + 3));
    });

    [Test]
    public void BeginUpdateHalo_OfSeveralUpdatesAtOnce_KeepsThemApart() => ThreadCommunicator.Run(4, comm =>
    {
        var d = new Distribution(comm, [400, 20], "bn", haloLow: [20, 0], haloHigh: [1, 0], periodic: [true, false]);
        DistArray<double>[] arrays = [.. Enumerable.Range(0, 5).Select(n => Np.FromFunction(d, (i, j) => (1000.0 * i) + j + (1e6 * n)))];
        HaloUpdate[] updates = [.. arrays.Select(array => array.BeginUpdateHalo())];
        foreach (HaloUpdate update in updates.Reverse()) update.End();
        updates[0].End();
        for (int n = 0; n < 5; n++)
        {
            Assert.That(arrays[n].LocalViewWithHalo[0, 3], Is.EqualTo((1000.0 * ((arrays[n].LocalRange(0).Start + 380) % 400)) + 3 + (1e6 * n)));
            arrays[n].Dispose();
        }
    });

    [Test]
    public void AccumulateHalo_OfEveryNumber_AddsAndClearsTheGhosts() => ThreadCommunicator.Run(2, comm =>
    {
        Check<int>();
        Check<byte>();
        Check<float>();
        Check<Complex>();
        Check<Complex64>();

        void Check<T>() where T : unmanaged, INumberBase<T>
        {
            using var a = Np.FromFunction(new Distribution(comm, [6], "b", haloLow: [1], haloHigh: [1], periodic: [true]), (long i) => T.CreateChecked(i));
            a.LocalViewWithHalo[0] = T.CreateChecked(10);
            a.LocalViewWithHalo[4] = T.CreateChecked(20);
            a.AccumulateHalo();
            int start = 3 * comm.Rank;
            T[] expected = [T.Zero, T.CreateChecked(start + 20), T.CreateChecked(start + 1), T.CreateChecked(start + 12), T.Zero];
            Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(expected));
        }
    });

    [Test]
    public void AccumulateHalo_OfBooleans_Throws()
    {
        using var comm = new SelfCommunicator();
        using var a = Np.Zeros<bool>(new Distribution(comm, [4], "b", haloLow: [1]));
        Assert.That(() => a.AccumulateHalo(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("bool"));
    }

    [Test]
    public void UpdateHalo_OfRankWhoseMemoryIsGone_ThrowsAndNobodyWaits()
    {
        for (int gone = 0; gone < 3; gone++)
        {
            int failing = gone;
            ThreadCommunicator.Run(3, comm =>
            {
                var d = new Distribution(comm, [6], "b", haloLow: [1], periodic: [true]);
                using var good = Np.FromFunction(d, (long i) => i);
                good.UpdateHalo();
                var a = Np.Zeros<double>(d);
                if (comm.Rank == failing) a.Dispose();
                if (comm.Rank == failing) Assert.That(() => a.UpdateHalo(), Throws.InstanceOf<ObjectDisposedException>());
                else if (comm.Rank == (failing + 1) % 3) Assert.That(() => a.UpdateHalo(), Throws.TypeOf<CommunicationException>().With.Message.Contains($"rank {failing}"));
                else a.UpdateHalo();
                good.LocalViewWithHalo[0] = -1;
                good.UpdateHalo();
                Assert.That(good.LocalViewWithHalo[0], Is.EqualTo((good.LocalRange(0).Start + 5) % 6));
            });
        }
    }

    [Test]
    public void UpdateHalo_WithOtherOptionsOnARank_ThrowsEverywhere() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.Zeros<double>(new Distribution(comm, [6], "b", haloLow: [1]));
        var options = new HaloOptions { Boundary = comm.Rank == 1 ? HaloBoundary.Edge : HaloBoundary.Reflect };
        Assert.That(() => a.UpdateHalo(options), Throws.ArgumentException.With.Message.Contains("differ between the ranks"));
    });

    [Test]
    public void UpdateHalo_WithBoundariesThatDoNotFit_Throws()
    {
        using var comm = new SelfCommunicator();
        using var a = Np.Zeros<double>(new Distribution(comm, [6, 2], "bn", haloLow: [1, 0]));
        Assert.That(() => a.UpdateHalo(new HaloOptions { Boundaries = [(HaloBoundary.Edge, HaloBoundary.Edge)] }), Throws.ArgumentException.With.Message.Contains("1 boundaries for 2 axes"));
        Assert.That(() => a.UpdateHalo(new HaloOptions { Boundary = HaloBoundary.Fixed(1f) }), Throws.ArgumentException.With.Message.Contains("float32").And.Message.Contains("float64"));
    }

    [Test]
    public void UpdateHalo_AgainAndAgain_AllocatesNothing()
    {
        using var comm = new SelfCommunicator();
        using var a = Np.Zeros<double>(new Distribution(comm, [40, 30], "bn", haloLow: [1, 1], haloHigh: [1, 2], periodic: [true, true]));
        a.UpdateHalo();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) a.UpdateHalo();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void UpdateHalo_InALoop_KeepsTheArenaAsItIs() => ThreadCommunicator.Run(2, comm =>
    {
        // One way only: the sender waits for the receiver instead of taking ever more memory.
        using var a = Np.FromFunction(new Distribution(comm, [40, 300], "bn", haloLow: [4, 0]), (i, j) => (double)i);
        for (int i = 0; i < 2000; i++)
        {
            a.UpdateHalo();
            if (comm.Rank == 1) Assert.That(a.LocalViewWithHalo[0, 0], Is.EqualTo(16));
        }
        if (comm.Rank == 0 && links) Assert.That(HaloCarrier.Of(comm).LinkTo(1)!.Slots, Is.InRange(1, 2));
    });
}
