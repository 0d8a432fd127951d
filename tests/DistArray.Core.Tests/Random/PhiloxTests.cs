namespace DistArray.Core.Tests.Random;

public class PhiloxTests
{
    // The known answers that Random123 ships (kat_vectors, philox4x32 10).
    [TestCase(0UL, 0UL, 0UL, new[] { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u })]
    [TestCase(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, new[] { 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu })]
    [TestCase(0x299f31d0a4093822UL, 0x85a308d3243f6a88UL, 0x0370734413198a2eUL, new[] { 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u })]
    public void Generate_EqualsTheKnownAnswers(ulong seed, ulong counter, ulong stream, uint[] expected)
    {
        var (x0, x1, x2, x3) = Philox4x32.Generate(seed, counter, stream);
        Assert.That(new[] { x0, x1, x2, x3 }, Is.EqualTo(expected));
    }

    [Test]
    public void Arrays_AreTheSameOnAnyRanksAndDistribution()
    {
        double[] uniform = [], normal = [];
        using (var self = new SelfCommunicator())
        {
            RandomGenerator random = Np.Random(42);
            uniform = random.Uniform(new Distribution(self, [13, 8])).ToArray();
            normal = random.Normal(new Distribution(self, [13, 8])).ToArray();
        }
        Assert.That(uniform[3], Is.EqualTo(Philox4x32.Uniform(42, 1).Second));
        Assert.That(normal[2], Is.EqualTo(Philox4x32.Normal(42, 1, 1).First));
        foreach (int size in new[] { 2, 3, 7 })
        {
            ThreadCommunicator.Run(size, comm =>
            {
                RandomGenerator random = Np.Random(42);
                Assert.That(random.Uniform(new Distribution(comm, [13, 8], "cb"), order: MemoryOrder.ColumnMajor).ToArray(), Is.EqualTo(uniform));
                Assert.That(random.Normal(new Distribution(comm, [13, 8], "nb")).ToArray(), Is.EqualTo(normal));
            });
        }
    }

    [Test]
    public void Moments_AreThoseOfTheDistributions()
    {
        using var self = new SelfCommunicator();
        var d = new Distribution(self, [200_000]);
        using DistArray<double> u = Np.Random(7).Uniform(d, low: -1, high: 3), z = Np.Random(7).Normal(d, loc: 2, scale: 3);
        Assert.That(u.Mean(), Is.EqualTo(1).Within(0.02));
        Assert.That(u.Min(), Is.InRange(-1, -0.999));
        Assert.That(u.Max(), Is.InRange(2.999, 3));
        Assert.That(((u - 1) * (u - 1)).Mean(), Is.EqualTo(16.0 / 12).Within(0.02));
        Assert.That(z.Mean(), Is.EqualTo(2).Within(0.04));
        Assert.That(((z - 2) * (z - 2)).Mean(), Is.EqualTo(9).Within(0.15));
        double[] values = z.ToArray();
        double correlation = values.Zip(values.Skip(1), (a, b) => (a - 2) * (b - 2)).Average() / 9;
        Assert.That(correlation, Is.Zero.Within(0.01));
        Assert.That(() => Np.Random(7).Normal(d, scale: -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Seeds_AndCalls_GiveOtherNumbers()
    {
        using var self = new SelfCommunicator();
        var d = new Distribution(self, [100]);
        RandomGenerator random = Np.Random(1);
        double[] first = random.Uniform(d).ToArray(), second = random.Uniform(d).ToArray(), other = Np.Random(2).Uniform(d).ToArray();
        Assert.That(first.Concat(second).Concat(other).Distinct().Count(), Is.EqualTo(300));
        Assert.That(Np.Random(1).Uniform(d).ToArray(), Is.EqualTo(first));
    }
}
