using System.Numerics;
using DistArray.Testing;
using PureHDF;

namespace DistArray.IO.Tests;

/// <summary>What is written, as h5py, h5dump and PureHDF read it.</summary>
public class WritingTests
{
    private const string CheckArange = """
        with h5py.File(sys.argv[1]) as f:
            assert len(f) == int(sys.argv[2]), (len(f), sys.argv[2])
            for name, d in f.items():
                shape = tuple(int(n) for n in name.split('_')[0].split('x'))
                assert d.shape == shape and d.dtype == np.float64, (name, d)
                assert np.array_equal(d[...], np.arange(np.prod(shape)).reshape(shape)), (name, d[...])
        """;

    [MpiTest(1, 2, 3, 4)]
    public void Write_AnyDistributionAndOrder_IsNumPysGatheredArray(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file => Assert.That(WriteAll(file), Is.GreaterThan(100)));
        Outside.RunPython(world, CheckArange, folder["a.h5"], WriteAllCount(world).ToString());
    }

    [MpiTest(1, 2, 3)]
    public void Write_InManySmallRounds_IsTheSame(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 40, staging: 24);
        Hdf5File.Save(folder["a.h5"], world, file => WriteAll(file));
        Outside.RunPython(world, CheckArange, folder["a.h5"], WriteAllCount(world).ToString());
    }

    [MpiTest(1, 2, 4)]
    public void Write_EveryElementType_IsWhatH5pyExpects(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var distribution = new Distribution(world, [5, 3], "bn");
        Hdf5File.Save(folder["types.h5"], world, file =>
        {
            void Write<T>(Func<long, T> value) where T : unmanaged
            {
                using DistArray<T> array = Np.FromFunction<T>(distribution, (i, j) => value(3 * i + j));
                file.Write(ElementTypes.NameOf(ElementTypes.Of<T>()), array);
            }
            Write(k => k % 2 == 1);
            Write(k => (sbyte)(k - 7));
            Write(k => (byte)(k + 240));
            Write(k => (short)(k - 30000));
            Write(k => (ushort)(k + 60000));
            Write(k => (int)(k - 2000000000));
            Write(k => (uint)(k + 4000000000));
            Write(k => k - 9000000000000000000);
            Write(k => (ulong)k + 18000000000000000000);
            Write(k => k + 0.5f);
            Write(k => k + 0.25);
            Write(k => new Complex64(k, -k - 1));
            Write(k => new Complex(k, -k - 1));
            Write(k => (Logical32)(k % 3 == 1));
            Write(k => (Logical64)(k % 3 == 2));
        });
        Outside.RunPython(world, """
            k = np.arange(15).reshape(5, 3)
            expected = {
                'bool': k % 2 == 1, 'int8': (k - 7).astype('i1'), 'uint8': (k + 240).astype('u1'),
                'int16': (k - 30000).astype('i2'), 'uint16': (k + 60000).astype('u2'),
                'int32': (k - 2000000000).astype('i4'), 'uint32': (k + 4000000000).astype('u4'),
                'int64': k - 9000000000000000000, 'uint64': k.astype('u8') + np.uint64(18000000000000000000),
                'float32': (k + 0.5).astype('f4'), 'float64': k + 0.25,
                'complex64': (k + 1j * (-k - 1)).astype('c8'), 'complex128': k + 1j * (-k - 1),
                'logical32': k % 3 == 1, 'logical64': k % 3 == 2 }
            with h5py.File(sys.argv[1]) as f:
                assert sorted(f) == sorted(expected)
                for name, e in expected.items():
                    assert f[name].dtype == e.dtype and np.array_equal(f[name][...], e), (name, f[name].dtype, f[name][...])
                assert [f[name].id.get_type().get_size() for name in ('bool', 'logical32', 'logical64')] == [1, 4, 8]
            """, folder["types.h5"]);
    }

    [MpiTest(1, 2, 3)]
    public void Write_ArrayWithHalo_LeavesTheHaloOut(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var distribution = new Distribution(world, [7, 10], "bn", haloLow: [1, 2], haloHigh: [2, 1]);
        foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
        {
            using DistArray<double> array = Cases.Arange(distribution, order);
            LocalView<double> all = array.LocalViewWithHalo;
            using DistArray<double> owned = Cases.Arange(distribution);
            all.Fill(-1);
            owned.LocalView.CopyTo(array.LocalView);
            array.Save(folder[$"{order}.h5"], "7x10");
            Outside.RunPython(world, CheckArange, folder[$"{order}.h5"], "1");
        }
    }

    [MpiTest(1, 2, 3)]
    public unsafe void Write_NegativeStrides_FollowsTheView(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var distribution = new Distribution(world, [7, 10], "bn");
        int rows = distribution.LocalShape[0];
        // Both axes backwards, with a gap of one element after each.
        LocalBlock<double> block = LocalBlock<double>.Allocate([Math.Max(2 * rows, 1), 20]);
        using DistArray<double> values = Cases.Arange(distribution);
        var view = new LocalBlock<double>(block.Pointer + (rows == 0 ? 0 : (2 * rows - 1) * 20 + 19), [rows, 10], [-40, -2], block.Owner);
        values.LocalView.CopyTo(view.View);
        using DistArray<double> array = DistArray<double>.Wrap(distribution, view);
        array.Save(folder["a.h5"], "7x10");
        Outside.RunPython(world, CheckArange, folder["a.h5"], "1");
        block.Owner.Dispose();
    }

    [MpiTest(1, 2, 3)]
    public void Write_Transposed_IsTheTransposedArray(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Np.FromFunction<double>(new Distribution(world, [10, 7], "bn"), (i, j) => 10 * j + i);
        using DistArray<double> transposed = array.Transpose();
        transposed.Save(folder["a.h5"], "7x10");
        Outside.RunPython(world, CheckArange, folder["a.h5"], "1");
    }

    [MpiTest(1, 2, 3, 4)]
    public void Write_Unstructured_PutsElementsAtTheirIndices(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        // Rank r owns the indices that are r modulo the number of ranks, backwards.
        long[] mine = [.. Enumerable.Range(0, 13).Where(i => i % world.Size == world.Rank).Select(i => (long)i).Reverse()];
        UnstructuredMap map = UnstructuredMap.Create(world, 13, mine);
        var distribution = new Distribution(world, (DimMap[])[map, new ReplicatedMap(3)]);
        using DistArray<double> array = Cases.Arange(distribution);
        array.Save(folder["a.h5"], "13x3");
        Outside.RunPython(world, CheckArange, folder["a.h5"], "1");
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        using DistArray<double> read = file.Read<double>("13x3", distribution);
        Cases.AssertArange(read, "unstructured");
    }

    [MpiTest(1, 2)]
    public void Write_NamesBeyondAscii_AreWhatH5pyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        Hdf5File.Save(folder["Größe.h5"], world, file => file.Write("Felder/Ω", array).Attributes.Set("Maß", "µm"));
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert list(f['Felder']) == ['Ω'] and f['Felder/Ω'].attrs['Maß'] == 'µm' and f['Felder/Ω'][4] == 4
            """, folder["Größe.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["Größe.h5"], world);
        Assert.That(file.OpenGroup("Felder").GetNames(), Is.EqualTo((string[])["Ω"]));
    }

    [MpiTest(2)]
    public void Write_Blocks_IsReadByH5dumpAndPureHdf(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [3, 4], "nb"), MemoryOrder.ColumnMajor);
        array.Save(folder["a.h5"], "fields/density");
        string dump = Outside.RunProgram(world, "/usr/bin/h5dump", "-d", "/fields/density", folder["a.h5"]);
        Outside.OnRankZero(world, () =>
        {
            Assert.That(dump, Does.Contain("H5T_IEEE_F64LE").And.Contain("( 3, 4 ) / ( 3, 4 )").And.Contain("(1,0): 4, 5, 6, 7"));
            using var file = H5File.OpenRead(folder["a.h5"]);
            IH5Dataset dataset = file.Dataset("/fields/density");
            Assert.That(dataset.Space.Dimensions, Is.EqualTo((ulong[])[3, 4]));
            Assert.That(dataset.Read<double[]>(), Is.EqualTo(Enumerable.Range(0, 12).Select(i => (double)i)));
            return 0;
        });
    }

    private static int WriteAllCount(ICommunicator world) => 2 * Cases.Shapes.Sum(shape => Cases.Distributions(world, shape).Count());

    private static int WriteAll(Hdf5File file)
    {
        int count = 0;
        foreach (long[] shape in Cases.Shapes)
        {
            foreach ((string name, Distribution distribution) in Cases.Distributions(file.Communicator, shape))
            {
                foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                {
                    using DistArray<double> array = Cases.Arange(distribution, order);
                    Hdf5Dataset dataset = file.Write($"{string.Join('x', shape)}_{name}_{order}", array);
                    Assert.That(dataset.Shape, Is.EqualTo(shape));
                    count++;
                }
            }
        }
        return count;
    }
}
