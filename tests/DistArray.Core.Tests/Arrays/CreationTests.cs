using System.Numerics;

namespace DistArray.Core.Tests.Arrays;

public class CreationTests
{
    [Test]
    public void FromFunction_ThenToArray_IsInCOrder([ValueSource(typeof(Cases), nameof(Cases.Sizes))] int size,
        [ValueSource(typeof(Cases), nameof(Cases.Codes))] string codes, [Values] MemoryOrder order, [Values(0, 1)] int halo) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<long>(Cases.Make(comm, [5, 9], codes, halo), (i, j) => (9 * i) + j, order);
        Assert.That(a.ToArray(), Is.EqualTo(Enumerable.Range(0, 45).Select(i => (long)i)));
        int root = size - 1;
        Assert.That(a.Gather(root), comm.Rank == root ? Is.EqualTo(Enumerable.Range(0, 45).Select(i => (long)i)) : Is.Null);
        Assert.That(a.Order, Is.EqualTo(a.LocalViewWithHalo.IsContiguousIn(MemoryOrder.RowMajor) ? MemoryOrder.RowMajor : order));
    });

    [Test]
    public void GetAndSetGlobal_EveryElement([ValueSource(typeof(Cases), nameof(Cases.Sizes))] int size,
        [ValueSource(typeof(Cases), nameof(Cases.Codes))] string codes) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<double>(Cases.Make(comm, [5, 4], codes, 1), (i, j) => (10 * i) + j);
        a.SetGlobal(-1, 4, 2);
        for (long i = 0; i < 5; i++)
            for (long j = 0; j < 4; j++) Assert.That(a.GetGlobal(i, j), Is.EqualTo((i, j) == (4, 2) ? -1 : (10 * i) + j));
        Assert.That(() => a.GetGlobal(5, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => a.SetGlobal(1, 0), Throws.ArgumentException);
    });

    [Test]
    public void EveryElementType_IsCreatedFilledSetAndGathered() => ThreadCommunicator.Run(3, comm =>
    {
        Check(comm, true, false, true);
        Check<sbyte>(comm, 1, 0, -3);
        Check<byte>(comm, 1, 0, 250);
        Check<short>(comm, 1, 0, -300);
        Check<ushort>(comm, 1, 0, 65000);
        Check(comm, 1, 0, int.MinValue);
        Check(comm, 1u, 0u, uint.MaxValue);
        Check(comm, 1L, 0L, long.MinValue);
        Check(comm, 1UL, 0UL, ulong.MaxValue);
        Check(comm, 1f, 0f, float.Epsilon);
        Check(comm, 1.0, 0.0, Math.PI);
        Check(comm, Complex64.One, default, new Complex64(1, -2));
        Check(comm, Complex.One, default, new Complex(-1, 2));
        Check<Logical32>(comm, true, false, true);
        Check<Logical64>(comm, true, false, true);
    });

    private static void Check<T>(ICommunicator comm, T one, T zero, T value) where T : unmanaged
    {
        var d = new Distribution(comm, [4], "b", haloLow: [1]);
        using DistArray<T> ones = Np.Ones<T>(d), zeros = Np.Zeros<T>(d), full = Np.Full(d, value), empty = Np.Empty<T>(d);
        Assert.That(ones.ToArray(), Is.EqualTo(new[] { one, one, one, one }), typeof(T).Name);
        full.SetGlobal(zero, 2);
        zeros.SetGlobal(one, 3);
        Assert.That(full.ToArray(), Is.EqualTo(new[] { value, value, zero, value }), typeof(T).Name);
        Assert.That(zeros.ToArray(), Is.EqualTo(new[] { zero, zero, zero, one }), typeof(T).Name);
        empty.Assign(full);
        Assert.That(empty.GetGlobal(1), Is.EqualTo(value));
        if (full.LocalShape[0] > 0) Assert.That(full.LocalViewWithHalo[0], Is.EqualTo(zero), "the halo stays 0");
    }

    [Test]
    public void FromFunction_OfOneThreeAndFourDimensions() => ThreadCommunicator.Run(4, comm =>
    {
        using var one = Np.FromFunction<int>(new Distribution(comm, [3], "b"), i => (int)i + 5);
        Assert.That(one.ToArray(), Is.EqualTo(new[] { 5, 6, 7 }));
        using var three = Np.FromFunction<long>(new Distribution(comm, [2, 3, 4], "nbb"), (i, j, k) => (12 * i) + (4 * j) + k, MemoryOrder.ColumnMajor);
        Assert.That(three.ToArray(), Is.EqualTo(Enumerable.Range(0, 24).Select(i => (long)i)));
        using var four = Np.FromFunction<long>(new Distribution(comm, [2, 3, 2, 2], "bcnb"), (ReadOnlySpan<long> i) => (((((i[0] * 3) + i[1]) * 2) + i[2]) * 2) + i[3]);
        Assert.That(four.ToArray(), Is.EqualTo(Enumerable.Range(0, 24).Select(i => (long)i)));
        using var none = Np.FromFunction<double>(new Distribution(comm, [], ""), (ReadOnlySpan<long> _) => 4.5);
        Assert.That(none.ToArray(), Is.EqualTo(new[] { 4.5 }));
        Assert.That(none.GetGlobal(), Is.EqualTo(4.5));
        Assert.That(() => Np.FromFunction<int>(new Distribution(comm, [2, 2], "bn"), i => (int)i), Throws.TypeOf<ShapeMismatchException>());
    });

    [Test]
    public void Transpose_IsAViewWithReversedAxes([ValueSource(typeof(Cases), nameof(Cases.Sizes))] int size, [Values("bn", "bb", "cb")] string codes) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<long>(Cases.Make(comm, [5, 9], codes), (i, j) => (9 * i) + j);
        using DistArray<long> t = a.Transpose();
        Assert.That(t.Shape.ToArray(), Is.EqualTo(new[] { 9L, 5 }));
        Assert.That(t.ToArray(), Is.EqualTo(Enumerable.Range(0, 45).Select(i => (long)((9 * (i % 5)) + (i / 5)))));
        t.SetGlobal(-1, 8, 4);
        Assert.That(a.GetGlobal(4, 8), Is.EqualTo(-1));
    });

    [Test]
    public void LocalForms_ShowTheSameMemory() => ThreadCommunicator.Run(2, comm =>
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [5, 3], "bn"), (i, j) => (3 * i) + j);
        int rows = comm.Rank == 0 ? 3 : 2;
        Assert.That(a.LocalSpan.Length, Is.EqualTo(3 * rows));
        a.LocalSpan[1] = -7;
        Assert.That(a.Local[0, 1], Is.EqualTo(-7));
        Assert.That(a.LocalView[0, 1], Is.EqualTo(-7));
        Assert.That(a.LocalToArray()[1], Is.EqualTo(-7));
        Assert.That(a.LocalRange(0), Is.EqualTo(new IndexRange(3 * comm.Rank, (3 * comm.Rank) + rows)));
        using var halo = Np.Zeros<double>(new Distribution(comm, [5, 3], "bn", haloLow: [0, 1]));
        Assert.That(() => halo.LocalSpan.Length, Throws.InvalidOperationException.With.Message.Contains("Rows"));
        Assert.That(halo.Local.Lengths.ToArray(), Is.EqualTo(new nint[] { rows, 3 }));
        using var column = Np.FromFunction<double>(new Distribution(comm, [5, 3], "bn"), (i, j) => (3 * i) + j, MemoryOrder.ColumnMajor);
        Assert.That(column.Local[1, 2], Is.EqualTo(column.LocalView[1, 2]));
    });

    [Test]
    public void Local_OfRanksThatOwnNothing_IsEmpty() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.FromFunction<int>(new Distribution(comm, [2, 3], "bn"), (i, j) => (int)((3 * i) + j));
        Assert.That(a.LocalSpan.Length, Is.EqualTo(comm.Rank < 2 ? 3 : 0));
        Assert.That((int)a.Local.FlattenedLength, Is.EqualTo(comm.Rank < 2 ? 3 : 0));
        Assert.That(a.LocalToArray(), Has.Length.EqualTo(comm.Rank < 2 ? 3 : 0));
        a.Fill(4);
        Assert.That(a.Sum(), Is.EqualTo(24));
    });

    [Test]
    public unsafe void Local_WithNegativeStrides_SaysWhy()
    {
        using var comm = new SelfCommunicator();
        int[] values = [0, 1, 2];
        using var owner = new PinnedMemory<int>(values);
        var a = DistArray<int>.Wrap(new Distribution(comm, [3]), new LocalBlock<int>((int*)owner.Pointer + 2, [3], [-1], owner));
        Assert.That(() => a.Local.FlattenedLength, Throws.TypeOf<NotSupportedException>().With.Message.Contains("negative"));
        Assert.That(a.ToArray(), Is.EqualTo(new[] { 2, 1, 0 }));
        Assert.That((a + a).ToArray(), Is.EqualTo(new[] { 4, 2, 0 }));
        Assert.That(a.Sum(), Is.EqualTo(3));
    }
}
