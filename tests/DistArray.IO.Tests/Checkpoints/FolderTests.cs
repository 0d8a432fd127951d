using DistArray.Testing;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>Which checkpoints stay in a folder, and what a full disk does to them.</summary>
public class FolderTests
{
    [MpiTest(1, 2, 4)]
    public void Save_IntoAFolder_KeepsTheNewest(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [13]));
        string place = folder["made/here"];
        // Step 20 comes after 30: a run that went back.
        foreach (long step in (long[])[10, 30, 20])
        {
            string path = Checkpoint.Save(place, step, world, state => state.Array("a", array), keep: 2);
            Assert.That(Checkpoint.Latest(place, world), Is.EqualTo(path));
            Assert.That(Checkpoint.Inspect(path, world).Step, Is.EqualTo(step));
        }
        world.Barrier();
        Assert.That(Names(world, place), Is.EqualTo((string[])["checkpoint_000002_step_30.h5", "checkpoint_000003_step_20.h5"]));
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(Path.Combine(place, "checkpoint_000004_step_25.h5.partial"), "of a job that was killed");
            File.WriteAllText(Path.Combine(place, "checkpoint_mine.h5"), "not ours");
            return 0;
        });
        Checkpoint.Save(place, 40, world, state => state.Array("a", array), keep: 1);
        world.Barrier();
        Assert.That(Names(world, place), Is.EqualTo((string[])["checkpoint_000004_step_40.h5", "checkpoint_mine.h5"]));
    }

    [MpiTest(2, 3)]
    public void Load_ThatFailsOnOneRankAfterTheLastEntry_ThrowsOnAll(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [13]));
        Checkpoint.Save(folder["c.h5"], world, state => state.Array("a", array));
        Assert.That(() => Checkpoint.Load(folder["c.h5"], world, state =>
        {
            state.Array("a", array);
            if (world.Rank == 1) throw new FormatException("not what rank 1 wants");
        }), Throws.InstanceOf<RankFailedException>().With.Message.Contains("not what rank 1 wants"));
    }

    [MpiTest(1, 3)]
    public void Save_OnAFullDisk_KeepsAllThatIsThere(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [30_000])), large = Cases.Arange(new Distribution(world, [300_000]));
        using DistArray<double> loaded = Np.Zeros<double>(new Distribution(world, [30_000], "c"));
        for (int step = 1; step <= 2; step++)
            Checkpoint.Save(disk["c"], step, world, state => state.Array("a", small));
        string[] before = Names(world, disk["c"]);
        IOException exception = Cases.ThrowsAlike<IOException>(world, () => Checkpoint.Save(disk["c"], 3, world, state => state.Array("a", large), keep: 1));
        Assert.That(exception.Message, Does.Contain("No space left on device"));
        Assert.That(Names(world, disk["c"]), Is.EqualTo(before).And.Length.EqualTo(2));
        LoadedCheckpoint taken = Checkpoint.LoadLatest(disk["c"], world, state => state.Array("a", loaded));
        Assert.That((taken.Info.Step, taken.Warnings.Count), Is.EqualTo((2L, 0)));
        Cases.AssertArange(loaded, "old");

        disk.MakeReadOnly();
        Assert.That(Cases.ThrowsAlike<Exception>(world, () => Checkpoint.Save(disk["c"], 3, world, state => state.Array("a", small))).Message, Does.Contain("ead-only"));
        Assert.That(Cases.ThrowsAlike<Exception>(world, () => Checkpoint.Save(disk["new"], 3, world, state => state.Array("a", small))).Message, Does.Contain("ead-only"));
        Assert.That(Checkpoint.LoadLatest(disk["c"], world, state => state.Array("a", loaded)).Info.Step, Is.EqualTo(2));
    }

    private static string[] Names(ICommunicator world, string folder) =>
        world.Broadcast(world.Rank == 0 ? string.Join('\n', Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)) : null, 0)!.Split('\n');
}
