namespace DistArray.Core.Tests.Lazy;

/// <summary>When and by whom shifts are read.</summary>
[TestFixture]
[NonParallelizable]
public unsafe class ShiftReadTests
{
    private static DistArray<double> Ring(ICommunicator comm) =>
        Np.FromFunction(new Distribution(comm, [12], "b", haloLow: [1], haloHigh: [1], periodic: [true]), (long i) => 1.0 + i);

    private static void Run(bool links, Action<ICommunicator> body)
    {
        HaloCarrier.LinksThreads = links;
        try
        {
            Assert.That(Task.Run(() => ThreadCommunicator.Run(2, body)).Wait(20_000), Is.True, "A rank waits for ever.");
        }
        finally
        {
            HaloCarrier.LinksThreads = false;
        }
    }

    [Test]
    public void ShiftBy0_IsAnArrayOfItsOwn([Values(1, 2)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Ring(comm), same = a.Shift(0, 0);
        a.Fill(0);
        Assert.That(same.ToArray(), Is.EqualTo(Enumerable.Range(1, 12)));
        a.Shift(0, 0).Dispose();
        Assert.That(a.ToArray(), Is.All.Zero);
    });

    // The faces are large enough to be read where they lie.
    [Test]
    public void Read_ByOneRankAlone_WaitsForNoOther([Values] bool links) => Run(links, comm =>
    {
        DistArray<double> a = Np.FromFunction(new Distribution(comm, [8, 8192], "bn", haloLow: [1, 0], haloHigh: [1, 0], periodic: [true, false]), (i, j) => i + (0.5 * j));
        DistArray<double> shifted = a.Shift(0, 1);
        if (comm.Rank == 0) Assert.That(shifted.LocalToArray()[0], Is.EqualTo(1));
        comm.Barrier();
        a.SetGlobal(-1, 0, 0);
        comm.Barrier();
        Assert.That(shifted.ToArray()[^8192], Is.EqualTo(0));
    });

    [Test]
    public void Reads_ByOneRankAlone_WaitForNoOther([Values] bool links) => Run(links, comm =>
    {
        DistArray<double> a = Ring(comm), other = Ring(comm);
        var kept = new List<DistArray<double>>();
        for (int i = 0; i < 100; i++)
        {
            kept.Add(a.Shift(0, 1));
            if (comm.Rank == 0) Assert.That(kept[^1].LocalToArray()[0], Is.EqualTo(2));
            comm.Barrier();
            if (i % 10 == 3) other.UpdateHalo();
        }
        foreach (DistArray<double> shifted in kept) Assert.That(shifted.ToArray()[5], Is.EqualTo(7));
    });

    [Test]
    public void Read_AfterAFailedExchange_FailsAgain([Values] bool links) => Run(links, comm =>
    {
        var distribution = new Distribution(comm, [4], "b", haloLow: [1], haloHigh: [1], periodic: [true]);
        double* cells = stackalloc double[] { 0, 1, 2, 0 };
        string? problem = null;
        DistArray<double> a = DistArray<double>.Wrap(distribution, new LocalBlock<double>(cells, [4], [1], new ForeignMemory(cells, 32, "cells", problem: () => problem)));
        Assert.That(a.Shift(0, 1).ToArray(), Is.EqualTo(new double[] { 2, 1, 2, 1 }));
        if (comm.Rank == 1)
        {
            problem = "it moved";
            Assert.That(() => a.Shift(0, 1), Throws.TypeOf<StaleViewException>());
            return;
        }
        DistArray<double> shifted = a.Shift(0, 1);
        for (int i = 0; i < 2; i++) Assert.That(() => shifted.LocalToArray(), Throws.TypeOf<CommunicationException>());
        Assert.That(() => (shifted + a).LocalToArray(), Throws.TypeOf<CommunicationException>());
    });
}
