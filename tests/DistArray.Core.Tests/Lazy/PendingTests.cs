namespace DistArray.Core.Tests.Lazy;

/// <summary>Pending arrays have the values that their operands had when they were built, and are computed once.</summary>
[TestFixture]
public class PendingTests
{
    private static DistArray<double> Ramp(ICommunicator comm, long rows = 7, long columns = 5, string codes = "bb") =>
        Np.FromFunction(new Distribution(comm, [rows, columns], codes), (i, j) => 1.0 + (i * columns) + j);

    private static double[] Expect(Func<double, double> of, int count = 35) => [.. Enumerable.Range(1, count).Select(i => of(i))];

    [TestCase(1)]
    [TestCase(4)]
    public void Expression_IsPendingUntilRead(int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Ramp(comm), b = (a + a) * 0.5 - 1.0;
        Assert.That(b.IsPending, Is.True);
        Assert.That(b.ToArray(), Is.EqualTo(Expect(x => x - 1)));
        Assert.That(b.IsPending, Is.False);
    });

    [Test]
    public void WriteToAnOperand_LeavesPendingValues() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> a = Ramp(comm), b = Ramp(comm);
        DistArray<double> sum = a + b, chain = sum * 2.0;
        a.Fill(0);
        b.Assign(100.0);
        Assert.That(chain.ToArray(), Is.EqualTo(Expect(x => 4 * x)));
        Assert.That(sum.ToArray(), Is.EqualTo(Expect(x => 2 * x)));
        Assert.That((a + b).ToArray(), Is.EqualTo(Expect(_ => 100)));
    });

    [Test]
    public void WriteThroughAViewOfAnOperand_LeavesPendingValues() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), twice = a * 2.0;
        a[1..3, ..] = -1.0;
        Assert.That(twice.ToArray(), Is.EqualTo(Expect(x => 2 * x)));
        Assert.That(a.ToArray(), Is.EqualTo(Expect(x => x is > 5 and <= 15 ? -1 : x)));
    });

    [Test]
    public void WriteByLocalView_LeavesPendingValues() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), twice = a * 2.0;
        foreach (LocalRow<double> row in a.LocalView.Rows) row.Span.Fill(3);
        Assert.That(twice.ToArray(), Is.EqualTo(Expect(x => 2 * x)));
    });

    [Test]
    public void DisposalOfAnOperand_LeavesPendingValues() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), twice = a * 2.0;
        a.Dispose();
        Assert.That(twice.ToArray(), Is.EqualTo(Expect(x => 2 * x)));
        Assert.That(() => a + 1.0, Throws.TypeOf<ObjectDisposedException>());
    });

    [Test]
    public void WriteToAComputedPendingArray_LeavesItsReaders() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), twice = a * 2.0, thrice = twice + a;
        twice.Fill(-1);
        Assert.That(twice.ToArray(), Is.EqualTo(Expect(_ => -1)));
        Assert.That(thrice.ToArray(), Is.EqualTo(Expect(x => 3 * x)));
    });

    [Test]
    public void AssignToAnOperand_ReadsItAsItWas() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), next = a * 2.0 + 1.0;
        a.Assign(next);
        a.Assign(a - next);
        Assert.That(a.ToArray(), Is.EqualTo(Expect(_ => 0)));
        Assert.That(next.ToArray(), Is.EqualTo(Expect(x => (2 * x) + 1)));
    });

    [Test]
    public void AssignOfAnOverlappingView_ReadsItAsItWas() => ThreadCommunicator.Run(1, comm =>
    {
        DistArray<double> a = Np.FromFunction(new Distribution(comm, [8]), i => (double)i);
        a[1..] = a[..^1] + 0.0;
        Assert.That(a.ToArray(), Is.EqualTo(new double[] { 0, 0, 1, 2, 3, 4, 5, 6 }));
        a.Assign(a[Np.Slice(null, null, -1)] * 1.0);
        Assert.That(a.ToArray(), Is.EqualTo(new double[] { 6, 5, 4, 3, 2, 1, 0, 0 }));
    });

    [Test]
    public void SecondReader_MakesTheArrayKeepItsElements() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), b = a * 2.0;
        DistArray<double> first = (b + 1.0).Evaluate();
        Assert.That(b.IsPending, Is.True, "fused into its only reader");
        DistArray<double> second = (b + 2.0).Evaluate();
        Assert.That(b.IsPending, Is.False, "computed for its second reader");
        Assert.That(second.ToArray().Zip(first.ToArray(), (x, y) => x - y), Is.All.EqualTo(1));
    });

    [Test]
    public void ArrayUsedTwiceInOneExpression_IsComputedOnceAndNotKept() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), b = a + 1.0, square = b * b;
        Assert.That(square.ToArray(), Is.EqualTo(Expect(x => (x + 1) * (x + 1))));
        Assert.That(b.IsPending, Is.True);
    });

    [Test]
    public void LongChain_IsComputedInPieces() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), sum = a;
        for (int i = 0; i < 1000; i++) sum = sum + a;
        Assert.That(sum.ToArray(), Is.EqualTo(Expect(x => 1001 * x)));
    });

    [Test]
    public void Evaluation_OnOneRankAlone_DoesNotCommunicate() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> a = Ramp(comm), b = Ramp(comm, codes: "bn"), sum = a + b; // aligned here, on every rank
        if (comm.Rank == 1) Assert.That(sum.LocalToArray(), Is.EqualTo(a.LocalToArray().Select(x => 2 * x)));
    });

    [Test]
    public void Alignment_IsCountedAndLeavesTheLargerOperand() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm, codes: "bn"), row = Np.FromFunction(new Distribution(comm, [5], "b"), j => 10.0 * j);
        long before = AlignmentLog.Count;
        DistArray<double> sum = row + a;
        Assert.That(AlignmentLog.Count, Is.GreaterThan(before));
        Assert.That(sum.Distribution, Is.EqualTo(a.Distribution));
        Assert.That(sum.ToArray(), Is.EqualTo(Expect(x => x + (10 * ((x - 1) % 5)))));
    });

    [Test]
    public void Scope_DisposesOfWhatWasMadeInIt() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), lost, kept;
        using (var scope = new ArrayScope())
        {
            lost = (a * 3.0).Evaluate();
            kept = scope.Keep(a * 2.0);
        }
        Assert.That(() => lost.LocalView, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(kept.ToArray(), Is.EqualTo(Expect(x => 2 * x)));
        Assert.That(a.ToArray(), Is.EqualTo(Expect(x => x)));
    });

    [Test]
    public void LoopWithoutDisposal_KeepsAFlatResidentSet()
    {
        using var comm = new SelfCommunicator();
        var distribution = new Distribution(comm, [50_000]);
        DistArray<double> u = Np.Zeros<double>(distribution), f = Np.Ones<double>(distribution);
        for (int i = 0; i < 2_000; i++) u = u + 0.5 * f;
        long before = Environment.WorkingSet;
        for (int i = 0; i < 30_000; i++) u = u + 0.5 * f;
        long grown = Environment.WorkingSet - before;
        Assert.That(u.LocalToArray(), Is.All.EqualTo(16_000));
        Assert.That(grown, Is.LessThan(200L << 20), "30,000 results of 400 kB would be 12 GB");
    }

    [Test]
    public void Operands_OfDifferentCommunicators_AreRefused() => ThreadCommunicator.Run(2, comm =>
    {
        using var other = new SelfCommunicator();
        DistArray<double> a = Ramp(comm), b = Ramp(other);
        Assert.That(() => a + b, Throws.TypeOf<DistributionMismatchException>());
    });

    [Test]
    public void Shapes_ThatDoNotBroadcast_AreNamed() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), b = Ramp(comm, 7, 4);
        Assert.That(() => a + b, Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("(7, 5)").And.Message.Contains("(7, 4)").And.Message.Contains("axis 1: 5 and 4"));
    });
}
