using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>NumPy's files, byte for byte as NumPy writes them and whatever NumPy wrote.</summary>
public class NpyFileTests
{
    private const string Shape = "shape = lambda name: tuple(int(n) for n in name.split('_')[0].split('x') if n)\n";

    [MpiTest(1, 2, 3, 4)]
    public void Write_AnyDistributionAndOrder_IsByteForByteNumPys(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var names = new List<string>();
        foreach (long[] shape in NpyCases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in NpyCases.Distributions(world, shape))
            {
                foreach (MemoryOrder memory in Enum.GetValues<MemoryOrder>())
                {
                    foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                    {
                        string name = $"{NpyCases.Text(shape)}_{kind}_{memory}_{(order == MemoryOrder.RowMajor ? 'C' : 'F')}";
                        using DistArray<double> array = Cases.Arange(distribution, memory);
                        NpyFile.Write(folder[name], array, order);
                        names.Add(name);
                    }
                }
            }
        }
        Outside.RunPython(world, Shape + """
            import io
            for name in sys.argv[2:]:
                a = np.array(np.arange(np.prod(shape(name)), dtype='f8').reshape(shape(name)), order=name[-1])
                wanted = io.BytesIO()
                np.save(wanted, a)
                assert open(sys.argv[1] + '/' + name, 'rb').read() == wanted.getvalue(), name
            """, [folder.Path, .. names]);
        Assert.That(folder.Names, Has.Length.EqualTo(names.Count));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_FileOfNumPy_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        string[] kinds = ["1_C", "2_F", "3_C", "1_F_big"];
        Outside.RunPython(world, Shape + """
            for name in sys.argv[2:]:
                version, order, *big = name.split('_')[1:]
                a = np.array(np.arange(np.prod(shape(name))).reshape(shape(name)), '>f8' if big else '<f8', order=order)
                with open(sys.argv[1] + '/' + name, 'wb') as f:
                    np.lib.format.write_array(f, a, version=(int(version), 0))
            """, [folder.Path, .. NpyCases.Shapes.SelectMany(shape => kinds.Select(kind => $"{NpyCases.Text(shape)}_{kind}"))]);
        foreach (long[] shape in NpyCases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in NpyCases.Distributions(world, shape))
            {
                foreach (string file in kinds)
                {
                    string path = folder[$"{NpyCases.Text(shape)}_{file}"];
                    using DistArray<double> array = NpyFile.Read<double>(path, distribution), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                    Cases.AssertArange(array, $"{path} {kind}");
                    NpyFile.Read(path, columns);
                    Cases.AssertArange(columns, $"{path} {kind} column-major");
                }
            }
        }
    }

    [MpiTest(1, 3)]
    public void ReadHeader_SaysWhatNumPyWrote(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            np.save(sys.argv[1], np.zeros((7, 4), '>c16', order='F'))
            """, folder["a.npy"]);
        NpyHeader header = NpyFile.ReadHeader(folder["a.npy"]);
        Assert.That(header.Version, Is.EqualTo(new Version(1, 0)));
        Assert.That(header.ElementType, Is.EqualTo(ElementType.Complex128));
        Assert.That(header.Shape.ToArray(), Is.EqualTo((long[])[7, 4]));
        Assert.That((header.FileOrder, header.IsBigEndian, header.DataOffset), Is.EqualTo((MemoryOrder.ColumnMajor, true, 128)));
        // Reading a header is local: the folder must not go before.
        world.Barrier();
    }

    [MpiTest(1, 2, 3)]
    public void ReadAndWrite_EveryElementType_AreNumPys(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            for t in 'b1 i1 i2 i4 i8 u1 u2 u4 u8 f4 f8 c8 c16'.split():
                a = np.arange(70) % (2 if t == 'b1' else 99) - (40 if t[0] in 'ifc' else 0)
                a = (a + (1j * np.arange(70) if t[0] == 'c' else 0)).astype(t)
                for order in '<>':
                    for layout in 'CF':
                        np.save(f'{sys.argv[1]}/{t}{order}{layout}.npy', np.array(a.reshape(7, 10), order + t, order=layout))
            """, folder.Path);
        var names = new List<string>();
        RoundTrip<bool>(world, folder, "b1", names);
        RoundTrip<sbyte>(world, folder, "i1", names);
        RoundTrip<short>(world, folder, "i2", names);
        RoundTrip<int>(world, folder, "i4", names);
        RoundTrip<long>(world, folder, "i8", names);
        RoundTrip<byte>(world, folder, "u1", names);
        RoundTrip<ushort>(world, folder, "u2", names);
        RoundTrip<uint>(world, folder, "u4", names);
        RoundTrip<ulong>(world, folder, "u8", names);
        RoundTrip<float>(world, folder, "f4", names);
        RoundTrip<double>(world, folder, "f8", names);
        RoundTrip<Complex64>(world, folder, "c8", names);
        RoundTrip<Complex>(world, folder, "c16", names);
        RoundTrip<Logical32>(world, folder, "i4", names);
        RoundTrip<Logical64>(world, folder, "i8", names);
        Outside.RunPython(world, """
            for name in sys.argv[2:]:
                source, kind, _ = name.split(' ')
                a, b = np.load(f'{sys.argv[1]}/{source}'), np.load(f'{sys.argv[1]}/{name}')
                assert b.dtype == a.dtype.newbyteorder('<') and b.dtype.str[0] in '<|' and np.array_equal(a, b), name
                assert b.flags.f_contiguous == (name[-5] == 'F'), name
            """, [folder.Path, .. names]);
    }

    [MpiTest(1, 2)]
    public void Read_BooleansThatAreNeitherZeroNorOne_AreTrue(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, "np.save(sys.argv[1], np.array([0, 1, 2, 255], 'u1').view('b1'))", folder["a.npy"]);
        using DistArray<bool> read = NpyFile.Read<bool>(folder["a.npy"], new Distribution(world, [4], "n"));
        Assert.That(read.LocalToArray().Select(value => System.Runtime.CompilerServices.Unsafe.BitCast<bool, byte>(value)), Is.EqualTo((byte[])[0, 1, 1, 1]));
    }

    [MpiTest(1, 2, 3)]
    public void Read_IntoArrayWithHalo_LeavesTheHalo(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, "np.save(sys.argv[1], np.arange(70.).reshape(7, 10))", folder["a.npy"]);
        using DistArray<double> array = Np.Zeros<double>(new Distribution(world, [7, 10], "bn", haloLow: [1, 0], haloHigh: [1, 0]));
        array.LocalViewWithHalo.Fill(-5);
        NpyFile.Read(folder["a.npy"], array);
        Cases.AssertArange(array, "owned");
        Assert.That(array.LocalViewWithHalo.Slice(0, 0, 1).ToArray(), Is.All.EqualTo(-5));
    }

    private static void RoundTrip<T>(ICommunicator world, SharedFolder folder, string type, List<string> names) where T : unmanaged
    {
        foreach (string file in (string[])["<C", "<F", ">C", ">F"])
        {
            foreach (string codes in (string[])["bn", "cc", "nc(3)"])
            {
                using DistArray<T> array = NpyFile.Read<T>(folder[$"{type}{file}.npy"], new Distribution(world, [7, 10], codes));
                foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                {
                    string name = $"{type}{file}.npy {typeof(T).Name} {codes}{(order == MemoryOrder.RowMajor ? 'C' : 'F')}.npy";
                    NpyFile.Write(folder[name], array, order);
                    names.Add(name);
                }
            }
        }
    }
}
