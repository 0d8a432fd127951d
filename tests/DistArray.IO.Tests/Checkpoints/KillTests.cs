namespace DistArray.IO.Tests.Checkpoints;

/// <summary>A job that is killed while it saves leaves a complete checkpoint, the old or the new one.</summary>
public class KillTests
{
    [TestCase(16)]
    [TestCase(200, Category = "Long")]
    public void Job_KilledAtRandomMoments_LeavesTheOldOrTheNewCheckpoint(int kills)
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        var random = new System.Random(kills);
        int unfinished = 0;
        long last = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            int ranks = 1 + kill % 3;
            (long started, long done) = FaultJob.Kill("checkpoints", folder, ranks, random, last);
            using DistArray<double> loaded = Np.Zeros<double>(new Distribution(self, [61, 257]));
            long step = 0;
            LoadedCheckpoint taken = Checkpoint.LoadLatest(folder["checkpoints"], self, state =>
            {
                state.Value("step", ref step);
                state.Array("array", loaded);
            });
            Assert.That(taken.Warnings, Is.Empty, $"kill {kill}");
            Assert.That(step, Is.AnyOf(done, started), $"kill {kill}");
            Assert.That((taken.Info.Step, taken.Info.Provenance.Ranks), Is.EqualTo((step, ranks)));
            Assert.That(loaded.LocalToArray(), Is.EqualTo(Enumerable.Range(0, 61 * 257).Select(i => step * 1e6 + i)), $"kill {kill}");
            unfinished += Directory.GetFiles(folder["checkpoints"], "*.partial").Length;
            Assert.That(Directory.GetFiles(folder["checkpoints"]), Has.Length.InRange(1, 4), $"kill {kill}");
            last = step;
        }
        // Otherwise no kill has met a checkpoint that was being written.
        Assert.That(unfinished, Is.GreaterThan(kills / 10));
        TestContext.Out.WriteLine($"{kills} kills, {unfinished} during writing, {last} checkpoints");
    }
}
