using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>NumPy's archives, as NumPy reads and writes them.</summary>
public class NpzFileTests
{
    // numpy.load checks every checksum, unzip the records.
    private const string Check = """
        import zipfile
        with np.load(sys.argv[1]) as f:
            for name in f.files:
                shape = tuple(int(n) for n in name.split('_')[0].split('x') if n)
                assert np.array_equal(f[name], np.arange(np.prod(shape)).reshape(shape)), name
                assert f[name].flags.f_contiguous if name[-1] == 'F' else f[name].flags.c_contiguous, name
            print(len(f.files))
        with zipfile.ZipFile(sys.argv[1]) as f:
            assert f.testzip() is None
        """;

    [MpiTest(1, 2, 3, 4)]
    public void Save_AnyDistributionAndOrder_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        int count = WriteAll(world, folder["a.npz"]);
        string printed = Outside.RunPython(world, Check, folder["a.npz"]);
        if (world.Rank == 0)
            Assert.That(printed.Trim(), Is.EqualTo($"{count}"));
        Outside.RunProgram(world, "/usr/bin/python3", "-m", "zipfile", "-t", folder["a.npz"]);
        Assert.That(folder.Names, Is.EqualTo((string[])["a.npz"]));
    }

    [MpiTest(1, 2, 3)]
    public void Save_BeyondTheLimitsOf32Bits_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        (long first, int count) = (ZipFormat.First64, ZipFormat.FirstCount64);
        try
        {
            // Some sizes, most offsets and then the number are above.
            foreach ((long lowered, int loweredCount) in ((long, int)[])[(400, 65535), (0, 65535), (1L << 40, 3)])
            {
                (ZipFormat.First64, ZipFormat.FirstCount64) = (lowered, loweredCount);
                int written = WriteAll(world, folder["a.npz"]);
                string printed = Outside.RunPython(world, Check, folder["a.npz"]);
                if (world.Rank == 0)
                    Assert.That(printed.Trim(), Is.EqualTo($"{written}"));
                using NpzFile file = NpzFile.Open(folder["a.npz"], world);
                Assert.That(file.Names, Has.Count.EqualTo(written));
                using DistArray<double> read = file.Read<double>("7x10_bb_F", new Distribution(world, [7, 10], "c(2)c"));
                Cases.AssertArange(read, "read");
            }
        }
        finally
        {
            (ZipFormat.First64, ZipFormat.FirstCount64) = (first, count);
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_ArchiveOfNumPy_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        Outside.RunPython(world, """
            arrays = {}
            for name in sys.argv[2:]:
                shape = tuple(int(n) for n in name.split('x') if n)
                for order in 'CF':
                    arrays[name + order] = np.array(np.arange(np.prod(shape)).reshape(shape), '>f8' if order == 'F' else '<f8', order=order)
            np.savez(sys.argv[1] + '/plain.npz', **arrays)
            np.savez_compressed(sys.argv[1] + '/compressed.npz', **arrays)
            """, [folder.Path, .. NpyCases.Shapes.Select(NpyCases.Text)]);
        foreach (string name in (string[])["plain.npz", "compressed.npz"])
        {
            using NpzFile file = NpzFile.Open(folder[name], world);
            Assert.That(file.Names, Is.EqualTo(NpyCases.Shapes.SelectMany(shape => (string[])[$"{NpyCases.Text(shape)}C", $"{NpyCases.Text(shape)}F"])));
            foreach (long[] shape in NpyCases.Shapes)
            {
                Assert.That(file.ReadHeader($"{NpyCases.Text(shape)}F").Shape.ToArray(), Is.EqualTo(shape));
                foreach ((string kind, Distribution distribution) in NpyCases.Distributions(world, shape))
                {
                    foreach (string order in (string[])["C", "F"])
                    {
                        using DistArray<double> array = file.Read<double>(NpyCases.Text(shape) + order, distribution), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                        Cases.AssertArange(array, $"{name} {NpyCases.Text(shape)} {kind}");
                        file.Read(NpyCases.Text(shape) + order, columns);
                        Cases.AssertArange(columns, $"{name} {NpyCases.Text(shape)} {kind} column-major");
                    }
                }
            }
        }
    }

    [MpiTest(1, 3)]
    public void SaveAndOpen_TypesAndNamesBeyondAscii_AreNumPys(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var distribution = new Distribution(world, [7, 10], "cb");
        using DistArray<Complex> complex = Np.FromFunction<Complex>(distribution, (i, j) => new Complex(10 * i + j, -i));
        using DistArray<bool> truth = Np.FromFunction<bool>(distribution, (i, j) => (10 * i + j) % 3 == 0);
        NpzFile.Save(folder["a.npz"], world, writer =>
        {
            writer.Write("Größe", complex);
            writer.Write("fields/truth", truth, MemoryOrder.ColumnMajor);
        });
        Outside.RunPython(world, """
            i, j = np.indices((7, 10))
            with np.load(sys.argv[1]) as f:
                assert f.files == ['Größe', 'fields/truth'], f.files
                assert f['Größe'].dtype == 'c16' and np.array_equal(f['Größe'], 10 * i + j - 1j * i)
                assert f['fields/truth'].dtype == bool and np.array_equal(f['fields/truth'], (10 * i + j) % 3 == 0)
                np.savez_compressed(sys.argv[2], **{name: f[name] for name in f.files})
            """, folder["a.npz"], folder["b.npz"]);
        using NpzFile file = NpzFile.Open(folder["b.npz"], world);
        Assert.That(file.Names, Is.EqualTo((string[])["Größe", "fields/truth"]));
        using DistArray<Complex> read = file.Read<Complex>("Größe", distribution);
        Assert.That(read.LocalToArray(), Is.EqualTo(complex.LocalToArray()));
        using DistArray<bool> readTruth = file.Read<bool>("fields/truth", distribution);
        Assert.That(readTruth.LocalToArray(), Is.EqualTo(truth.LocalToArray()));
    }

    [MpiTest(1, 2, 3)]
    public void Read_DataWithAnotherBit_ThrowsByItsChecksum(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            a = np.arange(70.).reshape(7, 10)
            np.savez(sys.argv[1] + '/plain.npz', a=a)
            data = bytearray(open(sys.argv[1] + '/plain.npz', 'rb').read())
            data[data.index(np.float64(33).tobytes()) + 2] ^= 4
            open(sys.argv[1] + '/plain.npz', 'wb').write(data)
            """, folder.Path);
        using NpzFile file = NpzFile.Open(folder["plain.npz"], world);
        foreach (string codes in (string[])["bn", "cc", "nn"])
            Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => file.Read<double>("a", new Distribution(world, [7, 10], codes))).Message, Does.Contain("its checksum is").And.Contain("a.npy"));
    }

    [MpiTest(1, 2, 3)]
    public void Read_WhatIsNotThere_SaysWhatIs(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            np.savez(sys.argv[1] + '/a.npz', u=np.zeros((5, 4)), v=np.zeros(3, 'f2'))
            open(sys.argv[1] + '/text.npz', 'w').write('no archive')
            open(sys.argv[1] + '/cut.npz', 'wb').write(open(sys.argv[1] + '/a.npz', 'rb').read()[:-1])
            """, folder.Path);
        using NpzFile file = NpzFile.Open(folder["a.npz"], world);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => file.Read<double>("w", new Distribution(world, [5, 4]))).Message, Does.Contain("no array w in").And.Contain("There are: u, v."));
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => file.Read<float>("u", new Distribution(world, [5, 4]))).Message, Does.Contain("u.npy in").And.Contain("holds float64"));
        Assert.That(Cases.ThrowsAlike<NotSupportedException>(world, () => file.Read<float>("v", new Distribution(world, [3]))).Message, Does.Contain("float16"));
        using DistArray<double> read = file.Read<double>("u", new Distribution(world, [5, 4]));
        Assert.That(read.LocalToArray(), Is.All.Zero, "the file stays usable");
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => NpzFile.Open(folder["text.npz"], world)).Message, Does.Contain("does not end as a zip file"));
        Cases.ThrowsAlike<InvalidDataException>(world, () => NpzFile.Open(folder["cut.npz"], world));
        Cases.ThrowsAlike<FileNotFoundException>(world, () => NpzFile.Open(folder["none.npz"], world));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => NpzFile.Open(folder.Path, world)).Message, Does.Contain("is a folder"));
    }

    [MpiTest(2, 3)]
    public void Save_RanksThatDifferOrThrow_KeepTheOldFile(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        NpzFile.Save(folder["a.npz"], world, writer => writer.Write("old", array));
        bool last = world.Rank == world.Size - 1;
        void Save(Action<NpzWriter> write) => NpzFile.Save(folder["a.npz"], world, write);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Save(writer =>
        {
            writer.Write("x", array);
            writer.Write("x", array);
        })).Message, Does.Contain("There is a x.npy"));
        Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, () => Save(writer => writer.Write(last ? "x" : "y", array))).Message, Does.Contain("Write(y").And.Contain("Write(x"));
        Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => Save(writer =>
        {
            writer.Write("x", array);
            if (last)
                throw new FormatException("my own error");
            writer.Write("y", array);
        })).Message, Does.Contain("my own error"));
        using ICommunicator half = world.Split(world.Rank, 0)!;
        using DistArray<double> other = Cases.Arange(new Distribution(half, [5]));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Save(writer => writer.Write("x", other))).Message, Does.Contain("distributed over 1 ranks"));
        Assert.That(folder.Names, Is.EqualTo((string[])["a.npz"]));
        using NpzFile file = NpzFile.Open(folder["a.npz"], world);
        Assert.That(file.Names, Is.EqualTo((string[])["old"]));
    }

    private static int WriteAll(ICommunicator world, string path)
    {
        int count = 0;
        NpzFile.Save(path, world, writer =>
        {
            foreach (long[] shape in NpyCases.Shapes)
            {
                foreach ((string kind, Distribution distribution) in NpyCases.Distributions(world, shape))
                {
                    foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                    {
                        using DistArray<double> array = Cases.Arange(distribution, MemoryOrder.ColumnMajor);
                        writer.Write($"{NpyCases.Text(shape)}_{kind}_{(order == MemoryOrder.RowMajor ? 'C' : 'F')}", array, order);
                        count++;
                    }
                }
            }
        });
        return count;
    }
}
