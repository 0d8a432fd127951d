using System.Text.Json;
using DistArray.Cli.Tests.Plotting;
using SkiaSharp;

namespace DistArray.Cli.Tests.Layouts;

/// <summary>Who owns what, against the tables of the Distributed Array Protocol, and its pictures.</summary>
internal sealed class LayoutTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("distarray-layout-").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    // The protocol's worked tables: what each part of an axis owns.
    [TestCase("10", "b", "4", "0:3 | 3:6 | 6:9 | 9:10")]
    [TestCase("3", "c", "4", "0:1 | 1:2 | 2:3 | ")]
    [TestCase("9", "c(2)", "2", "0:2 4:6 8:9 | 2:4 6:8")]
    [TestCase("9", "b", "2", "0:2 | 2:9", "--bounds", "0=0,2,9")]
    public void OneAxis_IsCutAsTheProtocolHasIt(string shape, string codes, string ranks, string expected, params string[] options)
    {
        JsonElement layout = Json(["--shape", shape, "--dist", codes, "-n", ranks, .. options]);
        string found = string.Join(" | ", layout.GetProperty("ranks").EnumerateArray().Select(rank => string.Join(' ', rank.GetProperty("runs")[0].EnumerateArray().Select(run => $"{run.GetProperty("start")}:{run.GetProperty("stop")}"))));
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void TwoAxes_AreToldAsATableAndAMap()
    {
        Assert.That(ToolRun.Good("layout", "--shape", "5,9", "--dist", "bc", "--block-size", "2", "-n", "4", "--grid", "2,2").Trim(), Is.EqualTo("""
            (5, 9) distributed as bc(2) over 4 ranks, process grid 2 x 2

            rank  place   axis 0  axis 1     elements
               0  (0, 0)  0:3     0:2 4:6 8        15
               1  (0, 1)  0:3     2:4 6:8          12
               2  (1, 0)  3:5     0:2 4:6 8        10
               3  (1, 1)  3:5     2:4 6:8           8

            Most 15, least 8, mean 11.25 elements: imbalance 1.33 (most over mean).

             0 0 1 1 0 0 1 1 0
             0 0 1 1 0 0 1 1 0
             0 0 1 1 0 0 1 1 0
             2 2 3 3 2 2 3 3 2
             2 2 3 3 2 2 3 3 2
            """.Trim()));
    }

    [Test]
    public void Halo_IsCountedAsGhosts()
    {
        JsonElement layout = Json("--shape", "12,7", "--dist", "bn", "-n", "3", "--halo", "1,2", "--boundary", "periodic,open");
        foreach (JsonElement rank in layout.GetProperty("ranks").EnumerateArray())
            Assert.That(rank.GetProperty("ghosts").GetInt64(), Is.EqualTo((6 * 11) - (4 * 7)));
        Assert.That(layout.GetProperty("periodic").EnumerateArray().Select(one => one.GetBoolean()), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Unstructured_OwnsEveryIndexOnce_OrWhatTheFileSays()
    {
        JsonElement layout = Json("--shape", "6,17", "--dist", "bu", "-n", "6", "--grid", "2,3", "--seed", "3");
        Assert.That(layout.GetProperty("ranks").EnumerateArray().Sum(rank => rank.GetProperty("elements").GetInt64()), Is.EqualTo(6 * 17));
        string file = Path.Combine(_folder, "indices.txt");
        File.WriteAllText(file, "# two parts\n3 0\n4, 2, 1\n");
        JsonElement given = Json("--shape", "5", "--dist", "u", "-n", "2", "--indices", file);
        Assert.That(given.GetProperty("ranks")[0].GetProperty("runs").GetRawText().Count(letter => letter == '{'), Is.EqualTo(2), "3 and 0 are no range");
        Assert.That(given.GetProperty("imbalance").GetDouble(), Is.EqualTo(1.2).Within(1e-12));
    }

    [TestCase("give the --shape", "--dist", "b")]
    [TestCase("1 codes for the 2 axes", "--shape", "4,4", "--dist", "b")]
    [TestCase("it takes b, c, c(k), u and n", "--shape", "4", "--dist", "x")]
    [TestCase("needs its indices", "--shape", "4", "--dist", "u")]
    [TestCase("Give 4 bounds that end with 10", "--shape", "10", "--dist", "b", "-n", "3", "--bounds", "0=0,3,10")]
    [TestCase("only block axes", "--shape", "10", "--dist", "c", "--halo", "1")]
    [TestCase("Choose extents whose product is 4", "--shape", "10,10", "--dist", "bb", "--grid", "3,2")]
    [TestCase("pictures of 1 to 3 axes", "--shape", "2,2,2,2", "-o", "a.png")]
    public void Run_WhatIsNoLayout_SaysWhy(string reason, params string[] line)
    {
        ToolRun run = ToolRun.Of(["layout", .. line]);
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(reason));
    }

    [Test]
    public void Picture_OfTwoAxes_HasTheColoursOfTheOwners()
    {
        using SKBitmap picture = Draw("--shape", "4,6", "--dist", "bc", "-n", "4", "--grid", "2,2");
        // Cells of 48 pixels from (66, 84) on; beside the numbers in their middles.
        SKColor At(int row, int column) => picture.GetPixel(66 + (48 * column) + 8, 84 + (48 * row) + 8);
        SKColor[] colors = [At(0, 0), At(0, 1), At(2, 0), At(2, 1)];
        Assert.That(colors, Is.Unique);
        for (int row = 0; row < 4; row++)
            for (int column = 0; column < 6; column++) Assert.That(At(row, column), Is.EqualTo(colors[(row / 2 * 2) + (column % 2)]), $"({row}, {column})");
    }

    [TestCase("--shape", "20", "--dist", "b", "-n", "3", "--halo", "2")]
    [TestCase("--shape", "500", "--dist", "c(3)", "-n", "40")]
    [TestCase("--shape", "1000,3", "--dist", "bn", "-n", "8")]
    [TestCase("--shape", "12,12", "--dist", "bb", "-n", "4", "--halo", "1", "--boundary", "periodic")]
    [TestCase("--shape", "2,9", "--dist", "bn", "-n", "4", "--halo", "1,0")]
    [TestCase("--shape", "12,8,8", "--dist", "nbc", "-n", "6", "--halo", "1,1,0")]
    public void Picture_OfEveryKind_ShowsEveryRank(params string[] line)
    {
        using SKBitmap picture = Draw(line);
        JsonElement layout = Json(line);
        HashSet<SKColor> colors = [.. picture.Pixels];
        foreach (JsonElement rank in layout.GetProperty("ranks").EnumerateArray().Where(rank => rank.GetProperty("elements").GetInt64() > 0))
        {
            SKColor color = Cli.Layouts.Pictures.Pen.ColorOf(rank.GetProperty("rank").GetInt32());
            // The upper faces of cubes are a little lighter.
            SKColor lighter = new((byte)Math.Min(255, color.Red * 1.06), (byte)Math.Min(255, color.Green * 1.06), (byte)Math.Min(255, color.Blue * 1.06));
            Assert.That(colors, Does.Contain(color).Or.Contain(lighter), $"rank {rank.GetProperty("rank")}");
        }
    }

    private static JsonElement Json(params string[] line) => JsonDocument.Parse(ToolRun.Good(["layout", .. line, "--json"])).RootElement;

    private SKBitmap Draw(params string[] line)
    {
        string picture = Path.Combine(_folder, "layout.png");
        File.Delete(picture);
        _ = ToolRun.Good(["layout", .. line, "-o", picture]);
        return SKBitmap.Decode(picture);
    }
}
