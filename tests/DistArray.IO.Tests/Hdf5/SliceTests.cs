using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Parts of datasets, read into any distribution and written in place, compared with NumPy's indexing by h5py.</summary>
public class SliceTests
{
    /// <summary>NumPy's text of the indices, the indices, and what they leave of the 9 x 8 x 7 numbers.</summary>
    private static readonly (string Text, AxisIndex[] Indices)[] s_parts =
    [
        ("2:7", [2..7]),
        ("1:-1,::2", [1..^1, Np.Slice(null, null, 2)]),
        ("::3,1::2,2:6:3", [Np.Slice(null, null, 3), Np.Slice(1, null, 2), Np.Slice(2, 6, 3)]),
        ("::-1,:,::-2", [Np.Slice(null, null, -1), Range.All, Np.Slice(null, null, -2)]),
        ("4", [4]),
        ("-1,:,3", [^1, Range.All, 3]),
        ("...,5:2:-1", [Np.Ellipsis, Np.Slice(5, 2, -1)]),
        ("3,4,5", [3, 4, 5]),
        ("5:5", [5..5]),
    ];

    [MpiTest(1, 2, 3, 4)]
    public void Read_PartOfFileOfH5py_IsNumPysPart(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        WriteParts(world, folder);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        ReadAll(file);
    }

    [MpiTest(1, 3)]
    public void Read_PartInManySmallRounds_IsTheSame(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        WriteParts(world, folder);
        using var limits = new LoweredLimits(round: 40, staging: 24);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        ReadAll(file);
    }

    [MpiTest(1, 2, 3)]
    public void Read_PartIntoHaloed_LeavesTheHaloAndFitsUnstructured(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        WriteParts(world, folder);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        var haloed = new Distribution(world, [8, 7], "bn", haloLow: [1, 0], haloHigh: [1, 0]);
        using DistArray<double> array = Np.Full(haloed, -5.0, MemoryOrder.ColumnMajor);
        array.LocalViewWithHalo.Fill(-5);
        file.Read("x", array, 4);
        using DistArray<double> expected = Np.FromFunction<double>(haloed, (i, j) => 4 * 56 + 7 * i + j);
        Assert.That(array.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
        Assert.That(array.LocalViewWithHalo.Slice(0, 0, 1).ToArray(), Is.All.EqualTo(-5));

        long[] mine = [.. Enumerable.Range(0, 8).Where(i => i * 5 % 8 % world.Size == world.Rank).Reverse()];
        DimMap map = UnstructuredMap.Create(world, 8, mine);
        using DistArray<double> scattered = file.Read<double>("x", new Distribution(world, [map, new ReplicatedMap(4)]), ^2, .., Np.Slice(null, null, 2));
        for (int i = 0; i < mine.Length; i++)
            Assert.That(scattered.LocalView.Slice(0, i, 1).ToArray(), Is.EqualTo(new[] { 0.0, 2, 4, 6 }.Select(j => 7 * 56 + 7 * mine[i] + j)));
    }

    [MpiTest(1, 2, 3)]
    public void Read_PartThatIsNotThere_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        WriteParts(world, folder);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        string Text<TException>(long[] shape, params AxisIndex[] indices) where TException : Exception =>
            Cases.ThrowsAlike<TException>(world, () => file.Read<double>("x", new Distribution(world, shape), indices)).Message;
        Assert.That(Text<ArgumentException>([8, 7], 9), Does.Contain("Index 9 is outside of axis 0 of shape (9, 8, 7)"));
        Assert.That(Text<ArgumentException>([8, 7], .., .., .., ..), Does.Contain("4 indices for the 3 axes"));
        Assert.That(Text<ArgumentException>([2, 8, 7], (AxisIndex)(long[])[1, 2]), Does.Contain("hold an array or a new axis"));
        Assert.That(Text<Hdf5Exception>([4, 8, 7], 2..7), Does.Contain("of which (5, 8, 7) are selected, and (4, 8, 7) was asked for"));
        using DistArray<double> read = file.Read<double>("x", new Distribution(world, [9, 8, 7]));
        Cases.AssertArange(read, "the file stays usable");
    }

    [MpiTest(1, 2, 3, 4)]
    public void Write_IntoParts_IsWhatNumPyAssigns(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            Hdf5Dataset dataset = file.CreateDataset<double>("x", [9, 8, 7], fillValue: -1.5);
            int number = 0;
            foreach ((_, AxisIndex[] indices) in s_parts)
            {
                long[] shape = ShapeOf(indices);
                foreach ((_, Distribution distribution) in Distributions(world, shape).Take(2))
                {
                    using DistArray<double> values = Np.FromFunction<double>(distribution, index => (1000 * number) + Cases.Index(index, shape));
                    dataset.Write(values, indices);
                    number++;
                }
            }
        });
        Outside.RunPython(world, """
            x = np.full((9, 8, 7), -1.5)
            for number, text in enumerate(sys.argv[2:]):
                part = eval(f'x[{text}]')
                values = 1000 * number + np.arange(part.size, dtype='f8').reshape(part.shape)
                exec(f'x[{text}] = values')
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['x'][...], x), np.argwhere(f['x'][...] != x)
            """, [folder["a.h5"], .. s_parts.SelectMany(part => Distributions(world, ShapeOf(part.Indices)).Take(2).Select(_ => part.Text))]);
    }

    [MpiTest(1, 2, 3)]
    public void OpenForUpdate_WritesInPlace_AndKeepsTheRest(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        WriteParts(world, folder);
        using (Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world))
        {
            using DistArray<double> row = Np.FromFunction<double>(new Distribution(world, [8, 7]), (i, j) => 1000 + 7 * i + j);
            file.OpenDataset("x").Write(row, 3);
            file.Write("new/y", row);
            file.Attributes.Set("changed", true);
            file.Commit();
            Assert.That(() => file.Attributes.Set("more", 1), Throws.InvalidOperationException);
        }
        Outside.RunPython(world, """
            x = np.arange(504.).reshape(9, 8, 7)
            x[3] = 1000 + np.arange(56.).reshape(8, 7)
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['x'][...], x) and np.array_equal(f['new/y'][...], x[3]) and f.attrs['changed'] and len(f) == 11
            """, folder["a.h5"]);
        Assert.That(folder.Names, Is.EqualTo((string[])["a.h5"]));
    }

    private static void WriteParts(ICommunicator world, SharedFolder folder) => Outside.RunPython(world, """
        with h5py.File(sys.argv[1], 'w') as f:
            f['x'] = x = np.arange(504.).reshape(9, 8, 7)
            for text in sys.argv[2:]:
                f[text.replace('...', 'all')] = eval(f'x[{text}]')
        """, [folder["a.h5"], .. s_parts.Select(part => part.Text)]);

    private static void ReadAll(Hdf5File file)
    {
        foreach ((string text, AxisIndex[] indices) in s_parts)
        {
            string stored = text.Replace("...", "all");
            long[] shape = [.. file.OpenDataset(stored).Shape];
            Assert.That(ShapeOf(indices), Is.EqualTo(shape), text);
            foreach ((string kind, Distribution distribution) in Distributions(file.Communicator, shape))
            {
                using DistArray<double> expected = file.Read<double>(stored, distribution), part = file.Read<double>("x", distribution, indices);
                Assert.That(part.LocalToArray(), Is.EqualTo(expected.LocalToArray()), $"{text} {kind}");
                using DistArray<double> columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                file.OpenDataset("x").Read(columns, indices);
                Assert.That(columns.LocalToArray(), Is.EqualTo(expected.LocalToArray()), $"{text} {kind} column-major");
            }
        }
    }

    private static IEnumerable<(string Name, Distribution Distribution)> Distributions(ICommunicator world, long[] shape) => shape.Length == 0
        ? [("single", new Distribution(world, ReadOnlySpan<DimMap>.Empty)), ("single again", new Distribution(world, ReadOnlySpan<DimMap>.Empty))]
        : Cases.Distributions(world, shape);

    private static long[] ShapeOf(AxisIndex[] indices)
    {
        using DistArray<double> whole = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [9, 8, 7]));
        using DistArray<double> part = whole[indices];
        return part.Shape.ToArray();
    }
}
