using DistArray.Testing;
using PureHDF;

namespace DistArray.IO.Tests;

/// <summary>Chunks, fill values, records, and the index of a series, as h5dump and PureHDF read them.</summary>
public class OtherReadersTests
{
    [MpiTest(1, 2, 3)]
    public void Files_OfEveryKind_AreReadByPureHdfAndH5dump(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [9, 14], "bc"));
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("zipped", array, new Hdf5DatasetOptions { Chunks = [4, 5], Gzip = 6, Shuffle = true });
            file.CreateDataset("filled", [3, 4], null, -2.5);
            file.CreateDataset("partly", [20, 14], new Hdf5DatasetOptions { Chunks = [4, 5], Gzip = 1 }, 7.0).Write(array, 2..11);
            file.WriteRecords<Row>("rows", world.Rank == world.Size - 1 ? [new(0.5, 1), new(-1.5, 20), new(2.5, -300)] : []);
        });
        double[] arange = [.. Enumerable.Range(0, 126).Select(i => (double)i)];
        Outside.OnRankZero(world, () =>
        {
            using var file = H5File.OpenRead(folder["a.h5"]);
            Assert.That(file.Dataset("/zipped").Read<double[,]>(), Is.EqualTo(Grid(arange, 9, 14)));
            Assert.That(file.Dataset("/filled").Read<double[,]>(), Is.EqualTo(Grid([.. Enumerable.Repeat(-2.5, 12)], 3, 4)));
            Assert.That(file.Dataset("/partly").Read<double[,]>(), Is.EqualTo(Grid([.. Enumerable.Repeat(7.0, 28), .. arange, .. Enumerable.Repeat(7.0, 126)], 20, 14)));
            Assert.That(file.Dataset("/rows").Read<Row[]>(), Is.EqualTo((Row[])[new(0.5, 1), new(-1.5, 20), new(2.5, -300)]));
            return 0;
        });
        string dump = Outside.RunProgram(world, "/usr/bin/h5dump", "-p", "-d", "/zipped", "-d", "/filled", "-d", "/rows", folder["a.h5"]);
        foreach (string part in (string[])["CHUNKED ( 4, 5 )", "PREPROCESSING SHUFFLE", "COMPRESSION DEFLATE { LEVEL 6 }", "VALUE  -2.5", "(8,13): 125", "-300"])
            Assert.That(dump, world.Rank == 0 ? Does.Contain(part) : Is.Null);
    }

    [MpiTest(1, 2)]
    public void Index_OfASeries_IsReadByPureHdfAndH5dump(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FieldSeries series = FieldSeries.Create(folder["run.h5"], world);
        using (FieldBatch batch = series.StartBatch())
        {
            Add(world, 0, write => batch.Add(0, 0, write));
            Add(world, 1, write => batch.Add(1, 0.5, write));
            batch.Commit();
        }
        Add(world, 2, write => series.Add(2, 1, write));
        double[] all = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        Outside.OnRankZero(world, () =>
        {
            using var file = H5File.OpenRead(folder["run.h5"]);
            Assert.That(file.Dataset("/steps").Read<long[]>(), Is.EqualTo((long[])[0, 1, 2]));
            Assert.That(file.Dataset("/fields/u").Read<double[,,]>().Cast<double>(), Is.EqualTo(all));
            return 0;
        });
        string dump = Outside.RunProgram(world, "/usr/bin/h5dump", "-p", "-d", "/fields/u", folder["run.h5"]);
        if (world.Rank == 0)
            Assert.That(dump, Does.Contain("VIRTUAL").And.Contain("run_000000000.h5").And.Contain("/000000001/u").And.Contain("(2,3,0): 55, 56, 57, 58, 59"));
    }

    private static void Add(ICommunicator world, int number, Action<Action<Hdf5Group>> add)
    {
        using DistArray<double> u = Np.FromFunction<double>(new Distribution(world, [4, 5]), (i, j) => (20 * number) + (5 * i) + j);
        add(record => record.Write("u", u));
    }

    private static double[,] Grid(double[] values, int rows, int columns)
    {
        var grid = new double[rows, columns];
        Buffer.BlockCopy(values, 0, grid, 0, values.Length * sizeof(double));
        return grid;
    }

    private record struct Row(double X, int Id);
}
