using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Bad input and bad luck: a clear error on every rank alike, no hang, and the older file as it was.</summary>
public class FailureTests
{
    [MpiTest(1, 2, 3)]
    public void Open_WhatIsNoFile_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(folder["text.h5"], "no HDF5");
            return 0;
        });
        Assert.That(Cases.ThrowsAlike<FileNotFoundException>(world, () => Hdf5File.Open(folder["none.h5"], world)).Message, Does.Contain(folder["none.h5"]));
        Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => Hdf5File.Open(folder["no/none.h5"], world)).Message, Does.Contain("no folder"));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => Hdf5File.Open(folder.Path, world)).Message, Does.Contain("is a folder"));
        Hdf5Exception exception = Cases.ThrowsAlike<Hdf5Exception>(world, () => Hdf5File.Open(folder["text.h5"], world));
        Assert.That(exception.ErrorStack, Does.Contain("H5Fopen").And.Contain("file signature not found"));
    }

    [MpiTest(1, 2)]
    public void Save_OverADevice_ThrowsAndLeavesIt(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.OnRankZero(world, () => File.CreateSymbolicLink(folder["a.h5"], "/dev/null").Exists);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => array.Save(folder["a.h5"], "x")).Message, Does.Contain("a.h5 is a device or a pipe"));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => NpyFile.Write(folder["a.h5"], array)).Message, Does.Contain("a.h5 is a device or a pipe"));
        Outside.OnRankZero(world, () =>
        {
            Assert.That(new FileInfo(folder["a.h5"]).LinkTarget, Is.EqualTo("/dev/null"));
            return 0;
        });
    }

    [MpiTest(1, 2)]
    public void Open_TruncatedFile_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [100]));
        array.Save(folder["a.h5"], "x");
        Outside.OnRankZero(world, () =>
        {
            using FileStream stream = File.OpenWrite(folder["a.h5"]);
            stream.SetLength(stream.Length - 100);
            return 0;
        });
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => Hdf5File.Open(folder["a.h5"], world)).ErrorStack, Does.Contain("truncated"));
    }

    [MpiTest(1, 2, 3)]
    public void Read_WhatIsNotThere_SaysWhatIs(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5, 4]));
        array.Save(folder["a.h5"], "fields/density");
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        string Text<T>(string name, params long[] shape) where T : unmanaged =>
            Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Read<T>(name, new Distribution(world, shape))).Message;
        Assert.That(Text<double>("fields/densty", 5, 4), Does.Contain("no dataset /fields/densty").And.Contain("In /fields there are: density."));
        Assert.That(Text<double>("field/density", 5, 4), Does.Contain("In / there are: fields."));
        Assert.That(Text<double>("fields", 5, 4), Does.Contain("is a group, and a dataset is needed"));
        Assert.That(Text<float>("fields/density", 5, 4), Does.Contain("holds float64, and float32 was asked for"));
        Assert.That(Text<double>("fields/density", 4, 5), Does.Contain("has shape (5, 4), and (4, 5) was asked for"));
        Assert.That(Text<double>("fields/density", 5), Does.Contain("has shape (5, 4), and (5) was asked for"));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.OpenGroup("fields/density")).Message, Does.Contain("is a dataset, and a group is needed"));
        Assert.That(() => file.Read<double>("fields//density", new Distribution(world, [5, 4])), Throws.ArgumentException);
        using DistArray<double> read = file.Read<double>("fields/density", new Distribution(world, [5, 4]));
        Cases.AssertArange(read, "the file stays usable");
    }

    [MpiTest(1, 2)]
    public void Write_WhereItCannotBe_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        Outside.OnRankZero(world, () => Directory.CreateDirectory(folder["folder.h5"]));
        array.Save(folder["a.h5"], "x");
        Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => array.Save(folder["no/a.h5"], "x")).Message, Does.Contain("no folder"));
        Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => array.Save(folder["a.h5/b.h5"], "x")).Message, Does.Contain("is a file and no folder"));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => array.Save(folder["folder.h5"], "x")).Message, Does.Contain("is a folder"));
        Assert.That(folder.Names, Is.EqualTo((string[])["a.h5", "folder.h5"]));
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(() => file.Write("y", array), Throws.InvalidOperationException.With.Message.Contains("open for reading"));
        Assert.That(() => file.Attributes.Set("y", 1), Throws.InvalidOperationException);
    }

    [MpiTest(1, 2)]
    public void Write_NameTwice_ThrowsAndKeepsTheOldFile(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        array.Save(folder["a.h5"], "old");
        Hdf5Exception exception = Cases.ThrowsAlike<Hdf5Exception>(world, () => Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("x", array);
            file.Write("x", array);
        }));
        Assert.That(exception.Message, Does.Contain("There is a /x in the file already"));
        AssertHoldsOnly(folder, world, "old");
    }

    [MpiTest(2, 3)]
    public void Save_RankThatThrows_TakesAllAlongAndKeepsTheOldFile(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        array.Save(folder["a.h5"], "old");
        RankFailedException exception = Cases.ThrowsAlike<RankFailedException>(world, () => Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("x", array);
            if (world.Rank == world.Size - 1)
                throw new FormatException("my own error");
            file.Write("y", array);
        }));
        Assert.That(exception.Message, Does.Contain($"Rank {world.Size - 1}").And.Contain("my own error"));
        AssertHoldsOnly(folder, world, "old");
    }

    [MpiTest(2, 3)]
    public void Save_RanksThatDiffer_ThrowsInsteadOfHanging(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        bool last = world.Rank == world.Size - 1;
        string Text(Action<Hdf5File> write) => Cases.ThrowsAlike<InvalidOperationException>(world, () => Hdf5File.Save(folder["a.h5"], world, write)).Message;
        Assert.That(Text(file => file.Attributes.Set("rank", last ? 1 : 0)), Does.Contain("different contents"));
        Assert.That(Text(file => file.Write(last ? "x" : "y", array)), Does.Contain("Write(/y").And.Contain("Write(/x"));
        Assert.That(Text(file =>
        {
            if (last)
                file.Attributes.Set("time", 1.0);
        }), Does.Contain("Commit").And.Contain("Attributes.Set"));
        Assert.That(folder.Names, Is.Empty);
    }

    [MpiTest(1, 2, 3)]
    public void OpenForUpdate_DamagedChunk_ThrowsOnAllRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                f.create_dataset('z', data=np.arange(240.).reshape(12, 20), chunks=(3, 20), compression='gzip')
                f['sound'] = np.arange(5.)
            with h5py.File(sys.argv[1]) as f:
                chunk = f['z'].id.get_chunk_info(2)
            with open(sys.argv[1], 'r+b') as f:
                f.seek(chunk.byte_offset + 4)
                f.write(bytes(chunk.size - 4))
            """, folder["a.h5"]);
        foreach (string codes in (string[])["bn", "nc"])
        {
            using Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world);
            var rows = new Distribution(world, [12, 20], codes);
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Read<double>("z", rows)).Message, Does.Contain("could not read"), codes);
            // A part of a chunk is written after the rest of it was read.
            using DistArray<double> part = Np.Full(new Distribution(world, [12, 10], codes), -1.0);
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.OpenDataset("z").Write(part, .., ..10)).Message, Does.Contain("could not"), codes);
            using DistArray<double> sound = file.Read<double>("sound", new Distribution(world, [5]));
            Cases.AssertArange(sound, codes);
        }
    }

    [MpiTest(2)]
    public void Write_ArrayOfOtherRanks_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using ICommunicator half = world.Split(world.Rank, 0)!;
        using DistArray<double> array = Cases.Arange(new Distribution(half, [5]));
        ArgumentException exception = Cases.ThrowsAlike<ArgumentException>(world, () => Hdf5File.Save(folder["a.h5"], world, file => file.Write("x", array)));
        Assert.That(exception.Message, Does.Contain("distributed over 1 ranks").And.Contain("is open on 2"));
    }

    [MpiTest(1, 2)]
    public void Create_WithoutCommit_LeavesNothing(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using (Hdf5File file = Hdf5File.Create(folder["a.h5"], world))
        {
            file.Attributes.Set("x", 1);
            Assert.That(folder.Names, Is.EqualTo((string[])["a.h5.partial"]));
        }
        Assert.That(folder.Names, Is.Empty);
    }

    [MpiTest(1, 2)]
    public void Commit_PutsTheFileInPlace_AndEndsWriting(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using Hdf5File file = Hdf5File.Create(folder["a.h5"], world);
        file.Attributes.Set("x", 1);
        file.Commit();
        Assert.That(folder.Names, Is.EqualTo((string[])["a.h5"]));
        Assert.That(() => file.Attributes.Set("y", 1), Throws.InvalidOperationException.With.Message.Contains("before Commit"));
        Assert.That(file.Commit, Throws.InvalidOperationException);
    }

    private static void AssertHoldsOnly(SharedFolder folder, ICommunicator world, string dataset)
    {
        Assert.That(folder.Names, Is.EqualTo((string[])["a.h5"]));
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(file.GetNames(), Is.EqualTo((string[])[dataset]));
    }
}
