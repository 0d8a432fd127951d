using DistArray.Testing;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>Damage is found wherever it is, and the checkpoint before is taken.</summary>
public class DamageTests
{
    [MpiTest(1, 2, 3)]
    public void LoadLatest_WithAFlippedBitInTheData_TakesTheOneBefore(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> saved = Cases.Arange(new Distribution(world, [40, 25], "bn")), loaded = Np.Zeros<double>(new Distribution(world, [40, 25], "nc"));
        long step = 1;
        Checkpoint.Save(folder.Path, step, world, Describe(saved));
        step = 2;
        string newest = Checkpoint.Save(folder.Path, step, world, Describe(saved));
        long offset = long.Parse(world.Broadcast(Outside.RunPython(world, "print(h5py.File(sys.argv[1])['density'].id.get_offset())", newest), 0)!);
        // Every 97th bit of 8000 bytes, first and last among them.
        foreach (int bit in Enumerable.Range(0, 660).Select(i => i * 97).Append(8 * 8000 - 1).Where((_, i) => world.Size == 1 || i % 40 == 0))
        {
            Flip(world, newest, offset + bit / 8, bit % 8);
            CheckpointException exception = Cases.ThrowsAlike<CheckpointException>(world, () => Checkpoint.Load(newest, world, Describe(loaded)));
            Assert.That(exception.Message, Does.Contain(newest).And.Contain("checksum of density"));
            LoadedCheckpoint taken = Checkpoint.LoadLatest(folder.Path, world, Describe(loaded));
            Assert.That((taken.Info.Step, step), Is.EqualTo((1L, 1L)));
            Assert.That(taken.Warnings, Is.EqualTo((string[])[exception.Message]));
            Cases.AssertArange(loaded, $"bit {bit}");
            Flip(world, newest, offset + bit / 8, bit % 8);
        }
        Assert.That(Checkpoint.LoadLatest(folder.Path, world, Describe(loaded)).Info.Step, Is.EqualTo(2));

        Action<CheckpointState> Describe(DistArray<double> array) => state =>
        {
            state.Value("step", ref step);
            state.Array("density", array);
        };
    }

    [Test]
    public void Load_WithAnyBitFlipped_IsTheSameOrRefused()
    {
        using var world = new SelfCommunicator();
        using var folder = new SharedFolder(world);
        using var saved = new Everything(world, 1);
        Checkpoint.Save(folder["a.h5"], world, saved.Describe);
        byte[] good = File.ReadAllBytes(folder["a.h5"]);
        var random = new System.Random(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] bad = [.. good];
            // Mostly in what is not the 80 kB of numbers: names, types, shapes, offsets.
            int at = random.Next(i % 4 == 0 ? bad.Length : Math.Min(bad.Length, 16384));
            bad[at] ^= (byte)(1 << random.Next(8));
            refused += LoadsOrIsRefused(folder["b.h5"], bad, saved, $"byte {at}") ? 0 : 1;
        }
        Assert.That(refused, Is.EqualTo(3000));
    }

    [Test]
    public void Load_OfATruncatedFile_IsRefused()
    {
        using var world = new SelfCommunicator();
        using var folder = new SharedFolder(world);
        using var saved = new Everything(world, 1);
        Checkpoint.Save(folder["a.h5"], world, saved.Describe);
        byte[] good = File.ReadAllBytes(folder["a.h5"]);
        foreach (int length in Enumerable.Range(0, 40).Select(i => good.Length * i / 40).Append(good.Length - 1))
            Assert.That(LoadsOrIsRefused(folder["b.h5"], good[..length], saved, $"{length} bytes"), Is.False, $"{length} bytes");
    }

    [MpiTest(1, 2)]
    public void LoadLatest_WithATruncatedAndAForeignFile_TakesTheOneBefore(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> saved = Cases.Arange(new Distribution(world, [13, 7])), loaded = Np.Zeros<double>(new Distribution(world, [13, 7], "nb"));
        string[] paths = [.. Enumerable.Range(1, 3).Select(step => Checkpoint.Save(folder.Path, step, world, state => state.Array("a", saved), keep: 3))];
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(paths[1], new string('x', 5000));
            using FileStream file = File.OpenWrite(paths[2]);
            file.SetLength(file.Length / 2);
            return 0;
        });
        Assert.That(Checkpoint.Latest(folder.Path, world), Is.EqualTo(paths[0]));
        LoadedCheckpoint taken = Checkpoint.LoadLatest(folder.Path, world, state => state.Array("a", loaded));
        Assert.That(taken.Info.Path, Is.EqualTo(paths[0]));
        Assert.That(taken.Warnings, Has.Count.EqualTo(2));
        Assert.That(taken.Warnings[0], Does.Contain(paths[2]));
        Assert.That(taken.Warnings[1], Does.Contain(paths[1]));
        Cases.AssertArange(loaded, "old");
    }

    [MpiTest(1, 3)]
    public void LoadLatest_WithNothingGood_SaysWhy(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var state = new Everything(world, 1);
        Assert.That(Checkpoint.Latest(folder.Path, world), Is.Null);
        Assert.That(Checkpoint.Latest(folder["missing"], world), Is.Null);
        Cases.ThrowsAlike<FileNotFoundException>(world, () => Checkpoint.LoadLatest(folder.Path, world, state.Describe));
        string path = Checkpoint.Save(folder.Path, 7, world, state.Describe);
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(path, "not what is wanted");
            return 0;
        });
        Assert.That(Checkpoint.Latest(folder.Path, world), Is.Null);
        Assert.That(Cases.ThrowsAlike<CheckpointException>(world, () => Checkpoint.LoadLatest(folder.Path, world, state.Describe)).Message, Does.Contain(path));
        Hdf5File.Save(path, world, file => file.Attributes.Set("step", 3));
        Assert.That(Cases.ThrowsAlike<CheckpointException>(world, () => Checkpoint.Inspect(path, world)).Message, Does.Contain("no checkpoint"));
        Checkpoint.Save(path, world, state.Describe);
        Outside.RunPython(world, "h5py.File(sys.argv[1], 'r+').attrs['int'] = 5", path);
        Assert.That(Cases.ThrowsAlike<CheckpointException>(world, () => Checkpoint.Inspect(path, world)).Message, Does.Contain("changed by another program"));
        Cases.ThrowsAlike<FileNotFoundException>(world, () => Checkpoint.Load(folder["missing.h5"], world, state.Describe));
    }

    private static bool LoadsOrIsRefused(string path, byte[] bytes, Everything saved, string name)
    {
        File.WriteAllBytes(path, bytes);
        using var world = new SelfCommunicator();
        using var loaded = new Everything(world, 2);
        try
        {
            Checkpoint.Load(path, world, loaded.Describe);
        }
        catch (CheckpointException)
        {
            return false;
        }
        loaded.AssertEquals(saved);
        return true;
    }

    private static void Flip(ICommunicator world, string path, long offset, int bit) => Outside.OnRankZero(world, () =>
    {
        using FileStream file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset;
        int value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ (1 << bit)));
        return 0;
    });
}
