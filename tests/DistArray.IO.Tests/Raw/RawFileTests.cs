using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Flat files, as NumPy writes and reads them.</summary>
public class RawFileTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Write_AnyDistributionAndOrder_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var names = new List<string>();
        foreach (long[] shape in Cases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
            {
                foreach (MemoryOrder memory in Enum.GetValues<MemoryOrder>())
                {
                    foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                    {
                        string name = $"{string.Join('x', shape)}_{kind}_{memory}_{(order == MemoryOrder.RowMajor ? 'C' : 'F')}";
                        using DistArray<double> array = Cases.Arange(distribution, memory);
                        RawFile.Write(folder[name], array, order);
                        names.Add(name);
                    }
                }
            }
        }
        Outside.RunPython(world, """
            for name in sys.argv[2:]:
                shape = tuple(int(n) for n in name.split('_')[0].split('x'))
                a = np.fromfile(sys.argv[1] + '/' + name)
                assert a.size == np.prod(shape), name
                assert np.array_equal(a.reshape(shape, order=name[-1]), np.arange(np.prod(shape)).reshape(shape)), name
            """, [folder.Path, .. names]);
        Assert.That(folder.Names, Has.Length.EqualTo(names.Count));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_FileOfNumPy_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        Outside.RunPython(world, """
            for name in sys.argv[2:]:
                shape = [int(n) for n in name.split('x')]
                a = np.arange(np.prod(shape), dtype='f8').reshape(shape)
                a.tofile(sys.argv[1] + '/' + name + '_RowMajor')
                a.T.copy().tofile(sys.argv[1] + '/' + name + '_ColumnMajor')
            """, [folder.Path, .. Cases.Shapes.Select(shape => string.Join('x', shape))]);
        foreach (long[] shape in Cases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
            {
                foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                {
                    string path = folder[$"{string.Join('x', shape)}_{order}"];
                    using DistArray<double> array = RawFile.Read<double>(path, distribution, order), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                    Cases.AssertArange(array, $"{path} {kind}");
                    RawFile.Read(path, columns, order);
                    Cases.AssertArange(columns, $"{path} {kind} column-major");
                }
            }
        }
    }

    [MpiTest(1, 3)]
    public void Write_Complex_IsFortransStream(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        // As a core's half-complex state: column-major, slabs along the second axis, its fields last.
        using DistArray<Complex> state = Np.FromFunction<Complex>(new Distribution(world, [6, 5, 2], "nbn"), (i, j, k) => new Complex(i + 6 * j + 30 * k, -i), MemoryOrder.ColumnMajor);
        RawFile.Write(folder["state"], state, MemoryOrder.ColumnMajor);
        Outside.RunPython(world, """
            a = np.fromfile(sys.argv[1], 'c16').reshape((6, 5, 2), order='F')
            i, j, k = np.indices((6, 5, 2))
            assert np.array_equal(a, i + 6 * j + 30 * k - 1j * i)
            """, folder["state"]);
    }

    [MpiTest(1, 2)]
    public void Read_FileOfAnotherSize_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllBytes(folder["a"], new byte[81]);
            return 0;
        });
        var distribution = new Distribution(world, [2, 5]);
        InvalidDataException exception = Cases.ThrowsAlike<InvalidDataException>(world, () => RawFile.Read<double>(folder["a"], distribution, MemoryOrder.RowMajor));
        Assert.That(exception.Message, Does.Contain("81 bytes").And.Contain("(2, 5)").And.Contain("80"));
        Cases.ThrowsAlike<FileNotFoundException>(world, () => RawFile.Read<double>(folder["b"], distribution, MemoryOrder.RowMajor));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => RawFile.Read<double>(folder.Path, distribution, MemoryOrder.RowMajor)).Message, Does.Contain("is a folder"));
        using DistArray<double> array = Cases.Arange(distribution);
        Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => RawFile.Write(folder["no/a"], array, MemoryOrder.RowMajor));
    }

    [Test]
    public void Write_OnThreadsAndOnOneProcess_NeedsNoMpi()
    {
        string path = Path.GetTempFileName();
        try
        {
            foreach (int ranks in (int[])[1, 2, 5, 7])
            {
                ThreadCommunicator.Run(ranks, world =>
                {
                    using DistArray<double> array = Cases.Arange(new Distribution(world, [4, 9], "bb"));
                    RawFile.Write(path, array, MemoryOrder.ColumnMajor);
                });
                using var self = new SelfCommunicator();
                using DistArray<double> read = RawFile.Read<double>(path, new Distribution(self, [4, 9]), MemoryOrder.ColumnMajor);
                Assert.That(read.LocalToArray(), Is.EqualTo(Enumerable.Range(0, 36).Select(i => (double)i)));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
