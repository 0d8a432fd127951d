namespace DistArray.Core.Tests.Redistributing;

public class ReshapingTests
{
    private const int Cases = 100;

    [Test]
    public void Copy_BetweenRandomShapesAndDistributions_KeepsRowMajorOrder([Values(1, 2, 3, 4, 6, 8, 13, 16)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i;
            var any = new RandomDistributions(number, comm);
            long[] shape = Shape(any.Random), other = Shape(any.Random);
            Distribution from = any.Of(shape, structured: i % 4 > 0), to = any.Of(other, structured: i % 4 > 0);
            var own = new System.Random(number + comm.Rank);
            using DistArray<int> source = Arrays.Strided<int>(from, own), target = Arrays.Strided<int>(to, own);
            Arrays.Fill(source, linear => (int)linear);
            Reshaping.Copy(source, target);
            Assert.That(Arrays.Wrong(target, linear => (int)linear) ?? Arrays.Wrong(source, linear => (int)linear), Is.Null, $"case {number}: {from} to {to}, rank {comm.Rank}");
        }
    });

    [Test]
    public void Redistribute_NewShape_FillsInTheOpenExtent() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, [6, 4], "nc"), MemoryOrder.ColumnMajor);
        Arrays.Fill(a, linear => linear);
        using DistArray<double> b = a.Redistribute([2, -1, 3], "nbn");
        Assert.That(b.Shape.ToArray(), Is.EqualTo(new[] { 2, 4, 3 }));
        Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
        Assert.That(() => a.Redistribute([5, -1], "bn"), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("24 elements of shape (6, 4)"));
        Assert.That(() => a.Redistribute([-1, -1], "bn"), Throws.TypeOf<ShapeMismatchException>());
    });

    [Test]
    public void Copy_OfWholeRows_MakesOneRunEachPartner() => ThreadCommunicator.Run(2, comm =>
    {
        var from = new Distribution(comm, [1000, 10, 3], "bnn");
        var to = new Distribution(comm, [30000], "b");
        using DistArray<double> a = Np.Zeros<double>(from), b = Np.Zeros<double>(to);
        Assert.That(new LinearRuns(from, a.ReadOperand()).All().Count(), Is.EqualTo(1));
        Assert.That(new LinearRuns(to, b.ReadOperand()).All().Count(), Is.EqualTo(1));
    });

    [Test]
    public void Copy_OfCyclicAxes_ListsAFewRunsEachPartner([Values(1, 2, 3)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        foreach ((string codes, long[] shape) in ((string, long[])[])[("c", [60000]), ("c(3)", [60000]), ("nc(5)", [3, 20000]), ("c(7)n", [600, 100]), ("bn", [600, 100])])
        {
            Distribution from = new(comm, [200, 300], "bn"), to = new(comm, shape, codes);
            using DistArray<int> a = Np.Empty<int>(from), b = Np.Empty<int>(to), c = Np.Empty<int>(from);
            Arrays.Fill(a, linear => (int)linear);
            Reshaping.Copy(a, b);
            Reshaping.Copy(b, c);
            Assert.That(Arrays.Wrong(b, linear => (int)linear) ?? Arrays.Wrong(c, linear => (int)linear), Is.Null, codes);
            var plan = new ReshapingPlan(from, to, ExchangeEnds.Open(a, b));
            Assert.That(plan.Sends.Concat(plan.Receives).Select(one => one.List.Weight), Is.All.LessThan(20), codes);
        }
    });

    // 72 elements, with axes of one among them.
    private static long[] Shape(System.Random random)
    {
        const int Size = 72;
        var extents = new List<long>();
        for (int left = Size; left > 1;)
        {
            int[] divisors = [.. Enumerable.Range(2, left - 1).Where(d => left % d == 0)];
            int chosen = divisors[random.Next(divisors.Length)];
            extents.Add(chosen);
            left /= chosen;
            if (random.Next(3) == 0) extents.Add(1);
        }
        return [.. extents];
    }
}
