using System.Numerics;
using NUnit.Framework;

namespace DistArray.Suite;

public static partial class CommunicatorSuite
{
    public static void Allreduce_AddOfEveryNumber_EqualsClosedForm(ICommunicator comm)
    {
        Sum<sbyte>(comm);
        Sum<byte>(comm);
        Sum<short>(comm);
        Sum<ushort>(comm);
        Sum<int>(comm);
        Sum<uint>(comm);
        Sum<long>(comm);
        Sum<ulong>(comm);
        Sum<float>(comm);
        Sum<double>(comm);
        Sum<Complex64>(comm);
        Sum<Complex>(comm);
    }

    public static void Messages_OfEveryElementType_KeepTheirBits(ICommunicator comm)
    {
        Ring(comm, r => r % 2 == 0);
        Ring(comm, r => (sbyte)(r - 3));
        Ring(comm, r => (byte)(250 - r));
        Ring(comm, r => (short)(-30000 + r));
        Ring(comm, r => (ushort)(60000 + r));
        Ring(comm, r => int.MinValue + r);
        Ring(comm, r => uint.MaxValue - (uint)r);
        Ring(comm, r => long.MinValue + r);
        Ring(comm, r => ulong.MaxValue - (ulong)r);
        Ring(comm, r => 1.5f + r);
        Ring(comm, r => double.Epsilon * (r + 1));
        Ring(comm, r => new Complex64(r, -0.5f));
        Ring(comm, r => new Complex(-r, Math.PI));
        Ring(comm, r => (Logical32)(r % 2 == 1));
        Ring(comm, r => (Logical64)(r % 3 == 1));
    }

    public static void Allreduce_BuiltIns_OfIntegers(ICommunicator comm)
    {
        int[] values = [.. AllRanks(comm).Select(r => (r * 5 % 7) - 2)];
        int mine = values[comm.Rank];
        Assert.That(comm.Allreduce(mine, Operation<int>.Min), Is.EqualTo(values.Min()));
        Assert.That(comm.Allreduce(mine, Operation<int>.Max), Is.EqualTo(values.Max()));
        Assert.That(comm.Allreduce(mine, Operation<int>.Multiply), Is.EqualTo(values.Aggregate((a, b) => a * b)));
        Assert.That(comm.Allreduce(1 << comm.Rank, Operation<int>.BitwiseOr), Is.EqualTo((1 << comm.Size) - 1));
        Assert.That(comm.Allreduce(~(1 << comm.Rank), Operation<int>.BitwiseAnd), Is.EqualTo(~((1 << comm.Size) - 1)));
        Assert.That(comm.Allreduce(mine, Operation<int>.BitwiseXor), Is.EqualTo(values.Aggregate((a, b) => a ^ b)));
        Assert.That(comm.Allreduce(-(double)comm.Rank, Operation<double>.Min), Is.EqualTo(1.0 - comm.Size));
        Assert.That(comm.Allreduce((byte)(200 + comm.Rank), Operation<byte>.Max), Is.EqualTo(199 + comm.Size));
    }

    public static void Allreduce_Logical_OfBooleansAndLogicals(ICommunicator comm)
    {
        bool odd = comm.Size % 2 == 1;
        Assert.That(comm.Allreduce(true, Operation<bool>.LogicalAnd), Is.True);
        Assert.That(comm.Allreduce(comm.Rank != 0, Operation<bool>.LogicalAnd), Is.False);
        Assert.That(comm.Allreduce(comm.Rank == comm.Size - 1, Operation<bool>.LogicalOr), Is.True);
        Assert.That(comm.Allreduce(true, Operation<bool>.LogicalXor), Is.EqualTo(odd));
        Assert.That((bool)comm.Allreduce<Logical32>(comm.Rank != 0, Operation<Logical32>.LogicalAnd), Is.False);
        Assert.That((bool)comm.Allreduce<Logical32>(true, Operation<Logical32>.LogicalXor), Is.EqualTo(odd));
        Assert.That((bool)comm.Allreduce<Logical64>(comm.Rank == 0, Operation<Logical64>.LogicalOr), Is.True);
        Assert.That((bool)comm.Allreduce<Logical64>(false, Operation<Logical64>.LogicalOr), Is.False);
    }

    public static void Reduce_ToEveryRoot_GivesTheRootAlone(ICommunicator comm)
    {
        for (int root = 0; root < comm.Size; root++)
        {
            var result = new long[] { -1, -1 };
            comm.Reduce<long>(new long[] { comm.Rank, 2 * comm.Rank }, result, Operation<long>.Add, root);
            long sum = comm.Size * (comm.Size - 1L) / 2;
            Assert.That(result, Is.EqualTo(comm.Rank == root ? new[] { sum, 2 * sum } : [-1L, -1L]));
            long one = comm.Reduce((long)comm.Rank, Operation<long>.Add, root);
            if (comm.Rank == root) Assert.That(one, Is.EqualTo(sum));
        }
    }

    public static void Allreduce_UserMadeNoncommutative_KeepsRankOrder(ICommunicator comm)
    {
        // Composition of affine maps x -> a x + b, packed as a complex number: associative, not commutative.
        var compose = new Operation<Complex>((first, second) => new Complex(first.Real * second.Real, (second.Real * first.Imaginary) + second.Imaginary), isCommutative: false);
        Complex[] maps = [.. AllRanks(comm).Select(r => new Complex(r + 2, r + 1))];
        Complex expected = maps.Aggregate((first, second) => new Complex(first.Real * second.Real, (second.Real * first.Imaginary) + second.Imaginary));
        Assert.That(comm.Allreduce(maps[comm.Rank], compose), Is.EqualTo(expected));
        Complex scanned = comm.Scan(maps[comm.Rank], compose);
        Assert.That(scanned, Is.EqualTo(maps[..(comm.Rank + 1)].Aggregate((first, second) => new Complex(first.Real * second.Real, (second.Real * first.Imaginary) + second.Imaginary))));
        GC.KeepAlive(compose);
    }

    public static void Allreduce_UserMadeOfSpans_CombinesElementwise(ICommunicator comm)
    {
        var gcd = new Operation<long>((a, b) => (long)BigInteger.GreatestCommonDivisor(a, b));
        var result = new long[3];
        comm.Allreduce<long>(new long[] { 12L * (comm.Rank + 1), 35, 6L << comm.Rank }, result, gcd);
        Assert.That(result, Is.EqualTo(new long[] { 12, 35, 6 }));
        GC.KeepAlive(gcd);
    }

    public static void Allreduce_InPlace_MayAliasSendAndReceive(ICommunicator comm)
    {
        double[] values = [comm.Rank, 2.0 * comm.Rank, 1];
        comm.Allreduce<double>(values, values, Operation<double>.Add);
        double sum = comm.Size * (comm.Size - 1.0) / 2;
        Assert.That(values, Is.EqualTo(new[] { sum, 2 * sum, comm.Size }));
        long[] prefix = [comm.Rank + 1, 1];
        comm.Scan<long>(prefix, prefix, Operation<long>.Add);
        Assert.That(prefix, Is.EqualTo(new[] { (comm.Rank + 1L) * (comm.Rank + 2) / 2, comm.Rank + 1 }));
    }

    public static void ImmediateAllreduce_Twice_CompletesInAnyOrder(ICommunicator comm)
    {
        int[] first = new int[1], second = new int[1];
        Request one = comm.ImmediateAllreduce<int>(new[] { comm.Rank }, first, Operation<int>.Add);
        Request two = comm.ImmediateAllreduce<int>(new[] { comm.Rank }, second, Operation<int>.Max);
        two.Wait();
        one.Wait();
        Assert.That(first[0], Is.EqualTo(comm.Size * (comm.Size - 1) / 2));
        Assert.That(second[0], Is.EqualTo(comm.Size - 1));
    }

    public static void ReduceScatter_CountedParts_DealsTheSum(ICommunicator comm)
    {
        int[] counts = AllRanks(comm);
        long[] send = Range(comm.Rank, counts.Sum());
        var part = new long[comm.Rank];
        comm.ReduceScatter<long>(send, part, counts, Operation<long>.Add);
        long start = comm.Rank * (comm.Rank - 1L) / 2, ranks = comm.Size * (comm.Size - 1L) / 2;
        Assert.That(part, Is.EqualTo(Range(start, comm.Rank).Select(i => (comm.Size * i) + ranks)));
    }

    public static void Scan_AndExclusiveScan_EqualClosedForm(ICommunicator comm)
    {
        long r = comm.Rank;
        Assert.That(comm.Scan(r + 1, Operation<long>.Add), Is.EqualTo((r + 1) * (r + 2) / 2));
        Assert.That(comm.ExclusiveScan(r + 1, Operation<long>.Add), Is.EqualTo(r * (r + 1) / 2));
        Assert.That(comm.ExclusiveScan(r + 1, Operation<long>.Multiply, first: 1), Is.EqualTo(AllRanks(comm)[..comm.Rank].Aggregate(1L, (product, i) => product * (i + 1))));
        long[] result = [-7, -7];
        comm.ExclusiveScan<long>(new[] { r, 1 }, result, Operation<long>.Add);
        Assert.That(result, Is.EqualTo(r == 0 ? [-7, -7] : new[] { r * (r - 1) / 2, r }));
    }

    private static void Sum<T>(ICommunicator comm) where T : unmanaged, INumberBase<T> =>
        Assert.That(comm.Allreduce(T.CreateChecked(comm.Rank + 1), Operation<T>.Add), Is.EqualTo(T.CreateChecked(comm.Size * (comm.Size + 1) / 2)), typeof(T).Name);

    private static void Ring<T>(ICommunicator comm, Func<int, T> value) where T : unmanaged
    {
        T[] got = new T[2];
        comm.SendReceive<T>(new[] { value(comm.Rank), value(comm.Rank + 1) }, Next(comm), got, Previous(comm));
        Assert.That(got, Is.EqualTo(new[] { value(Previous(comm)), value(Previous(comm) + 1) }), typeof(T).Name);
        T sent = value(comm.Rank);
        comm.Broadcast(ref sent, comm.Size - 1);
        Assert.That(sent, Is.EqualTo(value(comm.Size - 1)), typeof(T).Name);
    }
}
