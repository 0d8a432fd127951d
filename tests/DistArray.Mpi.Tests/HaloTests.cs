using System.Runtime.InteropServices;
using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>Halos between processes: through memory that they share, and in place where the faces are large.</summary>
public unsafe class HaloTests
{
    private static readonly long[] s_shape = [12, 72, 60];

    private static double Value(long i, long j, long k, int step) => (((i * s_shape[1]) + j) * s_shape[2]) + k + (1e6 * step);

    // Faces of 72 * 60, 12 * 60 and 12 * 72 elements: large and small ones.
    private static Distribution Periodic(ICommunicator world, int axis)
    {
        int[] grid = [1, 1, 1];
        grid[axis] = world.Size;
        return new Distribution(world, s_shape, "bbb", new ProcessGrid(grid), [1, 2, 1], [2, 1, 1], [true, true, true]);
    }

    private static DistArray<double> Allocate(Distribution d, MemoryOrder order, bool foreign, out nint memory)
    {
        memory = 0;
        if (!foreign) return Np.Zeros<double>(d, order);
        // As a Fortran core has it: memory that nobody else can map.
        int[] shape = d.LocalShapeWithHalo.ToArray();
        long bytes = 8L * shape[0] * shape[1] * shape[2];
        memory = (nint)NativeMemory.AllocZeroed((nuint)bytes);
        long[] strides = order == MemoryOrder.RowMajor ? [(long)shape[1] * shape[2], shape[2], 1] : [1, shape[0], (long)shape[0] * shape[1]];
        return DistArray<double>.Wrap(d, new LocalBlock<double>((double*)memory, shape, strides, new ForeignMemory((void*)memory, bytes, "field")));
    }

    private static void Set(DistArray<double> a, int step)
    {
        LocalView<double> view = a.LocalView;
        for (int i = 0; i < view.Shape[0]; i++)
            for (int j = 0; j < view.Shape[1]; j++)
                for (int k = 0; k < view.Shape[2]; k++) view[i, j, k] = Value(a.LocalRange(0).Start + i, a.LocalRange(1).Start + j, a.LocalRange(2).Start + k, step);
    }

    private static long Wrong(DistArray<double> a, int step)
    {
        LocalView<double> stored = a.LocalViewWithHalo;
        long wrong = 0;
        for (int i = 0; i < stored.Shape[0]; i++)
            for (int j = 0; j < stored.Shape[1]; j++)
                for (int k = 0; k < stored.Shape[2]; k++)
                    if (stored[i, j, k] != Value(Index(0, i), Index(1, j), Index(2, k), step)) wrong++;
        return wrong;

        long Index(int axis, int at) => (a.LocalRange(axis).Start + at - a.Distribution.HaloLow[axis] + s_shape[axis]) % s_shape[axis];
    }

    [MpiTest(1, 2, 3, 4)]
    public void UpdateHalo_OfValuesThatChange_ShowsTheNewOnesEachTime(ICommunicator world)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                foreach (bool foreign in new[] { false, true })
                {
                    DistArray<double> a = Allocate(Periodic(world, axis), order, foreign, out nint memory);
                    for (int step = 0; step < 4; step++)
                    {
                        Set(a, step);
                        if (step % 2 == 0) a.UpdateHalo();
                        else a.BeginUpdateHalo().End();
                        Assert.That(Wrong(a, step), Is.Zero, $"axis {axis}, {order}, foreign {foreign}, step {step}");
                    }
                    a.Dispose();
                    NativeMemory.Free((void*)memory);
                }
            }
        }
    }

    [MpiTest(2, 3, 4)]
    public void UpdateHalo_ManyTimesWithoutAnythingBetween_NeverShowsAnotherStep(ICommunicator world)
    {
        // Ranks run ahead of each other; a buffer that is used again too early would show a later step.
        var d = new Distribution(world, [8 * world.Size, 90, 64], "bnn", haloLow: [1, 0, 0], haloHigh: [1, 0, 0], periodic: [true, false, false]);
        using var large = Np.Zeros<double>(d);
        using var small = Np.Zeros<float>(new Distribution(world, [4 * world.Size], "b", haloLow: [1], haloHigh: [0]));
        for (int step = 1; step <= 1000; step++)
        {
            large.LocalView.Slice(0, 0, 1).Fill(step);
            large.LocalView.Slice(0, 7, 1).Fill(-step);
            small.Fill(step);
            if (step % 7 == world.Rank) Thread.SpinWait(2000);
            Halo.Update(large, small);
            large.UpdateHalo();
            LocalView<double> stored = large.LocalViewWithHalo;
            Assert.That((stored[0, 0, 0], stored[0, 89, 63], stored[9, 0, 0], stored[9, 89, 63]), Is.EqualTo((-(double)step, -(double)step, (double)step, (double)step)));
            Assert.That(small.LocalViewWithHalo[0], Is.EqualTo(world.Rank == 0 ? 0f : step));
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void BeginUpdateHalo_OfManyUpdatesAtOnce_KeepsThemApart(ICommunicator world)
    {
        Distribution d = Periodic(world, 0);
        DistArray<double>[] arrays = [.. Enumerable.Range(0, 9).Select(_ => Np.Zeros<double>(d))];
        for (int repeat = 0; repeat < 3; repeat++)
        {
            for (int n = 0; n < arrays.Length; n++) Set(arrays[n], n + repeat);
            HaloUpdate[] updates = [.. arrays.Select(array => array.BeginUpdateHalo())];
            foreach (HaloUpdate update in updates.Reverse()) update.End();
            for (int n = 0; n < arrays.Length; n++) Assert.That(Wrong(arrays[n], n + repeat), Is.Zero);
        }
        foreach (DistArray<double> array in arrays) array.Dispose();
    }

    [MpiTest(1, 2, 3, 4)]
    public void AccumulateHalo_OfOnes_CountsTheGhostsOfEachElement(ICommunicator world)
    {
        using DistArray<double> a = Np.Zeros<double>(Periodic(world, 1));
        a.LocalViewWithHalo.Fill(1);
        a.AccumulateHalo();
        double owned = world.Allreduce(a.LocalToArray().Sum(), Operation<double>.Add), stored = world.Allreduce((double)a.LocalViewWithHalo.Size, Operation<double>.Add);
        Assert.That(owned, Is.EqualTo(stored));
        Assert.That(world.Allreduce(a.LocalViewWithHalo.ToArray().Sum(), Operation<double>.Add), Is.EqualTo(stored));
    }

    [MpiTest(2, 3)]
    public void UpdateHalo_OfRankWhoseMemoryIsGone_ThrowsAndNobodyWaits(ICommunicator world)
    {
        var a = Np.Zeros<double>(new Distribution(world, [6], "b", haloLow: [1], periodic: [true]));
        if (world.Rank == 0) a.Dispose();
        if (world.Rank == 0) Assert.That(() => a.UpdateHalo(), Throws.InstanceOf<ObjectDisposedException>());
        else if (world.Rank == 1) Assert.That(() => a.UpdateHalo(), Throws.TypeOf<CommunicationException>().With.Message.Contains("rank 0"));
        else a.UpdateHalo();
        a.Dispose();
    }
}
