using Keys = System.Collections.Generic.Dictionary<string, object>;

namespace DistArray.Core.Tests.Protocol;

/// <summary>A bad input for each rule.</summary>
public class ProtocolValidatorTests
{
    private static Keys Good(char type) => type switch
    {
        'b' => new() { ["dist_type"] = "b", ["size"] = 10, ["proc_grid_size"] = 2, ["proc_grid_rank"] = 1, ["start"] = 5, ["stop"] = 10 },
        'c' => new() { ["dist_type"] = "c", ["size"] = 10, ["proc_grid_size"] = 2, ["proc_grid_rank"] = 1, ["start"] = 1 },
        _ => new() { ["dist_type"] = "u", ["size"] = 10, ["proc_grid_size"] = 2, ["proc_grid_rank"] = 1, ["indices"] = new[] { 9, 1, 4, 0, 7 } },
    };

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case('b', "dist_type", "n", "dist_type is 'n'");
        yield return Case('b', "dist_type", null, "'dist_type' is missing");
        yield return Case('b', "size", -1L, "negative");
        yield return Case('b', "size", "ten", "not an integer");
        yield return Case('b', "size", null, "'size' is missing");
        yield return Case('b', "proc_grid_size", 0, "less than 1");
        yield return Case('b', "proc_grid_rank", 2, "outside of proc_grid_size 2");
        yield return Case('b', "proc_grid_rank", -1, "outside of proc_grid_size 2");
        yield return Case('b', "start", null, "'start' is missing");
        yield return Case('b', "stop", null, "'stop' is missing");
        yield return Case('b', "start", -1, "start <= stop <= size");
        yield return Case('b', "start", 11, "start <= stop <= size");
        yield return Case('b', "stop", 11, "start <= stop <= size");
        yield return Case('b', "start", 4, "stop - start is 6, but the buffer has 5");
        yield return Case('b', "proc_grid_rank", 0, "start is 5 on grid rank 0");
        yield return Case('b', "padding", new[] { 1 }, "padding");
        yield return Case('b', "padding", new[] { -1, 0 }, "padding");
        yield return Case('b', "padding", new[] { 3, 3 }, "wider than the buffer");
        yield return Case('b', "padding", new[] { long.MaxValue, long.MaxValue }, "wider than the buffer, which has 5");
        yield return Case('b', "padding", 1, "not a sequence");
        yield return Case('b', "periodic", 1, "not a boolean");
        yield return Case('c', "start", null, "'start' is missing");
        yield return Case('c', "start", 0, "start is 0, but proc_grid_rank * block_size is 1");
        yield return Case('c', "block_size", 0, "less than 1");
        yield return Case('c', "block_size", 2, "start is 1, but proc_grid_rank * block_size is 2");
        yield return Case('c', "size", 9, "owns 4 of 9 indices, but the buffer has 5");
        yield return Case('u', "indices", null, "'indices' is missing");
        yield return Case('u', "indices", new[] { 9, 1, 4, 0 }, "4 indices, but the buffer has 5");
        yield return Case('u', "indices", new[] { 9, 1, 4, 0, 10 }, "index 10 is outside");
        yield return Case('u', "indices", new[] { 9, 1, 4, 1, 7 }, "index 1 is there twice");
        yield return Case('u', "one_to_one", "yes", "not a boolean");

        static TestCaseData Case(char type, string key, object? value, string text) => new TestCaseData(type, key, value, text).SetArgDisplayNames(type.ToString(), key, text);
    }

    [TestCaseSource(nameof(Broken))]
    public void Validate_BrokenRule_IsNamed(char type, string key, object? value, string text)
    {
        Keys keys = Good(type);
        DistributedArrayProtocol.Validate("0.10.0", [5], [keys]);
        if (value is null) keys.Remove(key);
        else keys[key] = value;
        Assert.That(() => DistributedArrayProtocol.Validate("0.10.0", [5], [keys]), Throws.TypeOf<ProtocolException>().With.Message.Contains(text).And.Message.Contains("axis 0"));
    }

    [Test]
    public void Validate_VersionAndDimensions()
    {
        Assert.That(() => DistributedArrayProtocol.Validate("0.9.0", [5], [Good('b')]), Throws.TypeOf<ProtocolException>().With.Message.Contains("0.9.0"));
        Assert.That(() => DistributedArrayProtocol.Validate("0.10.0", [5, 1], [Good('b')]), Throws.TypeOf<ProtocolException>().With.Message.Contains("1 dictionaries").And.Message.Contains("2 dimensions"));
        DistributedArrayProtocol.Validate("0.10.0", [], []);
        Keys empty = Good('c');
        (empty["size"], empty["start"]) = (1, 1);
        DistributedArrayProtocol.Validate("0.10.0", [0], [empty]); // start = size where nothing is owned
    }

    [Test]
    public void ValidateGlobally_OneRanksBrokenRule_ThrowsOnEveryRank() => ThreadCommunicator.Run(2, comm =>
        Assert.That(() => Globally(comm, Block(comm, 10, comm.Rank == 0 ? 0 : 5, comm.Rank == 0 ? 5 : 11)), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 1")));

    [Test]
    public void ValidateGlobally_RulesThatSpanTheAxis() => ThreadCommunicator.Run(2, comm =>
    {
        bool first = comm.Rank == 0;
        Globally(comm, Block(comm, 10, first ? 0 : 5, first ? 5 : 10));
        Refuse("owns from 6, but those before it own up to 5", Block(comm, 10, first ? 0 : 6, first ? 5 : 10));
        Refuse("owns from 4, but those before it own up to 5", Block(comm, 10, first ? 0 : 4, first ? 5 : 10));
        Refuse("the last block ends at 9, but the size is 10", Block(comm, 10, first ? 0 : 5, first ? 5 : 9));
        Refuse("right padding 2, but grid rank 1 has left padding 1", Block(comm, 10, first ? 0 : 4, first ? 7 : 10, first ? [0, 2] : [1, 0]));
        Refuse("differ", Block(comm, first ? 10 : 11, first ? 0 : 5, first ? 5 : 11));
        Keys periodic = Block(comm, 10, first ? 0 : 5, first ? 5 : 10);
        periodic["periodic"] = first;
        Refuse("differ", periodic);
        Keys rank = Block(comm, 10, 0, 5);
        rank["proc_grid_rank"] = 0;
        Refuse("process 1 says proc_grid_rank 0", rank);
        Keys size = Block(comm, 10, first ? 0 : 5, first ? 5 : 10);
        size["proc_grid_size"] = 3;
        Refuse("has 3 places, but there are 2 processes", size);
        Keys Cyclic(int blockSize) => new() { ["dist_type"] = "c", ["size"] = 8, ["proc_grid_size"] = 2, ["proc_grid_rank"] = comm.Rank, ["start"] = comm.Rank * blockSize, ["block_size"] = blockSize };
        Globally(comm, Cyclic(2), 4);
        Refuse("differ", Cyclic(first ? 2 : 1), 4);
        Keys Unstructured(params int[] indices) => new() { ["dist_type"] = "u", ["size"] = 4, ["proc_grid_size"] = 2, ["proc_grid_rank"] = comm.Rank, ["indices"] = indices, ["one_to_one"] = true };
        Globally(comm, first ? Unstructured(3, 0) : Unstructured(1, 2), 2);
        Assert.That(() => Globally(comm, first ? Unstructured(3, 0) : Unstructured(1, 3), 2), Throws.InstanceOf<CommunicationException>().With.Message.Contains("one_to_one"));

        void Refuse(string text, Keys keys, int? extent = null) => Assert.That(() => Globally(comm, keys, extent), Throws.TypeOf<ProtocolException>().With.Message.Contains(text));
    });

    [Test]
    public void ValidateGlobally_PaddingIsAtMostWhatTheNeighbourOwns() => ThreadCommunicator.Run(3, comm =>
    {
        // The middle one owns 4 to 5 alone.
        (long start, long stop, int[] padding) = new[] { (0L, 6L, new[] { 0, 2 }), (2, 7, [2, 2]), (3, 10, [2, 0]) }[comm.Rank];
        Keys keys = Block(comm, 10, start, stop, padding);
        keys["proc_grid_size"] = 3;
        Assert.That(() => Globally(comm, keys), Throws.TypeOf<ProtocolException>().With.Message.Contains("the padding of 2 between grid ranks 0 and 1 is more than one of them owns"));
    });

    [Test]
    public void ValidateGlobally_ProcessesOfOneGridRowMustAgree() => ThreadCommunicator.Run(4, comm =>
    {
        // Rows are cut at 3 by the left processes and at 2 by the right ones.
        int i = comm.Rank / 2, j = comm.Rank % 2, cut = j == 0 ? 3 : 2;
        Keys rows = Block(comm, 5, i == 0 ? 0 : cut, i == 0 ? cut : 5), columns = Block(comm, 4, 2 * j, (2 * j) + 2);
        rows["proc_grid_rank"] = i;
        columns["proc_grid_rank"] = j;
        Assert.That(() => DistributedArrayProtocol.ValidateGlobally(comm, "0.10.0", [i == 0 ? cut : 5 - cut, 2], [rows, columns]),
            Throws.TypeOf<ProtocolException>().With.Message.Contains("does not agree"));
    });

    [Test]
    public void Import_UnstructuredLinesThatDisagree_ThrowsOnEveryRank([Values] bool oneToOne) => ThreadCommunicator.Run(4, comm =>
    {
        // Both columns of processes hold every index once, but in different places; or one of them holds an index twice.
        int i = comm.Rank / 2, j = comm.Rank % 2;
        int[][] indices = oneToOne ? [[0, 1], [1, 0], [2, 3], [3, 2]] : [[0, 1], [0, 1], [2, 3], [1, 2]];
        Keys Axis(int place, int[] mine) => new() { ["dist_type"] = "u", ["size"] = 4, ["proc_grid_size"] = 2, ["proc_grid_rank"] = place, ["indices"] = mine, ["one_to_one"] = oneToOne };
        var export = new DistributedArrayExport<double>("0.10.0", LocalBlock<double>.Allocate([2, 2]), [Axis(i, indices[comm.Rank]), Axis(j, j == 0 ? [0, 1] : [2, 3])]);
        Assert.That(() => DistributedArrayProtocol.Import(comm, export), Throws.TypeOf<ProtocolException>().With.Message.Contains("does not agree"));
    });

    [Test]
    public void Import_UnstructuredIndexWithoutOwner_ThrowsOnEveryRank() => ThreadCommunicator.Run(2, comm =>
    {
        Keys axis = new() { ["dist_type"] = "u", ["size"] = 4, ["proc_grid_size"] = 2, ["proc_grid_rank"] = comm.Rank, ["indices"] = comm.Rank == 0 ? new[] { 0, 1 } : [1, 2] };
        var export = new DistributedArrayExport<double>("0.10.0", LocalBlock<double>.Allocate([2]), [axis]);
        Assert.That(() => DistributedArrayProtocol.Import(comm, export), Throws.InstanceOf<CommunicationException>().With.Message.Contains("Index 1 is on part 0 and on part 1"));
    });

    private static Keys Block(ICommunicator comm, long size, long start, long stop, int[]? padding = null)
    {
        var keys = new Keys { ["dist_type"] = "b", ["size"] = size, ["proc_grid_size"] = 2, ["proc_grid_rank"] = comm.Rank, ["start"] = start, ["stop"] = stop };
        if (padding is not null) keys["padding"] = padding;
        return keys;
    }

    private static void Globally(ICommunicator comm, Keys keys, int? extent = null) =>
        DistributedArrayProtocol.ValidateGlobally(comm, "0.10.0", [extent ?? (int)((long)keys["stop"] - (long)keys["start"])], [keys]);
}
