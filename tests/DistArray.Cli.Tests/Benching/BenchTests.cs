using System.Text.Json;
using DistArray.Cli.Tests.Plotting;

namespace DistArray.Cli.Tests.Benching;

/// <summary>The benchmark of the tool: that all of it runs, and ends.</summary>
internal sealed class BenchTests
{
    [Test]
    public void Quick_MeasuresEverything()
    {
        string folder = Directory.CreateTempSubdirectory("distarray-bench-test-").FullName;
        try
        {
            JsonElement report = JsonDocument.Parse(ToolRun.Good("bench", "-n", "2", "--quick", "--json", "--folder", folder)).RootElement;
            Assert.That(report.GetProperty("ranks").GetInt32(), Is.EqualTo(2));
            JsonElement[] figures = [.. report.GetProperty("figures").EnumerateArray()];
            Assert.That(figures, Has.Length.EqualTo(12));
            foreach (JsonElement figure in figures)
            {
                double value = figure.GetProperty("value").GetDouble();
                Assert.That(value, Is.Positive, figure.GetRawText());
                Assert.That(value, Is.InRange(figure.GetProperty("least").GetDouble(), figure.GetProperty("most").GetDouble()));
            }
            Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void OneRank_SaysWhatNeedsTwo()
    {
        string text = ToolRun.Good("bench", "ping", "-n", "1", "--quick");
        Assert.That(text, Does.Contain("needs two ranks"));
    }

    [Test]
    public void Run_UnknownName_SaysWhichThereAre()
    {
        ToolRun run = ToolRun.Of("bench", "pong");
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("there are ping, allreduce, expression, redistribute, halo, files. Is ping meant?"));
    }
}
