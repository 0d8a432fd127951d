using DistArray.Testing;

namespace DistArray.IO.Tests.Agreement;

/// <summary>A rank that has no memory for what rank 0 has read of a file: all ranks throw, and none waits for a broadcast.</summary>
public class MissingMemoryTests
{
    [MpiTest(2, 3)]
    public void Records_OfFortran_AreAskedForTogether(ICommunicator world)
    {
        SequentialRecords? records = world.Rank == 0 ? new SequentialRecords([0, 1, 3], [4, 20, 36], [8, 8, 12]) : null;
        AssertAgreed(world, step => SequentialRecords.Share(records, world, step));
        Assert.That(SequentialRecords.Share(records, world, step => step())[1], Is.EqualTo(new FortranRecord(20, 20, 2)));
    }

    [MpiTest(2, 3)]
    public void Table_IsAskedForTogether(ICommunicator world)
    {
        Table? table = world.Rank == 0 ? new Table([new TableColumn("t", "s"), new TableColumn("e")], [[1, 2, 3], [4, 5, 6]]) : null;
        AssertAgreed(world, step => TableFile.Share(table, world, step));
        Table shared = TableFile.Share(table, world, step => step());
        Assert.That(shared.Columns, Is.EqualTo((TableColumn[])[new("t", "s"), new("e")]));
        Assert.That(shared["e"], Is.EqualTo((double[])[4, 5, 6]));
    }

    [MpiTest(2, 3)]
    public void Headers_OfDnpy_AreAskedForTogether(ICommunicator world)
    {
        List<(long, byte[])> files = world.Rank == 0 ? [(100, [1, 2, 3]), (200, [4])] : [];
        AssertAgreed(world, step => DnpyFile.Share(world, files, step));
        List<(long Length, byte[] Headers)> shared = DnpyFile.Share(world, files, step => step());
        Assert.That(shared.Select(file => file.Length), Is.EqualTo((long[])[100, 200]));
        Assert.That(shared.Select(file => file.Headers), Is.EqualTo((byte[][])[[1, 2, 3], [4]]));
    }

    private static void AssertAgreed(ICommunicator world, Action<Action<Action>> share)
    {
        var agreement = new RankAgreement(world);
        string message = Cases.ThrowsAlike<RankFailedException>(world, () => share(step => agreement.Step("sharing", () =>
        {
            if (world.Rank == 1)
                throw new OutOfMemoryException("no memory here");
            step();
        }))).Message;
        Assert.That(message, Does.Contain("no memory here"));
    }
}
