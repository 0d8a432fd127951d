using Keys = System.Collections.Generic.Dictionary<string, object>;

namespace DistArray.Core.Tests.Protocol;

/// <summary>The worked tables of the protocol page, in (as dictionaries written out) and out.</summary>
public class ProtocolTableTests
{
    private static Keys Block(long size, int parts, int part, long start, long stop, int[]? padding = null)
    {
        var keys = new Keys { ["dist_type"] = "b", ["size"] = size, ["proc_grid_size"] = parts, ["proc_grid_rank"] = part, ["start"] = start, ["stop"] = stop };
        if (padding is not null) keys["padding"] = padding;
        return keys;
    }

    private static Keys Cyclic(long size, int parts, int part, long start, int? blockSize = null)
    {
        var keys = new Keys { ["dist_type"] = "c", ["size"] = size, ["proc_grid_size"] = parts, ["proc_grid_rank"] = part, ["start"] = start };
        if (blockSize is { } bs) keys["block_size"] = bs;
        return keys;
    }

    private static Keys Unstructured(long size, int parts, int part, long[] indices) => new()
    {
        ["dist_type"] = "u", ["size"] = size, ["proc_grid_size"] = parts, ["proc_grid_rank"] = part, ["indices"] = indices, ["one_to_one"] = true,
    };

    // Imports dictionaries, compares the global indices of every local place, and exports the same dictionaries again.
    private static void Check(ICommunicator comm, Keys[] dimData, int[] bufferShape, long[][] owned, bool sameBack = true)
    {
        LocalBlock<double> block = LocalBlock<double>.Allocate(bufferShape);
        DistributedArrayProtocol.ValidateGlobally(comm, "0.10.0", bufferShape, dimData);
        DistArray<double> array = DistributedArrayProtocol.Import(comm, new DistributedArrayExport<double>("0.10.0", block, dimData));
        Distribution d = array.Distribution;
        Assert.That(d.LocalShape.ToArray(), Is.EqualTo(owned.Select(indices => indices.Length)));
        for (int axis = 0; axis < d.NDim; axis++)
            Assert.That(Enumerable.Range(0, d.LocalShape[axis]).Select(local => d.DimMaps[axis].LocalToGlobal(d.GridCoordinates[axis], local)), Is.EqualTo(owned[axis]));
        DistributedArrayExport<double> export = DistributedArrayProtocol.Export(array);
        Assert.That(export.Version, Is.EqualTo("0.10.0"));
        if (!sameBack) return;
        Assert.That(export.DimData, Is.EqualTo(dimData));
        Assert.That(export.Buffer.Shape.ToArray(), Is.EqualTo(bufferShape));
    }

    private static long[] Range(long start, long stop, long step = 1)
    {
        var values = new List<long>();
        for (long i = start; i < stop; i += step) values.Add(i);
        return [.. values];
    }

    [Test]
    public void Table1_Block10Over4() => ThreadCommunicator.Run(4, comm =>
    {
        (long start, long stop) = new[] { (0L, 3L), (3, 6), (6, 9), (9, 10) }[comm.Rank];
        Check(comm, [Block(10, 4, comm.Rank, start, stop)], [(int)(stop - start)], [Range(start, stop)]);
        AssertExports(new Distribution(comm, [10], "b"), [Block(10, 4, comm.Rank, start, stop)]);
    });

    [Test]
    public void Table2_BlockBlock() => ThreadCommunicator.Run(4, comm =>
    {
        int i = comm.Rank / 2, j = comm.Rank % 2;
        (long r0, long r1) = i == 0 ? (0L, 3L) : (3, 5);
        (long c0, long c1) = j == 0 ? (0L, 5L) : (5, 9);
        int[] local = new[] { new[] { 3, 5 }, [3, 4], [2, 5], [2, 4] }[comm.Rank];
        Check(comm, [Block(5, 2, i, r0, r1), Block(9, 2, j, c0, c1)], local, [Range(r0, r1), Range(c0, c1)]);
        AssertExports(new Distribution(comm, [5, 9], "bb", new ProcessGrid(2, 2)), [Block(5, 2, i, r0, r1), Block(9, 2, j, c0, c1)]);
    });

    [Test]
    public void Table3_CyclicCyclic() => ThreadCommunicator.Run(4, comm =>
    {
        int i = comm.Rank / 2, j = comm.Rank % 2;
        long[] rows = i == 0 ? [0, 2, 4] : [1, 3], columns = j == 0 ? [0, 2, 4, 6, 8] : [1, 3, 5, 7];
        Check(comm, [Cyclic(5, 2, i, i), Cyclic(9, 2, j, j)], [rows.Length, columns.Length], [rows, columns]);
        AssertExports(new Distribution(comm, [5, 9], "cc", new ProcessGrid(2, 2)), [Cyclic(5, 2, i, i), Cyclic(9, 2, j, j)]);
    });

    [Test]
    public void Table4_IrregularBlocks() => ThreadCommunicator.Run(4, comm =>
    {
        int i = comm.Rank / 2, j = comm.Rank % 2;
        long[] rows = [0, 1, 5], columns = [0, 2, 9];
        int[] local = new[] { new[] { 1, 2 }, [1, 7], [4, 2], [4, 7] }[comm.Rank];
        Check(comm, [Block(5, 2, i, rows[i], rows[i + 1]), Block(9, 2, j, columns[j], columns[j + 1])], local, [Range(rows[i], rows[i + 1]), Range(columns[j], columns[j + 1])]);
    });

    [Test]
    public void Table5_BlockCyclic() => ThreadCommunicator.Run(4, comm =>
    {
        int i = comm.Rank / 2, j = comm.Rank % 2;
        long[] rows = i == 0 ? [0, 1, 4] : [2, 3], columns = j == 0 ? [0, 1, 4, 5, 8] : [2, 3, 6, 7];
        Check(comm, [Cyclic(5, 2, i, 2 * i, 2), Cyclic(9, 2, j, 2 * j, 2)], [rows.Length, columns.Length], [rows, columns]);
        AssertExports(new Distribution(comm, [5, 9], "c(2)c(2)", new ProcessGrid(2, 2)), [Cyclic(5, 2, i, 2 * i, 2), Cyclic(9, 2, j, 2 * j, 2)]);
    });

    [Test]
    public void Table6_Unstructured() => ThreadCommunicator.Run(4, comm =>
    {
        int i = comm.Rank / 2, j = comm.Rank % 2;
        long[] rows = i == 0 ? [3, 0] : [4, 2, 1], columns = j == 0 ? [2, 3, 7, 1] : [6, 5, 8, 0, 4];
        Check(comm, [Unstructured(5, 2, i, rows), Unstructured(9, 2, j, columns)], [rows.Length, columns.Length], [rows, columns]);
    });

    [Test]
    public void Table7_BoundaryAndCommunicationPadding() => ThreadCommunicator.Run(2, comm =>
    {
        (long start, long stop) = comm.Rank == 0 ? (0L, 10L) : (8, 18);
        Check(comm, [Block(18, 2, comm.Rank, start, stop, [1, 1])], [10], [comm.Rank == 0 ? Range(0, 9) : Range(9, 18)], sameBack: false);
    });

    [Test]
    public void Table8_CommunicationPadding() => ThreadCommunicator.Run(3, comm =>
    {
        (long start, long stop) = new[] { (0L, 5L), (3, 9), (7, 12) }[comm.Rank];
        int[] padding = new[] { new[] { 0, 1 }, [1, 1], [1, 0] }[comm.Rank];
        Check(comm, [Block(12, 3, comm.Rank, start, stop, padding)], [(int)(stop - start)], [Range(4 * comm.Rank, (4 * comm.Rank) + 4)]);
        AssertExports(new Distribution(comm, [12], "b", haloLow: [1], haloHigh: [1]), [Block(12, 3, comm.Rank, start, stop, padding)]);
    });

    [Test]
    public void Table9_EmptyCyclicSection() => ThreadCommunicator.Run(4, comm =>
    {
        int local = comm.Rank < 3 ? 1 : 0;
        Check(comm, [Cyclic(3, 4, comm.Rank, comm.Rank)], [local], [local == 1 ? [comm.Rank] : []]);
    });

    [Test]
    public void EmptyDictionary_IsAnUndistributedAxis() => ThreadCommunicator.Run(2, comm =>
        Check(comm, [new Keys(), Block(4, 2, comm.Rank, 2 * comm.Rank, (2 * comm.Rank) + 2)], [5, 2], [Range(0, 5), Range(2 * comm.Rank, (2 * comm.Rank) + 2)], sameBack: false));

    [Test]
    public void Export_SharesTheMemory() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [9, 4], "bn", haloLow: [2, 1], haloHigh: [1, 0], periodic: [true, false]), (i, j) => (4 * i) + j);
        DistributedArrayExport<double> export = DistributedArrayProtocol.Export(a);
        Assert.That(export.DimData[0]["periodic"], Is.True);
        Assert.That(export.DimData[0].GetValueOrDefault("padding"), Is.EqualTo(new[] { comm.Rank > 0 ? 1 : 0, comm.Rank < 2 ? 1 : 0 }), "as wide as both neighbours store");
        DistArray<double> back = DistributedArrayProtocol.Import(comm, export);
        Assert.That(back.Distribution == a.Distribution, Is.True);
        back.LocalView[0, 0] = -1;
        Assert.That(a.LocalView[0, 0], Is.EqualTo(-1));
        Assert.That(back.Distribution.Periodic[0], Is.True);
    });

    [Test]
    public void Export_OfAReplicatedArray_IsRefused() => ThreadCommunicator.Run(2, comm =>
        Assert.That(() => DistributedArrayProtocol.Export(Np.Zeros<int>(new Distribution(comm, [3], "n"))), Throws.TypeOf<NotSupportedException>()));

    [Test]
    public void Export_OfRanksInFortranOrder_IsRefusedWithTheWayOut() => ThreadCommunicator.Run(6, comm =>
    {
        int row = comm.Rank % 2, column = comm.Rank / 2;
        var d = Distribution.FromBlocks(comm, [4, 9], [2 * row, 3 * column], [2, 3]);
        using var array = Np.FromFunction<double>(d, (i, j) => (9 * i) + j);
        Assert.That(() => DistributedArrayProtocol.Export(array), Throws.TypeOf<NotSupportedException>().With.Message.Contains("C order").And.Message.Contains("Transpose()"));
        DistArray<double> back = DistributedArrayProtocol.Import(comm, DistributedArrayProtocol.Export(array.Transpose()));
        Assert.That(back.Transpose().ToArray(), Is.EqualTo(Enumerable.Range(0, 36)));
    });

    private static void AssertExports(Distribution distribution, Keys[] expected)
    {
        using var array = Np.Zeros<float>(distribution);
        Assert.That(DistributedArrayProtocol.Export(array).DimData, Is.EqualTo(expected));
    }
}
