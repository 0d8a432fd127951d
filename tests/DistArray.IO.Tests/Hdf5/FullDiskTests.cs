using DistArray.Testing;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO.Tests;

/// <summary>A disk that is full or read-only: the older file stays, nothing is left beside it, every rank says the same.</summary>
public class FullDiskTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Save_OnFullDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000])), large = Cases.Arange(new Distribution(world, [300_000]));
        small.Save(disk["a.h5"], "small");
        foreach (string target in (string[])["a.h5", "b.h5"])
        {
            IOException exception = Cases.ThrowsAlike<IOException>(world, () => Hdf5File.Save(disk[target], world, file =>
            {
                file.Write("small", small);
                file.Write("large", large);
            }));
            Assert.That(exception.Message, Does.Contain("No space left on device").And.Contain("2400000").And.Contain(disk[target]));
        }
        AssertOld(disk, world);
        // And with the space back, it works.
        small.Save(disk["b.h5"], "small");
        Assert.That(disk.Names, Is.EqualTo((string[])["a.h5", "b.h5"]));
    }

    [MpiTest(1, 3)]
    public void Save_OnDiskWithoutAnySpace_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 256);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000]));
        small.Save(disk["a.h5"], "small");
        Outside.OnRankZero(world, () =>
        {
            using SafeFileHandle filler = File.OpenHandle(disk["filler"], FileMode.CreateNew, FileAccess.Write);
            Assert.That(() =>
            {
                for (long offset = 0; ; offset += 1024)
                    RandomAccess.Write(filler, new byte[1024], offset);
            }, Throws.InstanceOf<IOException>());
            return 0;
        });
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => small.Save(disk["a.h5"], "small")).Message, Does.Contain("No space left on device"));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => RawFile.Write(disk["a.raw"], small, MemoryOrder.RowMajor)).Message, Does.Contain("No space left on device"));
        Assert.That(disk.Names, Is.EqualTo((string[])["a.h5", "filler"]));
    }

    [MpiTest(1, 2)]
    public void Write_RawOnFullDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000])), large = Cases.Arange(new Distribution(world, [300_000]));
        RawFile.Write(disk["a.raw"], small, MemoryOrder.RowMajor);
        IOException exception = Cases.ThrowsAlike<IOException>(world, () => RawFile.Write(disk["a.raw"], large, MemoryOrder.RowMajor));
        Assert.That(exception.Message, Does.Contain("No space left on device"));
        Assert.That(disk.Names, Is.EqualTo((string[])["a.raw"]));
        using DistArray<double> read = RawFile.Read<double>(disk["a.raw"], small.Distribution, MemoryOrder.RowMajor);
        Cases.AssertArange(read, "old");
    }

    [MpiTest(1, 2)]
    public void Save_OnReadOnlyDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000]));
        small.Save(disk["a.h5"], "small");
        disk.MakeReadOnly();
        Assert.That(Cases.ThrowsAlike<Exception>(world, () => small.Save(disk["a.h5"], "new")).Message, Does.Contain("ead-only").And.Contain(disk["a.h5"]));
        AssertOld(disk, world);
    }

    private static void AssertOld(SmallDisk disk, ICommunicator world)
    {
        Assert.That(disk.Names, Is.EqualTo((string[])["a.h5"]));
        using Hdf5File file = Hdf5File.Open(disk["a.h5"], world);
        using DistArray<double> read = file.Read<double>("small", new Distribution(world, [1000], "c"));
        Cases.AssertArange(read, "old");
    }
}
