using System.Numerics;
using System.Runtime.InteropServices;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Complex numbers, booleans, structures and texts, as h5py writes and reads them.</summary>
public class TypeTests
{
    [MpiTest(1, 2, 3)]
    public void Write_EveryElementType_IsH5pysType(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            Write<sbyte>(file, i => (sbyte)(i - 6));
            Write<byte>(file, i => (byte)(i + 240));
            Write<short>(file, i => (short)(i - 6));
            Write<ushort>(file, i => (ushort)(i + 65520));
            Write<int>(file, i => i - 6);
            Write<uint>(file, i => (uint)i + 4000000000);
            Write<long>(file, i => i - (1L << 60));
            Write<ulong>(file, i => (ulong)i + (1UL << 63));
            Write<float>(file, i => i + 0.5f);
            Write<double>(file, i => i + 0.1);
            Write<Complex64>(file, i => new Complex64(i, -i - 0.5f));
            Write<Complex>(file, i => new Complex(i, -i - 0.1));
            Write<bool>(file, i => i % 3 == 0);
        });
        Outside.RunPython(world, """
            i = np.arange(13)
            expected = {'int8': i - 6, 'uint8': i + 240, 'int16': i - 6, 'uint16': i + 65520, 'int32': i - 6, 'uint32': i + 4000000000, 'int64': i - (1 << 60),
                'uint64': i.astype('u8') + np.uint64(1 << 63), 'float32': i + 0.5, 'float64': i + 0.1, 'complex64': i - 1j * (i + 0.5), 'complex128': i + 1j * (-i - 0.1), 'bool': i % 3 == 0}
            with h5py.File(sys.argv[1]) as f:
                assert set(f) == set(expected), set(f)
                for name, values in expected.items():
                    assert f[name].dtype == np.dtype(name), f[name].dtype
                    assert np.array_equal(f[name][...], values.astype(name)), name
            """, folder["a.h5"]);
    }

    [StructLayout(LayoutKind.Sequential)]
    private record struct Particle(double X, int Id, bool IsActive, float Charge, Complex Phase, byte Kind);

    private record struct Place(int Id, double X);

    private record struct Wrong(float X);

    private record struct Named(double Z);

    private record struct Letter(char C);

    [MpiTest(1, 2, 3, 4)]
    public void WriteRecords_IsAStructuredArray(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        // Rank 0 has none, where there are several.
        int mine = world.Size == 1 ? 5 : 2 * world.Rank, first = world.Rank * (world.Rank - 1), total = world.Size == 1 ? 5 : world.Size * (world.Size - 1);
        Particle[] rows = [.. Enumerable.Range(first, mine).Select(ParticleOf)];
        using (new LoweredLimits(round: 100, staging: 100))
        {
            Hdf5File.Save(folder["a.h5"], world, file =>
            {
                Assert.That(file.WriteRecords<Particle>("p/particles", rows).Shape, Is.EqualTo((long[])[total]));
                file.WriteRecords<Particle>("none", []);
            });
        }
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                p, n = f['p/particles'], int(sys.argv[2])
                i = np.arange(n)
                assert p.dtype.names == ('X', 'Id', 'IsActive', 'Charge', 'Phase', 'Kind'), p.dtype
                assert [p.dtype[name] for name in p.dtype.names] == ['f8', 'i4', 'bool', 'f4', 'c16', 'u1']
                for name, values in dict(X=i + 0.25, Id=i, IsActive=i % 3 == 0, Charge=-i, Phase=i - 2j * i, Kind=i % 7).items():
                    assert np.array_equal(p[name], values), (name, p[name])
                assert f['none'].shape == (0,)
            """, folder["a.h5"], total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(file.ReadRecords<Particle>("p/particles"), Is.EqualTo(Enumerable.Range(0, total).Select(ParticleOf)));
        Assert.That(file.ReadRecords<Particle>("p/particles", first, mine), Is.EqualTo(rows));
        Assert.That(file.ReadRecords<Particle>("none"), Is.Empty);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => file.ReadRecords<Particle>("p/particles", total, 1)).Message, Does.Contain($"has {total} rows"));
    }

    [MpiTest(1, 2, 3)]
    public void ReadRecords_OfH5py_ByNameInAnyOrder(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                a = np.zeros(6, dtype=[('X', '>f8'), ('extra', 'u2', (3,)), ('Id', 'i4')])
                a['X'], a['Id'] = np.arange(6) / 4, np.arange(6) + 10
                f['rows'], f['one'], f['table'], f['plain'] = a, a[3], a.reshape(2, 3), np.arange(4.)
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(file.ReadRecords<Place>("rows"), Is.EqualTo(Enumerable.Range(0, 6).Select(i => new Place(i + 10, i / 4.0))));
        Assert.That(file.ReadRecords<Place>("one"), Is.EqualTo((Place[])[new Place(13, 0.75)]));
        string Text<T>(string name) where T : unmanaged => Cases.ThrowsAlike<Hdf5Exception>(world, () => file.ReadRecords<T>(name)).Message;
        Assert.That(Text<Place>("table"), Does.Contain("shape (2, 3)"));
        Assert.That(Text<Place>("plain"), Does.Contain("holds float64, and structures were asked for: compound (Id int32, X float64)"));
        Assert.That(Text<Wrong>("rows"), Does.Contain("The field X of /rows is float64, and float32 was asked for"));
        Assert.That(Text<Named>("rows"), Does.Contain("has no field Z").And.Contain("X float64").And.Contain("Id int32"));
        Assert.That(() => file.ReadRecords<Letter>("rows"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Char"));
        Assert.That(() => file.ReadRecords<double>("rows"), Throws.InstanceOf<NotSupportedException>());
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Read<double>("rows", new Distribution(world, [6]))).Message, Does.Contain("holds compound (X float64"));
    }

    [MpiTest(1, 2, 3)]
    public void Strings_BothWays(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        string[] words = ["density", "", "Ω and Ψ", "größer"];
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            Assert.That(file.WriteStrings("names", words).Shape, Is.EqualTo((long[])[4]));
            file.WriteStrings("none", []);
            Assert.That(() => file.WriteStrings("bad", ["a\0b"]), Throws.ArgumentException);
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert list(f['names'].asstr()) == ['density', '', 'Ω and Ψ', 'größer'] and f['none'].shape == (0,)
            with h5py.File(sys.argv[2], 'w') as f:
                f['fixed'] = np.array([['ab', 'c'], ['', 'defg']], dtype='S4')
                f['variable'] = ['one', '', 'größer']
                f['single'] = 'a text'
                f['numbers'] = np.arange(3)
                t = h5py.h5t.C_S1.copy(); t.set_size(6); t.set_strpad(h5py.h5t.STR_SPACEPAD)
                h5py.h5d.create(f.id, b'fortran', t, h5py.h5s.create_simple((2,))).write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([b'ab    ', b'  c   ']), t)
            """, folder["a.h5"], folder["b.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["b.h5"], world);
        Assert.That(file.ReadStrings("fixed"), Is.EqualTo((string[])["ab", "c", "", "defg"]));
        Assert.That(file.ReadStrings("variable"), Is.EqualTo((string[])["one", "", "größer"]));
        Assert.That(file.ReadStrings("single"), Is.EqualTo((string[])["a text"]));
        Assert.That(file.ReadStrings("fortran"), Is.EqualTo((string[])["ab", "  c"]));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.ReadStrings("numbers")).Message, Does.Contain("holds int64, and texts"));
        using Hdf5File own = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(own.ReadStrings("names"), Is.EqualTo(words));
        Assert.That(own.ReadStrings("none"), Is.Empty);
    }

    [MpiTest(2, 3)]
    public void WriteStrings_ThatDifferBetweenRanks_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, () => Hdf5File.Save(folder["a.h5"], world, file => file.WriteStrings("x", [world.Rank == 1 ? "a" : "b"]))).Message,
            Does.Contain("different contents"));
    }

    private static Particle ParticleOf(int i) => new(i + 0.25, i, i % 3 == 0, -i, new Complex(i, -2 * i), (byte)(i % 7));

    private static void Write<T>(Hdf5File file, Func<int, T> value) where T : unmanaged
    {
        using DistArray<T> array = Np.FromFunction<T>(new Distribution(file.Communicator, [13], "c(2)"), index => value((int)index[0]));
        file.Write(ElementTypes.NameOf(ElementTypes.Of<T>()), array);
    }
}
