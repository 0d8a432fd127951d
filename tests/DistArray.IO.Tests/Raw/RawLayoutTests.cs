using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Flat files with an offset, a byte order and records, as NumPy writes and reads them.</summary>
public class RawLayoutTests
{
    private static readonly (string Name, RawLayout Layout)[] s_layouts =
    [
        ("plain", new RawLayout()),
        ("offset", new RawLayout { Offset = 13, ByteOrder = ByteOrder.BigEndian }),
        ("records", new RawLayout { Offset = 3, RecordLength = 1000 }),
        ("trailing", new RawLayout { Offset = 8, RecordLength = 960, ByteOrder = ByteOrder.BigEndian, AllowsTrailingBytes = true }),
    ];

    [MpiTest(1, 2, 3, 4)]
    public void Write_AnyLayoutAndDistribution_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var names = new List<string>();
        foreach (long[] shape in Cases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
            {
                foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                {
                    foreach ((string layoutName, RawLayout layout) in s_layouts)
                    {
                        string name = $"{string.Join('x', shape)}_{kind}_{layoutName}_{(order == MemoryOrder.RowMajor ? 'C' : 'F')}_{(layout.ByteOrder == ByteOrder.BigEndian ? '>' : '<')}_{layout.Offset}_{layout.RecordLength ?? 0}";
                        using DistArray<double> array = Cases.Arange(distribution, kind.Length % 2 == 0 ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor);
                        RawFile.Write(folder[name], array, order, layout);
                        Cases.AssertArange(array, "The array is as it was.");
                        names.Add(name);
                    }
                }
            }
        }
        Outside.RunPython(world, """
            for name in sys.argv[2:]:
                shape, _, _, order, end, offset, record = name.split('_')
                shape, offset, record = tuple(int(n) for n in shape.split('x')), int(offset), int(record)
                data = open(sys.argv[1] + '/' + name, 'rb').read()
                slices = shape[0] if order == 'C' else shape[-1]
                size = 8 * int(np.prod(shape))
                assert data[:offset] == bytes(offset), name
                data = data[offset:]
                if record:
                    assert len(data) == record * slices, name
                    part = size // max(slices, 1)
                    assert all(data[i * record + part:(i + 1) * record] == bytes(record - part) for i in range(slices)), name
                    data = b''.join(data[i * record:i * record + part] for i in range(slices))
                a = np.frombuffer(data, end + 'f8').reshape(shape, order=order)
                assert np.array_equal(a, np.arange(np.prod(shape)).reshape(shape)), name
            """, [folder.Path, .. names]);
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_AnyLayoutOfNumPy_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        foreach ((string layoutName, RawLayout layout) in s_layouts)
        {
            Outside.RunPython(world, """
                folder, end, offset, record, trailing = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5] == 'True'
                for name in sys.argv[6:]:
                    shape = [int(n) for n in name.split('x')]
                    for order in 'CF':
                        data = np.arange(np.prod(shape), dtype=end + 'f8').reshape(shape).tobytes(order)
                        slices = shape[0] if order == 'C' else shape[-1]
                        if record:
                            part = len(data) // max(slices, 1)
                            data = b''.join(data[i * part:(i + 1) * part] + b'x' * (record - part) for i in range(slices))
                        with open(folder + '/' + name + order, 'wb') as f:
                            f.write(b'y' * offset + data + b'z' * (5 if trailing else 0))
                """, [folder.Path, layout.ByteOrder == ByteOrder.BigEndian ? ">" : "<", $"{layout.Offset}", $"{layout.RecordLength ?? 0}", $"{layout.AllowsTrailingBytes}",
                .. Cases.Shapes.Select(shape => string.Join('x', shape))]);
            foreach (long[] shape in Cases.Shapes)
            {
                foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
                {
                    foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
                    {
                        string path = folder[$"{string.Join('x', shape)}{(order == MemoryOrder.RowMajor ? 'C' : 'F')}"];
                        using DistArray<double> array = RawFile.Read<double>(path, distribution, order, layout), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                        Cases.AssertArange(array, $"{path} {kind} {layoutName}");
                        RawFile.Read(path, columns, order, layout);
                        Cases.AssertArange(columns, $"{path} {kind} {layoutName} column-major");
                    }
                }
            }
        }
    }

    [MpiTest(1, 3)]
    public void Write_BigEndianOfEveryType_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var distribution = new Distribution(world, [5, 3], "bc");
        Check<short>("i2", i => (short)(i - 3));
        Check<uint>("u4", i => (uint)i * 100_000_000);
        Check<long>("i8", i => (i - 3L) << 40);
        Check<float>("f4", i => i + 0.5f);
        Check<Complex>("c16", i => new Complex(i, -2 * i));
        Check<Complex64>("c8", i => new Complex64(i, -2 * i));
        Check<byte>("u1", i => (byte)(i * 10));

        void Check<T>(string name, Func<int, T> value) where T : unmanaged
        {
            var layout = new RawLayout { ByteOrder = ByteOrder.BigEndian };
            using DistArray<T> array = Np.FromFunction<T>(distribution, (i, j) => value((int)(3 * i + j)));
            RawFile.Write(folder[name], array, MemoryOrder.RowMajor, layout);
            Outside.RunPython(world, """
                i = np.arange(15)
                values = dict(i2=i - 3, u4=i * 100000000, i8=(i - 3) * 2**40, f4=i + 0.5, c16=i - 2j * i, c8=i - 2j * i, u1=i * 10)[sys.argv[2]]
                values = values.astype('>' + sys.argv[2])
                assert np.array_equal(np.fromfile(sys.argv[1], '>' + sys.argv[2]), values)
                values.tofile(sys.argv[1])
                """, folder[name], name);
            using DistArray<T> read = RawFile.Read<T>(folder[name], distribution, MemoryOrder.RowMajor, layout);
            Assert.That(read.LocalToArray(), Is.EqualTo(array.LocalToArray()), name);
        }
    }

    [MpiTest(1, 2)]
    public void Read_OfWrongSizeOrLayout_ThrowsAlike(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [2, 5]));
        RawFile.Write(folder["a"], array, MemoryOrder.RowMajor, new RawLayout { Offset = 8 });
        Assert.That(Throws(new RawLayout()), Does.Contain("88 bytes").And.Contain("80").And.Contain("AllowsTrailingBytes"));
        Assert.That(Throws(new RawLayout { Offset = 16, AllowsTrailingBytes = true }), Does.Contain("88 bytes").And.Contain("96"));
        Assert.That(Throws(new RawLayout { RecordLength = 60 }), Does.Contain("120"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => RawFile.Read(folder["a"], array, MemoryOrder.RowMajor, new RawLayout { RecordLength = 10 })).Message, Does.Contain("40 bytes"));
        Cases.ThrowsAlike<ArgumentException>(world, () => RawFile.Write(folder["a"], array, MemoryOrder.RowMajor, new RawLayout { Offset = -1 }));
        Cases.AssertArange(array, "untouched");

        string Throws(RawLayout layout) => Cases.ThrowsAlike<InvalidDataException>(world, () => RawFile.Read(folder["a"], array, MemoryOrder.RowMajor, layout)).Message;
    }
}
