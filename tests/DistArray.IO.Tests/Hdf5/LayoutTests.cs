using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Chunks, compression, fill values, growing datasets, transfer modes and the order of axes, as h5py sees them.</summary>
public class LayoutTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Write_ChunkedAndCompressed_IsWhatH5pyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        long[][] shapes = [[13], [3], [7, 10], [2, 3], [0, 5], [5, 4, 6]];
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            foreach (long[] shape in shapes)
            {
                long[] chunks = [.. shape.Select((_, axis) => axis == 0 ? 2L : 3L)];
                foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
                {
                    using DistArray<double> array = Cases.Arange(distribution, MemoryOrder.ColumnMajor);
                    string name = $"{string.Join('x', shape)}/{kind}";
                    file.Write($"{name}_plain", array, new Hdf5DatasetOptions { Chunks = chunks });
                    file.Write($"{name}_gzip", array, new Hdf5DatasetOptions { Chunks = chunks, Shuffle = true, Gzip = 4 });
                    file.Write($"{name}_guess", array, new Hdf5DatasetOptions { Gzip = 1 });
                }
            }
        });
        Outside.RunPython(world, """
            n = 0
            with h5py.File(sys.argv[1]) as f:
                for shape in f:
                    extents = tuple(int(e) for e in shape.split('x'))
                    for name, d in f[shape].items():
                        assert np.array_equal(d[...], np.arange(np.prod(extents, dtype=int), dtype='f8').reshape(extents)), d
                        n += 1
                        if 0 in extents: continue
                        assert d.chunks == (extents if name.endswith('guess') else tuple(min(c, e) for c, e in zip((2, 3, 3), extents))), d.chunks
                        assert (d.compression, d.compression_opts, d.shuffle) == ((None, None, False) if name.endswith('plain') else ('gzip', 4, True) if name.endswith('gzip') else ('gzip', 1, False))
            assert n == int(sys.argv[2]), n
            """, folder["a.h5"], shapes.Sum(shape => 3 * Cases.Distributions(world, shape).Count()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        using Hdf5File again = Hdf5File.Open(folder["a.h5"], world);
        using DistArray<double> read = again.Read<double>("7x10/bn_gzip", new Distribution(world, [7, 10], "cc"));
        Cases.AssertArange(read, "gzip");
    }

    [MpiTest(1, 2)]
    public void Write_Compressed_IsSmallerAndReadInSmallRounds(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [300, 400], "nb"));
        Hdf5File.Save(folder["plain.h5"], world, file => file.Write("x", array));
        Hdf5File.Save(folder["gzip.h5"], world, file => file.Write("x", array, new Hdf5DatasetOptions { Chunks = [50, 100], Shuffle = true, Gzip = 5 }));
        Assert.That(Outside.OnRankZero(world, () => (double)new FileInfo(folder["gzip.h5"]).Length / new FileInfo(folder["plain.h5"]).Length), Is.LessThan(0.5));
        using var limits = new LoweredLimits(round: 100_000, staging: 50_000, pieces: 50);
        Hdf5File.Save(folder["rounds.h5"], world, file => file.Write("x", array, new Hdf5DatasetOptions { Chunks = [50, 100], Shuffle = true, Gzip = 5 }));
        Outside.RunPython(world, """
            for name in sys.argv[1:]:
                with h5py.File(name) as f:
                    assert np.array_equal(f['x'][...], np.arange(120000.).reshape(300, 400))
            """, folder["gzip.h5"], folder["rounds.h5"]);
    }

    [MpiTest(1, 2, 3)]
    public void CreateDataset_FillsWithTheValue(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.CreateDataset<double>("plain", [4, 5], fillValue: 2.5);
            file.CreateDataset("chunked", [4, 5], new Hdf5DatasetOptions { Chunks = [3, 3] }, fillValue: -7);
            file.CreateDataset("zipped", [40, 50], new Hdf5DatasetOptions { Gzip = 1 }, fillValue: true);
            file.CreateDataset<float>("single", []);
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert f['plain'].fillvalue == 2.5 and np.array_equal(f['plain'][...], np.full((4, 5), 2.5))
                assert f['chunked'].dtype == 'i4' and np.array_equal(f['chunked'][...], np.full((4, 5), -7))
                assert f['zipped'].dtype == bool and f['zipped'][...].all() and f['zipped'].compression == 'gzip'
                assert f['single'].shape == () and f['single'][()] == 0
            """, folder["a.h5"]);
    }

    [MpiTest(1, 2, 3)]
    public void Append_RowsAndBlocks_GrowsInPlace(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.CreateDataset("u", [0, 4, 5], new Hdf5DatasetOptions { IsExtendable = true }, fillValue: double.NaN);
            file.CreateDataset("energy", [0], new Hdf5DatasetOptions { IsExtendable = true, Chunks = [4], Gzip = 3 }, fillValue: 0.0);
            file.CreateDataset("columns", [0, 4, 5], new Hdf5DatasetOptions { IsExtendable = true, Order = MemoryOrder.ColumnMajor, Chunks = [2, 3, 4] }, fillValue: 0.0);
        });
        for (int run = 0; run < 2; run++)
        {
            using Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world);
            Hdf5Dataset u = file.OpenDataset("u"), energy = file.OpenDataset("energy"), columns = file.OpenDataset("columns").Transpose();
            for (int step = 3 * run; step < 3 * run + 3; step++)
            {
                using DistArray<double> row = Np.FromFunction<double>(new Distribution(world, [4, 5], "nb"), (i, j) => 20 * step + 5 * i + j);
                u.Append(row);
                columns.Append(row);
                using DistArray<double> values = Np.FromFunction<double>(new Distribution(world, [5]), i => 5 * step + i[0]);
                energy.Append(values);
            }
            Assert.That(u.Shape, Is.EqualTo((long[])[3 * run + 3, 4, 5]));
            Assert.That(columns.Shape, Is.EqualTo((long[])[3 * run + 3, 4, 5]));
            if (run == 0)
                continue;
            using DistArray<double> pair = Np.FromFunction<double>(new Distribution(world, [2, 4, 5], "bnn"), i => 20 * (6 + i[0]) + 5 * i[1] + i[2]);
            u.Append(pair);
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => u.Append(Np.Zeros<double>(new Distribution(world, [5, 4])))).Message, Does.Contain("(1, 5, 4)").And.Contain("(8, 4, 5)"));
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => u.Append(Np.Zeros<float>(new Distribution(world, [4, 5])))).Message, Does.Contain("holds float64"));
            file.Write("fixed", pair);
            Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => file.OpenDataset("fixed").Append(pair)).Message, Does.Contain("IsExtendable"));
            file.Commit();
        }
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert f['u'].maxshape == (None, 4, 5) and np.array_equal(f['u'][...], np.arange(160.).reshape(8, 4, 5))
                assert f['energy'].maxshape == (None,) and np.array_equal(f['energy'][...], np.arange(30.))
                assert f['columns'].maxshape == (5, 4, None) and np.array_equal(f['columns'][...].T, np.arange(120.).reshape(6, 4, 5))
            """, folder["a.h5"]);
    }

    [MpiTest(2, 3)]
    public void Transfer_Independent_IsTheSame_ButForCompressedWriting(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [7, 10], "bn"));
        var zipped = new Hdf5DatasetOptions { Chunks = [2, 3], Gzip = 1 };
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("zipped", array, zipped);
            file.Transfer = Hdf5TransferMode.Independent;
            file.Write("plain", array);
            file.Write("chunked", array, new Hdf5DatasetOptions { Chunks = [2, 3] });
            Assert.That(Cases.ThrowsAlike<NotSupportedException>(world, () => file.Write("refused", array, zipped)).Message, Does.Contain("Hdf5TransferMode.Collective"));
            Assert.That(Cases.ThrowsAlike<NotSupportedException>(world, () => file.OpenDataset("zipped").Write(array)).Message, Does.Contain("Hdf5TransferMode.Collective"));
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert set(f) == {'zipped', 'plain', 'chunked'}
                for d in f.values(): assert np.array_equal(d[...], np.arange(70.).reshape(7, 10))
            """, folder["a.h5"]);
        using Hdf5File again = Hdf5File.Open(folder["a.h5"], world);
        again.Transfer = Hdf5TransferMode.Independent;
        foreach (string name in again.GetNames())
        {
            using DistArray<double> read = again.Read<double>(name, new Distribution(world, [7, 10], "c(2)b"));
            Cases.AssertArange(read, name);
        }
    }

    [MpiTest(1, 2, 3)]
    public void Write_ColumnMajor_IsReversedInTheFileAndNeverSilently(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        long[] shape = [3, 4, 5];
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
            {
                using DistArray<double> array = Cases.Arange(distribution, MemoryOrder.ColumnMajor);
                file.Write($"rows/{kind}", array);
                Assert.That(file.Write($"columns/{kind}", array, new Hdf5DatasetOptions { Order = MemoryOrder.ColumnMajor }).Shape, Is.EqualTo(shape));
            }
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                for d in f['rows'].values():
                    assert np.array_equal(d[...], np.arange(60.).reshape(3, 4, 5)) and 'axis_order' not in d.attrs
                for d in f['columns'].values():
                    assert d.shape == (5, 4, 3) and np.array_equal(d[...].T, np.arange(60.).reshape(3, 4, 5)) and d.attrs['axis_order'] == 'column-major'
            """, folder["a.h5"]);
        using Hdf5File again = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => again.Read<double>("columns/bnn", new Distribution(world, [5, 4, 3]))).Message, Does.Contain("Transpose()"));
        Hdf5Dataset stored = again.OpenDataset("columns/bnn");
        Assert.That(stored.IsColumnMajor && stored.Shape.SequenceEqual([5L, 4, 3]) && stored.Transpose().Shape.SequenceEqual(shape));
        foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
        {
            using DistArray<double> read = stored.Transpose().Read<double>(distribution);
            Cases.AssertArange(read, kind);
        }
        using DistArray<double> asStored = stored.Read<double>(new Distribution(world, [5, 4, 3])), expected = Np.FromFunction<double>(asStored.Distribution, (k, j, i) => 20 * i + 5 * j + k);
        Assert.That(asStored.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
        using DistArray<double> part = stored.Transpose().Read<double>(new Distribution(world, [2, 5]), Np.Slice(null, null, 2), 1), partExpected = Np.FromFunction<double>(part.Distribution, (i, k) => 40 * i + 5 + k);
        Assert.That(part.LocalToArray(), Is.EqualTo(partExpected.LocalToArray()));
    }

    [MpiTest(1, 2)]
    public void Write_NotesTheDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [7, 10], "nc(3)"));
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("cyclic", array);
            using DistArray<double> blocks = Cases.Arange(new Distribution(world, [7], "b"));
            file.Write("blocks", blocks);
        });
        Outside.RunPython(world, """
            import json
            with h5py.File(sys.argv[1]) as f:
                n = int(sys.argv[2])
                assert json.loads(f['cyclic'].attrs['distribution']) == [{'dist_type': 'b', 'size': 7, 'proc_grid_size': 1}, {'dist_type': 'c', 'size': 10, 'proc_grid_size': n, 'block_size': 3}]
                assert json.loads(f['blocks'].attrs['distribution']) == [{'dist_type': 'b', 'size': 7, 'proc_grid_size': n, 'bounds': [0, 7] if n == 1 else [0, 4, 7]}]
            """, folder["a.h5"], world.Size.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [MpiTest(1, 2)]
    public void Write_OptionsThatDoNotFit_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5, 4]));
        string Text(Hdf5DatasetOptions options) =>
            Cases.ThrowsAlike<ArgumentException>(world, () => Hdf5File.Save(folder["a.h5"], world, file => file.Write("x", array, options))).Message;
        Assert.That(Text(new() { Chunks = [2] }), Does.Contain("Chunks (2) do not fit an array of 2 axes"));
        Assert.That(Text(new() { Chunks = [2, 0] }), Does.Contain("at least 1"));
        Assert.That(Text(new() { Gzip = 10 }), Does.Contain("from 0 to 9"));
        Assert.That(Text(new() { Chunks = [1L << 32, 1], IsExtendable = true }), Does.Contain("limit of 4294967295"));
        Assert.That(folder.Names, Is.Empty);
    }

    [MpiTest(1, 2)]
    public void Save_WithAlignment_AlignsWhatIsLarge(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [700])), small = Cases.Arange(new Distribution(world, [7]));
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("a", array);
            file.Write("small", small);
            file.Write("b", array);
        }, new Hdf5FileOptions { Alignment = 4096, AlignmentThreshold = 1024 });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert f['a'].id.get_offset() % 4096 == 0 and f['b'].id.get_offset() % 4096 == 0 and f['small'].id.get_offset() % 4096 != 0
                assert np.array_equal(f['b'][...], np.arange(700.))
            """, folder["a.h5"]);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Hdf5File.Create(folder["b.h5"], world, new Hdf5FileOptions { Alignment = 0 })).Message, Does.Contain("alignment 0"));
    }

    [MpiTest(1, 2, 3)]
    public void Write_ChunkedOnFullDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000])), large = Cases.Arange(new Distribution(world, [300_000]));
        Hdf5File.Save(disk["a.h5"], world, file => file.Write("x", small, new Hdf5DatasetOptions { IsExtendable = true, Chunks = [1000] }));
        string Text(Action<Hdf5File> write) => Cases.ThrowsAlike<IOException>(world, () => Hdf5File.Save(disk["a.h5"], world, write)).Message;
        Assert.That(Text(file => file.Write("large", large, new Hdf5DatasetOptions { Chunks = [1000] })), Does.Contain("No space left on device"));
        Assert.That(Text(file => file.Write("large", large, new Hdf5DatasetOptions { Gzip = 1 })), Does.Contain("No space left on device"));
        Assert.That(Text(file => file.CreateDataset<double>("large", [300_000])), Does.Contain("No space left on device"));
        using (Hdf5File file = Hdf5File.OpenForUpdate(disk["a.h5"], world))
            Assert.That(Cases.ThrowsAlike<IOException>(world, () => file.OpenDataset("x").Append(large)).Message, Does.Contain("No space left on device").And.Contain("What it holds stays"));
        using Hdf5File old = Hdf5File.Open(disk["a.h5"], world);
        using DistArray<double> read = old.Read<double>("x", small.Distribution);
        Cases.AssertArange(read, "the old file");
        Assert.That(disk.Names, Is.EqualTo((string[])["a.h5"]));
    }
}
