using System.Numerics;

namespace DistArray.Testing.Tests.Assertions;

/// <summary>Assertions on arrays of this process' ranks.</summary>
[TestFixture(1)]
[TestFixture(2)]
[TestFixture(3)]
[TestFixture(4)]
public class ArrayAssertionsTests(int ranks)
{
    private static DistArray<double> Counted(ICommunicator world, string codes = "bn") => Np.FromFunction<double>(new Distribution(world, [5, 3], codes), (i, j) => (3 * i) + j);

    [Test]
    public void EqualArrays_OfOtherDistributions_Hold() =>
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world), (world, _) => Is.ArrayEqualTo(Counted(world, "nc"))), Is.Null);

    [Test]
    public void Differences_NameTheFirst_TheValues_TheRanks_AndTheLargest()
    {
        string? said = Ranks.SayAlike(ranks, world =>
        {
            DistArray<double> changed = Counted(world);
            changed.SetGlobal(6.25, 2, 0);
            changed.SetGlobal(20, 4, 2);
            return changed;
        }, (world, _) => Is.ArrayEqualTo(Counted(world, "nn")));
        // Rows 2 and 4: on 1, 2, 3, 4 ranks of 5, 3, 2, 2 rows.
        string where = ranks switch { 1 => "rank 0", 2 => "ranks 0-1", 3 => "ranks 1-2", _ => "ranks 1-2" };
        Assert.That(said, Is.EqualTo($"an array of float64 of shape (5, 3), equal to what is expected | 2 of 15 elements differ (on {where})\n    first  [2, 0]: 6.25 where 6 is expected\n    difference at most 6 at [4, 2]"));
    }

    [Test]
    public void CopiesThatDiffer_AreFound()
    {
        string? said = Ranks.SayAlike(ranks, world =>
        {
            DistArray<int> copies = Np.FromFunction<int>(new Distribution(world, [4], "n"), i => (int)i);
            copies.LocalSpan[3] += world.Rank;
            return copies;
        }, (world, _) => Is.ArrayEqualTo(new[] { 0, 1, 2, 3 }));
        if (ranks == 1) Assert.That(said, Is.Null);
        else Assert.That(said, Does.Contain($"{ranks - 1} of 4 elements differ (on {(ranks == 2 ? "rank 1" : $"ranks 1-{ranks - 1}")})\n    first  [3]: 4 where 3 is expected\n    difference at most {ranks - 1} at [3]"));
    }

    [Test]
    public void ArrayOfNet_IsComparedWithItsShape()
    {
        double[,] rows = { { 0, 1, 2 }, { 3, 4, 5 }, { 6, 7, 8 }, { 9, 10, 11 }, { 12, 13, 14 } };
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world, "cn"), (_, _) => Is.ArrayEqualTo(rows)), Is.Null);
        rows[4, 1] = 0;
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world, "cn"), (_, _) => Is.ArrayEqualTo(rows)), Does.Contain("1 of 15 elements differ").And.Contain("first  [4, 1]: 13 where 0 is expected"));
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world), (_, _) => Is.ArrayEqualTo(new double[15])), Does.EndWith("of shape (15,), equal to what is expected | an array of shape (5, 3)"));
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world), (_, _) => Is.ArrayEqualTo(new float[5, 3])), Does.Contain("an array of float32").And.EndWith("| an array of Double"));
    }

    [TestCase(1e-7, 0, true)]
    [TestCase(1e-9, 0, false)]
    [TestCase(0, 1e-6, true)]
    [TestCase(0, 1e-8, false)]
    public void Close_IsRelativeAndAbsolute(double relative, double absolute, bool holds) =>
        Assert.That(Ranks.SayAlike(ranks, world => Counted(world) * (1 + 1e-8), (world, _) => Is.ArrayCloseTo(Counted(world), relative, absolute)), holds ? Is.Null : Does.Contain("elements differ"));

    [Test]
    public void NaN_EqualsNaN_AndAnInfinityItself()
    {
        double[] special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0];
        DistArray<double> Special(ICommunicator world, params double[] values) => Np.FromArray(new Distribution(world, [4], "b"), values);
        Assert.That(Ranks.SayAlike(ranks, world => Special(world, special), (_, _) => Is.ArrayEqualTo(special)), Is.Null);
        Assert.That(Ranks.SayAlike(ranks, world => Special(world, special), (_, _) => Is.ArrayCloseTo(special)), Is.Null);
        Assert.That(Ranks.SayAlike(ranks, world => Special(world, special), (_, _) => Is.ArrayEqualTo(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0 })), Is.Null);
        string? said = Ranks.SayAlike(ranks, world => Special(world, 1, double.NaN, double.PositiveInfinity, 0), (_, _) => Is.ArrayCloseTo(special, relative: 1));
        Assert.That(said, Does.Contain("3 of 4 elements differ").And.Contain("first  [0]: 1 where NaN is expected").And.Contain("difference at most NaN"));
    }

    [Test]
    public void Ulps_AreCounted()
    {
        DistArray<double> Next(ICommunicator world, int steps) => Np.FromFunction<double>(new Distribution(world, [6], "b"), i =>
        {
            double value = i - 2.5;
            for (int step = 0; step < (i == 4 ? steps : 0); step++) value = double.BitIncrement(value);
            return value;
        });
        Assert.That(Ranks.SayAlike(ranks, world => Next(world, 3), (world, _) => Is.ArrayWithinUlps(Next(world, 0), 3)), Is.Null);
        Assert.That(Ranks.SayAlike(ranks, world => Next(world, 4), (world, _) => Is.ArrayWithinUlps(Next(world, 0), 3)), Does.Contain("1 of 6 elements differ").And.Contain("difference in units in the last place at most 4 at [4]"));
    }

    [Test]
    public void ComplexAndWholeNumbers_HaveDistances()
    {
        DistArray<Complex> Of(ICommunicator world, Complex last) => Np.FromArray(new Distribution(world, [2], "b"), new[] { new Complex(1, 2), last });
        Assert.That(Ranks.SayAlike(ranks, world => Of(world, new Complex(3, 4)), (world, _) => Is.ArrayEqualTo(Of(world, Complex.Zero))), Does.Contain("difference at most 5 at [1]"));
        DistArray<ulong> Large(ICommunicator world, ulong value) => Np.FromArray(new Distribution(world, [1], "b"), new[] { value });
        Assert.That(Ranks.SayAlike(ranks, world => Large(world, ulong.MaxValue), (world, _) => Is.ArrayEqualTo(Large(world, ulong.MaxValue - 1))), Does.Contain("first  [0]: 18446744073709551615 where 18446744073709551614 is expected").And.Contain("at most 1 at"));
    }

    [Test]
    public void EmptyArrays_AreEqual() => Assert.That(Ranks.SayAlike(ranks, world => Np.Zeros<double>(new Distribution(world, [0, 3])), (_, _) => Is.ArrayEqualTo(new double[0, 3])), Is.Null);

    [Test]
    public void SameAsOnOneRank_AsksForTheBits()
    {
        static DistArray<double> Honest(ICommunicator world) => Np.Sqrt(Counted(world));
        static DistArray<double> Leaky(ICommunicator world) => Np.FromFunction<double>(new Distribution(world, [5, 3]), (i, j) => i == 4 && j == 0 && world.Size > 1 ? -0.0 : i * j);
        Assert.That(Ranks.SayAlike(ranks, Honest, (_, _) => Is.SameAsOnOneRank(Honest)), Is.Null);
        Assert.That(Ranks.SayAlike(ranks, Leaky, (_, _) => Is.SameAsOnOneRank(Leaky)), ranks == 1 ? Is.Null : Does.Contain("the same bits as").And.Contain("1 of 15 elements differ").And.Contain("[4, 0]: -0 where 0 is expected"));
        Assert.That(Ranks.SayAlike(ranks, Leaky, (_, _) => Is.SameAsOnOneRank(Leaky, absolute: 1e-300)), Is.Null);
    }

    [Test]
    public void SameOnEveryRank_FoldsWhatIsSaid()
    {
        Assert.That(Ranks.SayAlike(ranks, _ => ("energy", 0.1, new[] { 1, 2 }), (world, _) => Is.SameOnEveryRank(world)), Is.Null);
        string? said = Ranks.SayAlike(ranks, world => world.Rank == 0 ? 0.1 : 0.1 + 1e-17 + 2e-17, (world, _) => Is.SameOnEveryRank(world));
        if (ranks == 1) Assert.That(said, Is.Null);
        else Assert.That(said, Is.EqualTo($"the same value on all {ranks} ranks | rank 0: 0.1\n            {(ranks == 2 ? "rank 1" : $"ranks 1-{ranks - 1}")}: 0.10000000000000003"));
    }

    [Test]
    public void DisposedOnOneRank_IsAgreed()
    {
        string[] said = new string[ranks];
        ThreadCommunicator.Run(ranks, world =>
        {
            DistArray<double> array = Counted(world);
            if (world.Rank == ranks - 1) array.Dispose();
            try
            {
                Is.ArrayEqualTo(new double[5, 3]).ApplyTo(array);
            }
            catch (RankFailedException exception)
            {
                said[world.Rank] = exception.Message;
            }
        });
        Assert.That(said, Is.All.Contains("disposed"));
    }
}
