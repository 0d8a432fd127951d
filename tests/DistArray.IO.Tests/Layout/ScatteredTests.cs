using DistArray.Testing;

namespace DistArray.IO.Tests.Layout;

/// <summary>Scattered arrays go by way of blocks, in several slabs: the files are byte for byte those of blocks, and are read alike.</summary>
public class ScatteredTests
{
    private static readonly string[] s_codes = ["ccc", "nnc", "nc(2)b", "c(2)nc(3)", "ncn"];
    private static readonly long[] s_shape = [7, 6, 10];
    private static readonly FieldFileLayout s_layout = new(FortranFormat.Sequential(ByteOrder.BigEndian))
    {
        { FieldItem.Value<int>("step"), FieldItem.Field<double>("u", s_shape) },
        FieldItem.Slices<double>("v", s_shape, MemoryOrder.RowMajor, haloLow: [1, 0, 2], haloHigh: [0, 3, 1]),
    };

    [MpiTest(2, 3, 4)]
    public void Npz_OfScatteredArrays_IsThatOfBlocks(ICommunicator world) => AssertAlike(world, (path, array) => NpzFile.Save(path, world, file =>
    {
        file.Write("c", array);
        file.Write("f", array, MemoryOrder.ColumnMajor);
    }), (path, distribution) =>
    {
        using NpzFile file = NpzFile.Open(path, world);
        AssertArange(file.Read<double>("c", distribution));
        AssertArange(file.Read<double>("f", distribution));
    });

    [MpiTest(2, 3)]
    public void Npz_Compressed_IsReadByWayOfBlocks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1 << 20, staging: 300);
        Outside.RunPython(world, "np.savez_compressed(sys.argv[1], c=np.arange(420.).reshape(7, 6, 10), f=np.asfortranarray(np.arange(420.).reshape(7, 6, 10)))", folder["a.npz"]);
        using NpzFile file = NpzFile.Open(folder["a.npz"], world);
        foreach (string codes in s_codes)
        {
            AssertArange(file.Read<double>("c", new Distribution(world, s_shape, codes)));
            AssertArange(file.Read<double>("f", new Distribution(world, s_shape, codes)));
        }
    }

    [MpiTest(2, 3, 4)]
    public void FortranFile_OfScatteredArrays_IsThatOfBlocks(ICommunicator world) => AssertAlike(world, (path, array) => FortranFile.Save(path, world, FortranFormat.Sequential(), file =>
    {
        file.Write(array);
        file.WriteRecord(record => record.Add(7).Add(array, MemoryOrder.RowMajor).Add(array));
        file.WriteSlices(array);
    }), (path, distribution) =>
    {
        using FortranFile file = FortranFile.Open(path, world, FortranFormat.Sequential());
        AssertArange(file.Read<double>(0, distribution));
        AssertArange(file.Read<double>(1, distribution, MemoryOrder.RowMajor, offset: 4));
        using DistArray<double> slices = Np.Zeros<double>(distribution, MemoryOrder.ColumnMajor);
        file.ReadSlices(2, slices);
        Cases.AssertArange(slices, "slices");
    });

    [MpiTest(2, 3, 4)]
    public void FieldFile_OfScatteredArrays_IsThatOfBlocks(ICommunicator world) => AssertAlike(world, (path, array) => FieldFile.Save(path, world, s_layout, file =>
    {
        file.WriteValues("step", 3);
        file.Write("v", array);
        file.Write("u", array);
    }), (path, distribution) =>
    {
        using FieldFile file = FieldFile.Open(path, world, s_layout);
        AssertArange(file.Read<double>("u", distribution));
        AssertArange(file.Read<double>("v", distribution));
    });

    [MpiTest(2, 3, 4)]
    public void SlicesOfHdf5_OfScatteredArrays_AreThoseOfBlocks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1 << 20, staging: 300);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.CreateDataset<double>("u", [9, 7, 6, 12], fillValue: -1);
            file.CreateDataset<double>("z", [9, 7, 6, 12], new Hdf5DatasetOptions { Chunks = [2, 3, 4, 5], Gzip = 4 }, -1);
        });
        foreach (string codes in s_codes)
        {
            using (Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world))
            {
                using DistArray<double> array = Cases.Arange(new Distribution(world, s_shape, codes));
                foreach (string name in (string[])["u", "z"])
                {
                    int slabs = Slabs(() => file.OpenDataset(name).Write(array, 3, .., .., 1..^1));
                    Assert.That(slabs, Is.GreaterThan(1), codes);
                    AssertArange(file.Read<double>(name, array.Distribution, 3, .., .., 1..^1));
                    // A step in the file, and the axes in reverse.
                    using DistArray<double> turned = file.OpenDataset(name).Transpose().Read<double>(new Distribution(world, [5, 6, 7], codes), Np.Slice(1, -1, 2), .., .., 3);
                    using DistArray<double> expected = Np.FromFunction<double>(turned.Distribution, (i, j, k) => (((k * 6) + j) * 10) + (2 * i));
                    Assert.That(turned.LocalToArray(), Is.EqualTo(expected.LocalToArray()), codes);
                }
                file.Commit();
            }
            Outside.RunPython(world, """
                with h5py.File(sys.argv[1]) as f:
                    for name in 'uz':
                        a = f[name][...]
                        assert np.array_equal(a[3, :, :, 1:-1], np.arange(420.).reshape(7, 6, 10)), name
                        a[3, :, :, 1:-1] = -1
                        assert (a == -1).all(), name
                """, folder["a.h5"]);
            Hdf5File.Save(folder["a.h5"], world, file =>
            {
                file.CreateDataset<double>("u", [9, 7, 6, 12], fillValue: -1);
                file.CreateDataset<double>("z", [9, 7, 6, 12], new Hdf5DatasetOptions { Chunks = [2, 3, 4, 5], Gzip = 4 }, -1);
            });
        }
    }

    private static void AssertAlike(ICommunicator world, Action<string, DistArray<double>> write, Action<string, Distribution> read)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1 << 20, staging: 300);
        using DistArray<double> block = Cases.Arange(new Distribution(world, s_shape, "bnn"));
        write(folder["block"], block);
        foreach (string codes in s_codes)
        {
            using DistArray<double> array = Cases.Arange(new Distribution(world, s_shape, codes), MemoryOrder.ColumnMajor);
            Assert.That(Slabs(() => write(folder["a"], array)), Is.GreaterThan(1), codes);
            Assert.That(File.ReadAllBytes(folder["a"]), Is.EqualTo(File.ReadAllBytes(folder["block"])), codes);
            Assert.That(Slabs(() => read(folder["a"], array.Distribution)), Is.GreaterThan(1), codes);
            world.Barrier();
        }
    }

    /// <summary>How often parts changed their distribution.</summary>
    private static int Slabs(Action action)
    {
        int count = 0;
        Action<string>? before = AlignmentLog.Writer;
        AlignmentLog.Writer = _ => count++;
        try
        {
            action();
            return count;
        }
        finally
        {
            AlignmentLog.Writer = before;
        }
    }

    private static void AssertArange(DistArray<double> array)
    {
        using (array)
            Cases.AssertArange(array, "read");
    }
}
