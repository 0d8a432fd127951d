using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Arrays that are written in parts, and of which parts are read: .npy, .npz and Fortran's records.</summary>
public class ArrayPartTests
{
    private static readonly long[] s_shape = [7, 10];

    [MpiTest(1, 2, 3, 4)]
    public void Write_InParts_IsWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
        {
            NpyFile.Save<double>(folder["a.npy"], world, s_shape, writer => WriteParts(world, order, writer), order);
            NpzFile.Save(folder["a.npz"], world, file =>
            {
                file.Write<double>("u", s_shape, writer => WriteParts(world, order, writer), order);
                using DistArray<double> whole = Cases.Arange(new Distribution(world, s_shape, "bn"));
                file.Write("v", whole, order);
                file.Write<float>("none", [0, 3], static _ => { }, order);
            });
            FortranFile.Save(folder["a.dat"], world, FortranFormat.Sequential(ByteOrder.BigEndian), file =>
            {
                file.WriteValues(3);
                file.Write<double>(s_shape, writer => WriteParts(world, order, writer), order);
            });
            string letter = order == MemoryOrder.RowMajor ? "C" : "F";
            Outside.RunPython(world, """
                import zipfile
                folder, order = sys.argv[1:]
                expected = np.arange(70.).reshape(7, 10)
                a = np.load(folder + '/a.npy')
                assert np.array_equal(a, expected) and a.flags.c_contiguous == (order == 'C')
                with np.load(folder + '/a.npz') as f:
                    assert f.files == ['u', 'v', 'none'] and np.array_equal(f['u'], expected) and np.array_equal(f['v'], expected) and f['none'].shape == (0, 3)
                with zipfile.ZipFile(folder + '/a.npz') as f:
                    assert f.testzip() is None
                bytes = open(folder + '/a.dat', 'rb').read()
                assert len(bytes) == 12 + 568 and bytes[12:16] == bytes[-4:] == (560).to_bytes(4, 'big')
                assert np.array_equal(np.frombuffer(bytes[16:-4], '>f8'), expected.ravel(order=order))
                """, folder.Path, letter);
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_OfAPart_IsThatPart(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> whole = Cases.Arange(new Distribution(world, s_shape, "bb"));
        foreach (MemoryOrder order in Enum.GetValues<MemoryOrder>())
        {
            NpyFile.Write(folder["a.npy"], whole, order);
            NpzFile.Save(folder["a.npz"], world, file => file.Write("u", whole, order));
            FortranFile.Save(folder["a.dat"], world, FortranFormat.Stream(), file =>
            {
                file.WriteValues(1.5);
                file.Write(whole, order);
            });
            using NpzFile npz = NpzFile.Open(folder["a.npz"], world);
            using FortranFile fortran = FortranFile.Open(folder["a.dat"], world, FortranFormat.Stream());
            foreach (AxisIndex[] indices in (AxisIndex[][])[[Np.Slice(2, 6), Np.Slice(1, 10, 3)], [Np.Slice(5, null, -2), Np.Slice(null, 4)], [3], [Np.Slice(0, 7), 9], [Np.Slice(4, 4)], [6, 0]])
            {
                using DistArray<double> expected = whole[indices];
                foreach (string code in (string[])["b", "c", "n"])
                {
                    var distribution = new Distribution(world, expected.Shape, string.Concat(Enumerable.Range(0, expected.NDim).Select(axis => axis == 0 ? code : "n")));
                    using DistArray<double> fromNpy = NpyFile.Read<double>(folder["a.npy"], distribution, indices), fromNpz = npz.Read<double>("u", distribution, indices);
                    using DistArray<double> fromFortran = Np.Zeros<double>(distribution), wanted = expected.Redistribute(distribution);
                    fortran.ReadPart(0, s_shape, fromFortran, indices, order, offset: 8);
                    foreach (DistArray<double> found in (DistArray<double>[])[fromNpy, fromNpz, fromFortran])
                        Assert.That(found.LocalToArray(), Is.EqualTo(wanted.LocalToArray()), $"{order} {code} {Hdf5Selection.TextOf(indices)}");
                }
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Parts_ThatDoNotFit_AreRefusedOnAllRanks_AndTheOlderFileStays(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> row = Np.Ones<double>(new Distribution(world, [1, 10]));
        NpyFile.Write(folder["a.npy"], row);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => NpyFile.Save<double>(folder["a.npy"], world, s_shape, writer => writer.Write(row))).Message, Does.Contain("10 of 70 elements were written"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => NpyFile.Save<double>(folder["a.npy"], world, [5], writer => writer.Write(row))).Message, Does.Contain("10 elements are given, and 5 of 5 are left"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => NpyFile.Save<double>(folder["a.npy"], world, [-5], writer => writer.Write(row))).Message, Does.Contain("negative extent"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => NpzFile.Save(folder["a.npz"], world, file => file.Write<double>("u", s_shape, static _ => { }))).Message, Does.Contain("0 of 70"));
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => NpyFile.Read<double>(folder["a.npy"], new Distribution(world, [4]), 0, Np.Slice(0, 5))).Message, Does.Contain("of which (5,) are selected"));
        Assert.That(NpyFile.ReadHeader(folder["a.npy"]).Shape.ToArray(), Is.EqualTo((long[])[1, 10]));
        world.Barrier();
        Assert.That(folder.Names, Is.EqualTo((string[])["a.npy"]));
    }

    [MpiTest(1, 2, 3)]
    public void Arrays_WithinEachOther_AreRefusedOnAllRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> row = Np.Ones<double>(new Distribution(world, [1, 10]));
        Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => NpzFile.Save(folder["a.npz"], world, file => file.Write<double>("u", [1, 10], _ => file.Write("v", row)))).Message,
            Does.Contain("another array of"));
        Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => FortranFile.Save(folder["a.dat"], world, FortranFormat.Sequential(), file => file.Write<double>([1, 10], _ => file.Write(row)))).Message,
            Does.Contain("has not ended"));
        Assert.That(folder.Names, Is.Empty);
    }

    [MpiTest(1, 2, 3, 4)]
    public void Verify_OfNpzMembers_FindsWhatIsDamaged(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            for name, save in (('stored', np.savez), ('packed', np.savez_compressed)):
                save(f'{sys.argv[1]}/{name}.npz', u=np.arange(1000.), v=np.arange(7.))
            data = bytearray(open(sys.argv[1] + '/stored.npz', 'rb').read())
            data[data.index(np.array([500.]).tobytes())] ^= 1
            open(sys.argv[1] + '/damaged.npz', 'wb').write(data)
            """, folder.Path);
        foreach (string name in (string[])["stored", "packed", "damaged"])
        {
            using NpzFile file = NpzFile.Open(folder[$"{name}.npz"], world);
            Assert.That(file.IsCompressed("u"), Is.EqualTo(name == "packed"));
            file.Verify("v");
            if (name == "damaged") Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => file.Verify("u")).Message, Does.Contain("u.npy").And.Contain("its checksum is"));
            else file.Verify("u");
        }
    }

    // Slices along the slowest axis: one of them, the next three by columns that lie scattered, the rest.
    private static void WriteParts(ICommunicator world, MemoryOrder order, ArrayPartWriter<double> writer)
    {
        using DistArray<double> whole = Cases.Arange(new Distribution(world, s_shape, "bc"));
        int slowest = order == MemoryOrder.RowMajor ? 0 : 1;
        foreach ((long first, long end, string codes) in ((long, long, string)[])[(0, 1, "bn"), (1, 4, "cc"), (4, s_shape[slowest], "nb")])
        {
            using DistArray<double> view = slowest == 0 ? whole[Np.Slice(first, end), ..] : whole[.., Np.Slice(first, end)];
            using DistArray<double> part = view.Redistribute(codes);
            writer.Write(part);
        }
    }
}
