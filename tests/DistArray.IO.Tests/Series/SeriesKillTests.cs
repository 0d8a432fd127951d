namespace DistArray.IO.Tests.Series;

/// <summary>A job that is killed while it writes a series leaves an index that lists complete records alone, and all that it had finished.</summary>
public class SeriesKillTests
{
    [TestCase("series", 3)]
    [TestCase("batches", 3)]
    [TestCase("series", 50, Category = "Long")]
    [TestCase("batches", 50, Category = "Long")]
    public void Job_KilledAtRandomMoments_LosesNoRecord(string work, int kills)
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        var random = new System.Random(kills);
        long last = 0;
        int unfinished = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            (long started, long done) = FaultJob.Kill(work, folder, 1 + kill % 3, random, last);
            FieldSeries series = FieldSeries.Open(folder["run.h5"], self);
            Assert.That(series.Steps, Is.EqualTo(Enumerable.Range(1, series.Steps.Count)), $"kill {kill}");
            Assert.That(series.Steps[^1], Is.AnyOf(done, started), $"kill {kill}");
            Assert.That(series.Times, Is.EqualTo(series.Steps.Select(step => step / 2.0)), $"kill {kill}");
            foreach (long step in series.Steps.Where(step => step > last))
            {
                using DistArray<double> record = series.Read<double>("u", step, new Distribution(self, [61, 257]));
                Assert.That(record.LocalToArray(), Is.EqualTo(Enumerable.Range(0, 61 * 257).Select(i => step * 1e6 + i)), $"kill {kill}");
            }
            string xdmf = File.ReadAllText(folder["run.xmf"]);
            Assert.That(xdmf, Does.EndWith("</Xdmf>"), $"kill {kill}");
            unfinished += Directory.GetFiles(folder.Path, "*.partial").Length;
            last = series.Steps[^1];
        }
        // What others see in the index: no record is missing or cut.
        Outside.RunPython(self, """
            with h5py.File(sys.argv[1]) as f:
                u, n = f['fields/u'], len(f['steps'])
                assert u.shape == (n, 61, 257)
                for i in range(n): assert np.array_equal(u[i].ravel(), (i + 1) * 1e6 + np.arange(61 * 257)), i
            """, folder["run.h5"]);
        TestContext.Out.WriteLine($"{kills} kills, {unfinished} files unfinished, {last} records");
    }
}
