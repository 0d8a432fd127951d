using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Checkpoints as Fortran codes leave them behind, read and written by a description.</summary>
public class FieldFileTests
{
    private const int N1 = 5, N2 = 4, N3 = 6;
    private static readonly long[] s_shape = [N1, N2, N3];

    [MpiTest(1, 2, 3, 4)]
    public void Read_CheckpointOfFortran_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        foreach (ByteOrder order in Enum.GetValues<ByteOrder>())
        {
            string code = new Gfortran(world, folder).Compile("code", FieldPrograms.Code, order == ByteOrder.BigEndian ? "-fconvert=big-endian" : "-fconvert=native");
            foreach (string form in (string[])["each", "all", "slices", "stream", "direct"])
            {
                Outside.RunProgram(world, code, folder["a"], form);
                using FieldFile file = FieldFile.Open(folder["a"], world, Layout(form, order));
                Assert.That(file.ReadValue<int>("step"), Is.EqualTo(1234));
                Assert.That(file.ReadValues<double>("times"), Is.EqualTo((double[])[0.1, 1e-3]));
                foreach ((string kind, Distribution distribution) in Cases.Distributions(world, s_shape))
                {
                    using DistArray<double> u = file.Read<double>("u", distribution), v = Np.Full(distribution, -5.0, MemoryOrder.ColumnMajor);
                    Cases.AssertArange(u, $"{form} {kind}");
                    file.Read("v", v);
                    using DistArray<double> expected = Np.FromFunction<double>(distribution, indices => 1000 + Cases.Index(indices, s_shape));
                    Assert.That(v.LocalToArray(), Is.EqualTo(expected.LocalToArray()), $"{form} {kind}");
                    using DistArray<float> p = file.Read<float>("p", distribution), single = Np.FromFunction<float>(distribution, indices => Cases.Index(indices, s_shape));
                    Assert.That(p.LocalToArray(), Is.EqualTo(single.LocalToArray()), $"{form} {kind}");
                }
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Save_OfAnyForm_IsByteForByteWhatFortranWrites(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        string code = new Gfortran(world, folder).Compile("code", FieldPrograms.Code);
        // A core's arrays: their own halo holds what the code writes there.
        Distribution[] distributions = [.. ((string[])["bnn", "nnb", "bbb"]).Select(codes => new Distribution(world, s_shape, codes, haloLow: [1, 1, 1], haloHigh: [1, 1, 1]))];
        foreach (string form in (string[])["each", "all", "slices", "stream", "direct"])
        {
            Outside.RunProgram(world, code, folder["theirs"], form);
            byte[] theirs = File.ReadAllBytes(folder["theirs"]);
            foreach (Distribution distribution in distributions)
            {
                using DistArray<double> u = WithHalo(distribution, 1, 0), v = WithHalo(distribution, 1000, 1000);
                using DistArray<float> p = Np.FromFunction<float>(distribution, indices => Cases.Index(indices, s_shape));
                FieldFile.Save(folder["ours"], world, Layout(form, ByteOrder.LittleEndian), file =>
                {
                    file.Write("p", p);
                    file.WriteValues("step", 1234);
                    file.Write("u", u);
                    file.Write("v", v);
                    file.WriteValues("times", 0.1, 1e-3);
                });
                Assert.That(File.ReadAllBytes(folder["ours"]), Is.EqualTo(theirs), form);
                u.LocalViewWithHalo.Fill(-7);
                using (FieldFile file = FieldFile.Open(folder["ours"], world, Layout(form, ByteOrder.LittleEndian)))
                    file.Read("u", u);
                Cases.AssertArange(u, form);
                Assert.That(u.LocalViewWithHalo.ToArray().Count(value => value == -7), Is.EqualTo(u.LocalViewWithHalo.Size - u.LocalView.Size), "The array's halo stays.");
                world.Barrier();
            }
        }
    }

    [MpiTest(1, 3)]
    public void Save_WithoutOwnHalo_WritesZeros(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var layout = new FieldFileLayout(FortranFormat.Stream()) { FieldItem.Skip(16), FieldItem.Field<double>("u", [3, 4], MemoryOrder.RowMajor, haloLow: [1, 2], haloHigh: [0, 3]) };
        using DistArray<double> array = Cases.Arange(new Distribution(world, [3, 4], "nc"));
        FieldFile.Save(folder["a"], world, layout, file => file.Write("u", array));
        Outside.RunPython(world, """
            a = np.fromfile(sys.argv[1], offset=16).reshape(4, 9)
            assert np.array_equal(a[1:, 2:6], np.arange(12).reshape(3, 4))
            a[1:, 2:6] = 0
            assert np.all(a == 0)
            """, folder["a"]);
    }

    [MpiTest(1, 2)]
    public void Open_OfAnotherLayout_TellsTheCause(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        string code = new Gfortran(world, folder).Compile("code", FieldPrograms.Code);
        Outside.RunProgram(world, code, folder["stream"], "stream");
        Outside.RunProgram(world, code, folder["each"], "each");
        FortranFormat stream = FortranFormat.Stream(), sequential = FortranFormat.Sequential();
        Assert.Multiple(() =>
        {
            Assert.That(Throws("each", Layout("each", ByteOrder.LittleEndian, stream)), Does.Contain("With record markers of 4 bytes"));
            Assert.That(Throws("stream", Layout("stream", ByteOrder.LittleEndian, sequential)), Does.Contain("Without record markers"));
            Assert.That(Throws("each", Layout("each", ByteOrder.BigEndian)), Does.Contain("little-endian"));
            Assert.That(Throws("each", Layout("all", ByteOrder.LittleEndian)), Does.Contain("Check which").Or.Contain("Check shapes"));
            Assert.That(Throws("none", Layout("all", ByteOrder.LittleEndian), missing: true), Does.Contain("no file"));
        });
        using DistArray<float> floats = Np.FromFunction<float>(new Distribution(world, s_shape), indices => Cases.Index(indices, s_shape));
        SaveSimple("floats", stream, 0);
        SaveSimple("halo", sequential, 1);
        Assert.That(Throws("halo", Simple<float>(sequential, 0)), Does.Contain("with a halo of 1 on both sides"));
        Assert.That(Throws("halo", Simple<float>(FortranFormat.Sequential(ByteOrder.LittleEndian, 8), 1)), Does.Contain("With record markers of 4 bytes"));
        Assert.That(Throws("floats", Simple<double>(stream, 0)), Does.Contain("single precision").And.Contain("1460 bytes").And.Contain("2900"));
        Assert.That(Throws("floats", Simple<float>(stream, 2)), Does.Contain("without halo"));

        void SaveSimple(string name, FortranFormat format, int halo) => FieldFile.Save(folder[name], world, Simple<float>(format, halo), file =>
        {
            file.Write("u", floats);
            file.Write("v", floats);
            file.Write("p", floats);
            file.WriteValues("step", 1);
            file.WriteValues("times", 0.5, 1);
        });

        string Throws(string name, FieldFileLayout layout, bool missing = false) => missing
            ? Cases.ThrowsAlike<FileNotFoundException>(world, () => FieldFile.Open(folder[name], world, layout)).Message
            : Cases.ThrowsAlike<InvalidDataException>(world, () => FieldFile.Open(folder[name], world, layout)).Message;
    }

    [MpiTest(1, 2)]
    public void Open_OfCutFile_ThrowsAlike(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        string code = new Gfortran(world, folder).Compile("code", FieldPrograms.Code);
        foreach (string form in (string[])["each", "all", "slices", "stream", "direct"])
        {
            Outside.RunProgram(world, code, folder["a"], form);
            long length = new FileInfo(folder["a"]).Length;
            world.Barrier();
            for (long cut = length - 1; cut >= 0; cut -= 97)
            {
                Outside.OnRankZero(world, () =>
                {
                    using FileStream file = File.OpenWrite(folder["a"]);
                    file.SetLength(cut);
                    return 0;
                });
                Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => FieldFile.Open(folder["a"], world, Layout(form, ByteOrder.LittleEndian))).Message, Does.Contain($"{cut} bytes"));
            }
        }
    }

    [MpiTest(1, 2)]
    public void Save_AndRead_OfWrongItems_ThrowAlike(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var layout = new FieldFileLayout(FortranFormat.Sequential()) { FieldItem.Value<double>("time"), FieldItem.Field<double>("u", [2, 3]) };
        using DistArray<double> u = Cases.Arange(new Distribution(world, [2, 3])), other = Cases.Arange(new Distribution(world, [3, 2]));
        Assert.That(Fails(file => file.Write("u", u)), Does.Contain("time of the layout was not written"));
        Assert.That(Fails(file => file.Write("w", u)), Does.Contain("no item named w; it has time, u"));
        Assert.That(Fails(file => file.Write("u", other)), Does.Contain("(2, 3)").And.Contain("(3, 2)"));
        Assert.That(Fails(file => file.WriteValues("time", 1)), Does.Contain("float64").And.Contain("int32"));
        Assert.That(Fails(file => file.WriteValues("time", 1.0, 2.0)), Does.Contain("1 values").And.Contain("2 were"));
        Assert.That(Fails(file => file.WriteValues("u", 1.0)), Does.Contain("is a field"));
        Assert.That(folder.Names, Is.Empty);
        Assert.That(() => layout.Add(FieldItem.Value<int>("u")), Throws.ArgumentException);
        Assert.That(() => new FieldFileLayout(FortranFormat.Sequential()) { { FieldItem.Slices<double>("s", [2]), FieldItem.Value<int>("i") } }, Throws.ArgumentException);
        Assert.That(() => FieldItem.Field<double>("u", [2, 3], haloLow: [1]), Throws.ArgumentException);

        string Fails(Action<FieldFileWriter> write) => Cases.ThrowsAlike<ArgumentException>(world, () => FieldFile.Save(folder["a"], world, layout, write)).Message;
    }

    private static FieldFileLayout Layout(string form, ByteOrder order, FortranFormat? format = null)
    {
        FieldItem step = FieldItem.Value<int>("step"), times = FieldItem.Values<double>("times", 2);
        FieldItem u = FieldItem.Field<double>("u", s_shape, haloLow: [1, 1, 1]), v = FieldItem.Field<double>("v", s_shape, haloLow: [1, 1, 1]), p = FieldItem.Field<float>("p", s_shape);
        return form switch
        {
            "each" => new FieldFileLayout(format ?? FortranFormat.Sequential(order)) { u, v, p, { step, times } },
            "all" => new FieldFileLayout(format ?? FortranFormat.Sequential(order)) { { step, times, u, v, p } },
            "slices" => new FieldFileLayout(format ?? FortranFormat.Sequential(order))
            {
                { step, times },
                FieldItem.Slices<double>("u", s_shape, haloLow: [1, 1, 1]),
                FieldItem.Slices<double>("v", s_shape, haloLow: [1, 1, 1]),
                FieldItem.Slices<float>("p", s_shape),
            },
            "stream" => new FieldFileLayout(format ?? FortranFormat.Stream(order)) { u, v, p, step, times },
            _ => new FieldFileLayout(format ?? FortranFormat.Direct(3000, order)) { u, v, p, { step, times } },
        };
    }

    private static FieldFileLayout Simple<T>(FortranFormat format, int halo) where T : unmanaged => new(format)
    {
        FieldItem.Field<T>("u", s_shape, haloLow: [halo, halo, halo]),
        FieldItem.Field<T>("v", s_shape, haloLow: [halo, halo, halo]),
        FieldItem.Field<T>("p", s_shape, haloLow: [halo, halo, halo]),
        { FieldItem.Value<int>("step"), FieldItem.Values<double>("times", 2) },
    };

    /// <summary>An array whose halo beyond the ends of the axes is as the code's: minus the number of the cell, column by column, times a factor.</summary>
    private static DistArray<double> WithHalo(Distribution distribution, double factor, double shift)
    {
        DistArray<double> array = Np.Zeros<double>(distribution, MemoryOrder.ColumnMajor);
        LocalView<double> view = array.LocalViewWithHalo;
        long[] start = new long[3];
        for (int axis = 0; axis < 3; axis++)
            start[axis] = distribution.DimMaps[axis].Runs(distribution.GridCoordinates[axis]).FirstOrDefault().GlobalStart;
        for (int i = 0; i < view.Shape[0]; i++)
        {
            for (int j = 0; j < view.Shape[1]; j++)
            {
                for (int k = 0; k < view.Shape[2]; k++)
                {
                    long a = start[0] + i, b = start[1] + j, c = start[2] + k;
                    bool isHalo = a == 0 || b == 0 || c == 0 || a == N1 + 1 || b == N2 + 1 || c == N3 + 1;
                    view[i, j, k] = isHalo ? -factor * (1 + a + (N1 + 2) * (b + (N2 + 2) * c)) : Cases.Index([a - 1, b - 1, c - 1], s_shape) + shift;
                }
            }
        }
        return array;
    }
}
