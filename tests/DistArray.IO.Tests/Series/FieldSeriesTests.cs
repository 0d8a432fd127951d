using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Series of fields: what h5py sees in the index, reading back, going on after a restart, and failures between.</summary>
public class FieldSeriesTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Add_Records_AreOneVirtualDatasetForH5py(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run 5%b.h5"], world, new UniformGrid([4, 5], [0, 0], [1, 1]));
        for (int step = 0; step < 4; step++)
            Add(series, world, 10 * step, step);
        Assert.That(series.Steps, Is.EqualTo((long[])[0, 10, 20, 30]));
        Assert.That(series.FieldNames, Is.EqualTo((string[])["energy", "flow/v", "late", "u"]));
        Outside.RunPython(world, """
            import os, xml.etree.ElementTree as ET
            os.chdir('/')
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['steps'], [0, 10, 20, 30]) and np.array_equal(f['times'], [0, 0.5, 1, 1.5])
                assert list(f['files'].asstr()) == [f'run 5%b_{10 * i:09}.h5' for i in range(4)]
                u = np.arange(80.).reshape(4, 4, 5)
                assert np.array_equal(f['fields/u'][...], u) and f['fields/u'].is_virtual and np.array_equal(f['fields/u'][2, 1], u[2, 1])
                assert f['fields/flow/v'].dtype == 'i4' and np.array_equal(f['fields/flow/v'][...], -np.arange(28).reshape(4, 7))
                assert np.array_equal(f['fields/energy'][...], [0, 2, 4, 6])
                late = f['fields/late'][...]
                assert np.isnan(late[:2]).all() and np.array_equal(late[2:], u[2:])
                for name, time in zip(f['files'].asstr(), f['times']):
                    with h5py.File(os.path.join(os.path.dirname(sys.argv[1]), name)) as r: assert r.attrs['time'] == time
            grids = ET.parse(sys.argv[1].replace('.h5', '.xmf')).findall('.//Grid[@GridType="Uniform"]')
            assert [[a.get('Name') for a in g.iter('Attribute')] for g in grids] == [['u'], ['u'], ['late', 'u'], ['late', 'u']]
            """, folder["run 5%b.h5"]);
        FieldSeries read = FieldSeries.Open(folder["run 5%b.h5"], world);
        Assert.That(read.Steps, Is.EqualTo(series.Steps));
        Assert.That(read.Times, Is.EqualTo(series.Times));
        Assert.That(read.FieldNames, Is.EqualTo(series.FieldNames));
        using DistArray<double> u = read.Read<double>("u", 20, new Distribution(world, [4, 5], "nc")), uExpected = U(u.Distribution, 2);
        Assert.That(u.LocalToArray(), Is.EqualTo(uExpected.LocalToArray()));
        using DistArray<double> row = read.Read<double>("u", 30, new Distribution(world, [5]), 2);
        Assert.That(row.ToArray(), Is.EqualTo((double[])[70, 71, 72, 73, 74]));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => read.OpenRecord(15)).Message, Does.Contain("no record of step 15").And.Contain("4 records, from 0 to 30"));
    }

    [MpiTest(1, 2, 3)]
    public void DropAfter_Restart_GoesOnFromThere(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var grid = new UniformGrid([4, 5], [0.5, -1], [1, 2]);
        FieldSeries first = FieldSeries.Create(folder["run.h5"], world, grid);
        for (int step = 0; step < 5; step++)
            Add(first, world, step, step);
        FieldSeries again = FieldSeries.Open(folder["run.h5"], world);
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Add(again, world, 3, 7)).Message, Does.Contain("Step 3").And.Contain("DropAfter"));
        again.DropAfter(2);
        Assert.That(FieldSeries.Open(folder["run.h5"], world).Steps, Is.EqualTo((long[])[0, 1, 2]));
        Add(again, world, 3, 7);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['steps'], [0, 1, 2, 3])
                assert np.array_equal(f['fields/u'][:, 0, 0], [0, 20, 40, 140])
                assert np.array_equal(f['grid'].attrs['origin'], [0.5, -1]) and np.array_equal(f['grid'].attrs['spacing'], [1, 2])
            assert open(sys.argv[1].replace('.h5', '.xmf')).read().count('<Time') == 4
            """, folder["run.h5"]);
        Assert.That(folder.Names, Is.EqualTo((string[])["run.h5", "run.xmf", .. Enumerable.Range(0, 5).Select(step => $"run_{step:d9}.h5")]));
    }

    [MpiTest(1, 2)]
    public void Add_ThatFails_LeavesTheSeries(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        Add(series, world, 0, 0);
        using DistArray<double> other = Np.Zeros<double>(new Distribution(world, [5, 4]));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => series.Add(1, 1, file => file.Write("u", other))).Message, Does.Contain("u of run_000000001.h5 is float64 (5, 4)").And.Contain("float64 (4, 5)"));
        Assert.That(Cases.ThrowsAlike<RankFailedException>(world, () => series.Add(1, 1, _ => throw new FormatException("mine"))).Message, Does.Contain("mine"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => series.Add(1, double.NaN, _ => { })).Message, Does.Contain("finite"));
        Assert.That(folder.Names, Is.EqualTo((string[])["run.h5", "run_000000000.h5"]));
        // A record that is complete, but was not listed any more: as after a kill between the two.
        Hdf5File.Save(folder["run_000000001.h5"], world, file => file.Write("u", other));
        Assert.That(FieldSeries.Open(folder["run.h5"], world).Steps, Is.EqualTo((long[])[0]));
        Add(series, world, 1, 1);
        using DistArray<double> u = FieldSeries.Open(folder["run.h5"], world).Read<double>("u", 1, new Distribution(world, [4, 5])), expected = U(u.Distribution, 1);
        Assert.That(u.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => FieldSeries.Open(folder["run_000000001.h5"], world)).Message, Does.Contain("no dataset /steps"));
    }

    [MpiTest(1, 2, 3)]
    public void Index_ThatCannotBeWritten_IsToldOnAllRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        Outside.OnRankZero(world, () =>
        {
            File.Delete(folder["run.h5"]);
            Directory.CreateDirectory(folder["run.h5"]);
            return 0;
        });
        Assert.That(() => Add(series, world, 0, 0), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
    }

    [MpiTest(1, 2)]
    public void Index_ReadAsAFile_IsOneArray(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        for (int step = 0; step < 3; step++)
            Add(series, world, step, step);
        using Hdf5File file = Hdf5File.Open(folder["run.h5"], world);
        using DistArray<double> u = file.Read<double>("fields/u", new Distribution(world, [3, 4, 5], "nbn"));
        Cases.AssertArange(u, "virtual");
    }

    private static void Add(FieldSeries series, ICommunicator world, long step, int number)
    {
        using DistArray<double> u = U(new Distribution(world, [4, 5], "bn"), number);
        using DistArray<int> v = Np.FromFunction<int>(new Distribution(world, [7], "c"), i => -(7 * number) - (int)i[0]);
        using DistArray<double> energy = Np.Full(new Distribution(world, ReadOnlySpan<DimMap>.Empty), 2.0 * number);
        series.Add(step, number / 2.0, file =>
        {
            file.Write("u", u);
            file.Write("flow/v", v);
            file.Write("energy", energy);
            file.WriteStrings("words", ["no field"]);
            file.CreateSoftLink("same", "/u");
            if (number >= 2)
                file.Write("late", u);
        });
    }

    private static DistArray<double> U(Distribution distribution, int number) => Np.FromFunction<double>(distribution, (i, j) => 20 * number + 5 * i + j);
}
