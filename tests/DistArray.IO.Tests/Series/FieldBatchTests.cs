using DistArray.Testing;

namespace DistArray.IO.Tests.Series;

/// <summary>Batches of records: one file and one index for several, what h5py sees, and failures between.</summary>
public class FieldBatchTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Commit_Records_AreOneVirtualDatasetForH5py(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world, new UniformGrid([4, 5], [0, 0], [1, 1]));
        Add(series, world, 0);
        for (int first = 1; first < 7; first += 3)
        {
            FieldBatch batch = series.StartBatch();
            for (int number = first; number < first + 3; number++)
                Add(batch, world, number);
            Assert.That((batch.Count, series.Steps.Count), Is.EqualTo((3, first)), "not listed before it is complete");
            batch.Commit();
        }
        Add(series, world, 7);
        Assert.That(folder.Names, Is.EqualTo((string[])["run.h5", "run.xmf", "run_000000000.h5", "run_000000010.h5", "run_000000040.h5", "run_000000070.h5"]));
        Outside.RunPython(world, """
            import os, xml.etree.ElementTree as ET
            os.chdir('/')
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['steps'], np.arange(8) * 10) and np.array_equal(f['times'], np.arange(8) / 2)
                assert list(f['files'].asstr())[2:5] == ['run_000000010.h5', 'run_000000010.h5', 'run_000000040.h5']
                assert list(f['groups'].asstr()) == ['/', '/000000010', '/000000020', '/000000030', '/000000040', '/000000050', '/000000060', '/']
                assert np.array_equal(f['fields/u'][...], np.arange(160.).reshape(8, 4, 5)) and np.array_equal(f['fields/flow/v'][...], -np.arange(56).reshape(8, 7))
            with h5py.File(sys.argv[1].replace('.h5', '_000000040.h5')) as f:
                assert f['000000050'].attrs['time'] == 2.5 and f['000000050'].attrs['step'] == 50
            grids = ET.parse(sys.argv[1].replace('.h5', '.xmf')).findall('.//Grid[@GridType="Uniform"]')
            assert [[a.get('Name') for a in g.iter('Attribute')] for g in grids] == [['u']] * 8
            assert grids[5].find('Attribute/DataItem').text == 'run_000000040.h5:/000000050/u'
            """, folder["run.h5"]);
        FieldSeries read = FieldSeries.Open(folder["run.h5"], world);
        Assert.That(read.Steps, Is.EqualTo(series.Steps));
        Assert.That(read.FieldNames, Is.EqualTo((string[])["flow/v", "u"]));
        for (int number = 0; number < 8; number++)
        {
            using DistArray<double> u = read.Read<double>("u", 10 * number, new Distribution(world, [4, 5], "nc")), expected = U(u.Distribution, number);
            Assert.That(u.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
        }
        using Hdf5File file = read.OpenRecord(30, out Hdf5Group record);
        Assert.That((record.Path, record.Attributes.Get<long>("step")), Is.EqualTo(("/000000030", 30L)));
    }

    [MpiTest(1, 2, 3)]
    public void Add_ThatFails_LeavesTheBatch(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        using DistArray<double> other = Np.Zeros<double>(new Distribution(world, [5, 4]));
        using (FieldBatch batch = series.StartBatch())
        {
            Add(batch, world, 1);
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => batch.Add(20, 1, record => record.Write("u", other))).Message, Does.Contain("u of /000000020").And.Contain("(5, 4)").And.Contain("(4, 5)"));
            Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Add(batch, world, 1)).Message, Does.Contain("Step 10").And.Contain("step 10"));
            Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, () => Add(series, world, 2)).Message, Does.Contain("batch"));
            Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, () => series.StartBatch()).Message, Does.Contain("batch"));
            Add(batch, world, 2);
            batch.Commit();
            Assert.That(() => Add(batch, world, 3), Throws.InstanceOf<ObjectDisposedException>());
        }
        Assert.That(series.Steps, Is.EqualTo((long[])[10, 20]));
        using (FieldBatch parted = series.StartBatch())
        {
            Add(parted, world, 3);
            Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => parted.Add(40, 1, _ => Fail(world))).Message, Does.Contain("mine"));
            Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, parted.Commit).Message, Does.Contain("parted"));
        }
        series.StartBatch().Commit();
        series.StartBatch().Dispose();
        Assert.That(folder.Names, Is.EqualTo((string[])["run.h5", "run_000000010.h5"]));
        using (FieldBatch batch = series.StartBatch())
        {
            Add(batch, world, 3);
            batch.Commit();
        }
        FieldSeries read = FieldSeries.Open(folder["run.h5"], world);
        Assert.That(read.Steps, Is.EqualTo((long[])[10, 20, 30]));
        using DistArray<double> u = read.Read<double>("u", 20, new Distribution(world, [4, 5])), expected = U(u.Distribution, 2);
        Assert.That(u.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
    }

    [MpiTest(1, 2)]
    public void DropAfter_InABatch_KeepsWhatWasBefore(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        using (FieldBatch batch = series.StartBatch())
        {
            for (int number = 1; number < 5; number++)
                Add(batch, world, number);
            batch.Commit();
        }
        FieldSeries again = FieldSeries.Open(folder["run.h5"], world);
        again.DropAfter(20);
        using (FieldBatch batch = again.StartBatch())
        {
            Add(batch, world, 7);
            batch.Commit();
        }
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['steps'], [10, 20, 70]) and np.array_equal(f['fields/u'][:, 0, 0], [20, 40, 140])
            """, folder["run.h5"]);
    }

    private static void Fail(ICommunicator world)
    {
        if (world.Rank == world.Size - 1)
            throw new FormatException("mine");
    }

    private static void Add(FieldSeries series, ICommunicator world, int number) => Write(world, number, write => series.Add(10 * number, number / 2.0, write));

    private static void Add(FieldBatch batch, ICommunicator world, int number) => Write(world, number, write => batch.Add(10 * number, number / 2.0, write));

    private static void Write(ICommunicator world, int number, Action<Action<Hdf5Group>> add)
    {
        using DistArray<double> u = U(new Distribution(world, [4, 5], "bn"), number);
        using DistArray<int> v = Np.FromFunction<int>(new Distribution(world, [7], "c"), i => -(7 * number) - (int)i[0]);
        add(record =>
        {
            record.Write("u", u);
            record.Write("flow/v", v);
        });
    }

    private static DistArray<double> U(Distribution distribution, int number) => Np.FromFunction<double>(distribution, (i, j) => 20 * number + 5 * i + j);
}
