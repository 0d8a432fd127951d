using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.IO.Tests.Hdf5;

/// <summary>Hints reach MPI-IO, which tells them itself, when a file is made, read and changed; and they are the same on all ranks.</summary>
public class HintTests
{
    private static readonly Hdf5FileOptions s_options = new()
    {
        Hints = new Dictionary<string, string> { ["cb_buffer_size"] = "1048576", ["cb_nodes"] = "1", ["no_such_hint"] = "a=b c" },
    };

    [MpiTest(2, 3, 4)]
    public void Hints_OfAFile_ReachMpi(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [9, 7], "bc"));
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            AssertHints(file);
            file.Write("u", array);
        }, s_options);
        using (Hdf5File file = Hdf5File.Open(folder["a.h5"], world, s_options))
        {
            AssertHints(file);
            using DistArray<double> read = file.Read<double>("u", new Distribution(world, [9, 7], "nb"));
            Cases.AssertArange(read, "with hints");
        }
        using (Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world, s_options))
        {
            AssertHints(file);
            file.Write("again", array);
            file.Commit();
        }
        using (Hdf5File file = Hdf5File.Open(folder["a.h5"], world))
            Assert.That(file.GetHints(), Does.Not.ContainKey("no_such_hint"), "hints belong to a file that is open");
    }

    [MpiTest(1)]
    public void Hints_OfOneRank_AreNone(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using Hdf5File file = Hdf5File.Create(folder["a.h5"], world, s_options);
        Assert.That(file.GetHints(), Is.Empty);
    }

    [MpiTest(2, 3)]
    public void Hints_ThatDiffer_NameTheRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var mine = new Hdf5FileOptions { Hints = new Dictionary<string, string> { ["cb_nodes"] = world.Rank == world.Size - 1 ? "2" : "1" } };
        string message = Cases.ThrowsAlike<InvalidOperationException>(world, () => Hdf5File.Create(folder["a.h5"], world, mine)).Message;
        Assert.That(message, Does.Contain($"Ranks 0 and {world.Size - 1}").And.Contain("cb_nodes=1").And.Contain("cb_nodes=2"));
        Assert.That(folder.Names, Is.Empty);
    }

    [MpiTest(1, 2)]
    public void Hints_ThatAreNone_AreRefused(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        foreach ((string key, string value) in ((string, string)[])[("", "1"), ("a=b", "1"), ("a\nb", "1"), ("a", ""), ("a", "1\n2"), ("a", "1\0")])
        {
            var options = new Hdf5FileOptions { Hints = new Dictionary<string, string> { [key] = value } };
            Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Hdf5File.Create(folder["a.h5"], world, options)).Message, Does.Contain("is no hint"), $"'{key}'='{value}'");
        }
        // MPI has its own limits.
        var large = new Hdf5FileOptions { Hints = new Dictionary<string, string> { [new string('k', 1000)] = "1" } };
        if (world.Size > 1)
            Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => Hdf5File.Create(folder["a.h5"], world, large)).Message, Does.Contain("MPI_Info_set"));
        Assert.That(folder.Names, Is.Empty);
    }

    private static void AssertHints(Hdf5File file)
    {
        IReadOnlyDictionary<string, string> hints = file.GetHints();
        Assert.That(hints, Does.ContainKey("cb_nodes").WithValue("1").And.ContainKey("cb_buffer_size").WithValue("1048576"), string.Join(", ", hints));
    }
}
