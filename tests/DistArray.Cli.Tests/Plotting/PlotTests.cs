using System.Text.Json;
using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Numbers;
using SkiaSharp;

namespace DistArray.Cli.Tests.Plotting;

/// <summary>Pictures of files that NumPy and h5py wrote.</summary>
internal sealed class PlotTests
{
    private static readonly SKColor s_first = new(0x44, 0x01, 0x54), s_last = new(0xfd, 0xe7, 0x24), s_gap = new(0xbd, 0xbd, 0xbd);
    private string _folder = "";

    [OneTimeSetUp]
    public void WriteFiles()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-plot-").FullName;
        _ = ToolRun.Python(_folder, """
            a = np.arange(12.0).reshape(3, 4) + 1
            np.save('c.npy', a); np.save('big-endian.npy', a.astype('>f4')); np.save('fortran.npy', np.asfortranarray(a.T))
            gaps = a.copy(); gaps[0, 0] = np.nan; gaps[2, 3] = np.inf; gaps[1, 1] = -1
            np.savez_compressed('a.npz', a=a, gaps=gaps, empty=np.zeros((0, 3)), four=np.zeros((2, 2, 2, 2)))
            x = np.arange(12) * 2 * np.pi / 12
            u = 10 + np.sin(x)[None, None, :] + np.cos(2 * x)[None, :, None] * np.ones(12)[:, None, None] + np.arange(12)[:, None, None]
            with h5py.File('u.h5', 'w') as f:
                f.attrs['length'] = 2 * np.pi
                f['fields/u'] = u; f['fields/v'] = u.astype('f4'); f['other/u'] = u[0].astype('i2')
            np.savetxt('t.csv', np.c_[[0, 1, 2, 3], [1, -1, np.nan, 4], [5, 6, 7, 8]], delimiter=',', header='time [s],a,b', comments='')
            np.save('wave.npy', np.sin(np.arange(100000) * 2 * np.pi / 100000)); np.save('large.npy', np.arange(2500 * 30.0).reshape(2500, 30))
            """);
    }

    [OneTimeTearDown]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [TestCase("c.npy", false)]
    [TestCase("big-endian.npy", false)]
    [TestCase("fortran.npy", false)]
    [TestCase("c.npy", true)]
    public void Map_HasTheFirstElementAtTheLowerLeftAndTheFastestAxisToTheRight(string file, bool isTransposed)
    {
        using SKBitmap picture = Draw([file, "--colormap", "viridis", .. isTransposed ? ["--transpose"] : Array.Empty<string>()], out JsonElement report);
        Assert.That(report.GetProperty("kind").GetString(), Is.EqualTo("map"));
        (int left, int right, int top, int bottom) = DataArea(picture);
        Assert.That(picture.GetPixel(left + 9, bottom - 9), Is.EqualTo(s_first));
        Assert.That(picture.GetPixel(right - 9, top + 9), Is.EqualTo(s_last));
        // Element (0, 3), the fourth of twelve, is nearer to the first colour than (2, 0), the ninth.
        SKColor lowerRight = picture.GetPixel(right - 9, bottom - 9), upperLeft = picture.GetPixel(left + 9, top + 9);
        Assert.That(lowerRight.Green < upperLeft.Green, Is.EqualTo(!isTransposed));
        Assert.That((right - left) / (double)(bottom - top), Is.EqualTo(isTransposed ? 0.75 : 4.0 / 3).Within(0.03), "equal scales");
    }

    [Test]
    public void Map_ShowsGapsAndCountsThem()
    {
        using SKBitmap picture = Draw(["a.npz", "gaps"], out JsonElement report);
        (int left, int right, int top, int bottom) = DataArea(picture);
        Assert.That(report.GetProperty("gaps").GetInt64(), Is.EqualTo(2));
        Assert.That(picture.GetPixel(left + 9, bottom - 9), Is.EqualTo(s_gap));
        Assert.That(picture.GetPixel(right - 9, top + 9), Is.EqualTo(s_gap));
        Draw(["a.npz", "gaps", "--log"], out report).Dispose();
        Assert.That(report.GetProperty("gaps").GetInt64(), Is.EqualTo(3));
        Assert.That(report.GetProperty("least").GetDouble(), Is.EqualTo(2).Within(1e-12));
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo(11).Within(1e-12));
    }

    [TestCase(11, "--index", "-1")]
    [TestCase(0, "--at", "0")]
    [TestCase(6)]
    [TestCase(3, "--index", "3", "--axis", "0")]
    public void Slice_IsOfTheIndexThatWasAskedFor(int index, params string[] options)
    {
        Draw(["u.h5", "/fields/u", .. options], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("axis").GetString(), Is.EqualTo("z"));
        Assert.That(report.GetProperty("index").GetInt64(), Is.EqualTo(index));
        Assert.That(report.GetProperty("least").GetDouble(), Is.EqualTo(10 - 1 - 1 + index).Within(1e-12));
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo(10 + 1 + 1 + index).Within(1e-12));
    }

    [Test]
    public void Profile_EqualsNumPy()
    {
        double[] numpy = ToolRun.Python(_folder, """
            u = h5py.File('u.h5')['fields/u'][:]
            for reduce in (np.mean, np.min, np.max): print(*reduce(u, axis=(0, 2)))
            """);
        using FieldSource file = FieldSource.Open(Path.Combine(_folder, "u.h5"), null, null);
        FieldProfile profile = FieldProfile.Of(file.Field("fields/u"), 1);
        Assert.That((double[])[.. profile.Mean, .. profile.Least, .. profile.Most], Is.EqualTo(numpy).Within(1e-12));
        Assert.That(profile.Positions, Is.EqualTo(Enumerable.Range(0, 12).Select(i => i * 2 * Math.PI / 12)).Within(1e-12));
        Draw(["u.h5", "fields/u", "fields/v", "--kind", "profile", "--axis", "y"], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("names").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public void Profile_OfALongAxis_KeepsItsExtremes()
    {
        Draw(["wave.npy"], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("kind").GetString(), Is.EqualTo("profile"));
        Assert.That(report.GetProperty("least").GetDouble(), Is.EqualTo(-1).Within(1e-15));
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void Map_OfMoreThanThePictureNeeds_ReadsEverySecondPoint()
    {
        Draw(["large.npy"], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("step").GetInt64(), Is.EqualTo(2));
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo((2498 * 30) + 29));
    }

    [Test]
    public void Spectrum_TellsItsSums()
    {
        Draw(["u.h5", "fields/u", "--kind", "spectrum", "--slope", "-5/3"], out JsonElement report).Dispose();
        JsonElement spectrum = report.GetProperty("spectra")[0];
        Assert.That(spectrum.GetProperty("width").GetDouble(), Is.EqualTo(1).Within(1e-12));
        Assert.That(spectrum.GetProperty("shells")[0].GetDouble(), Is.EqualTo(15.5 * 15.5).Within(1e-9));
        Assert.That(spectrum.GetProperty("sum").GetDouble(), Is.EqualTo(spectrum.GetProperty("meanSquare").GetDouble()).Within(1e-9));
    }

    [Test]
    public void Series_DrawsColumnsOverTime()
    {
        Draw(["t.csv"], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("axis").GetString(), Is.EqualTo("time [s]"));
        Assert.That(report.GetProperty("names").EnumerateArray().Select(name => name.GetString()), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(report.GetProperty("gaps").GetInt64(), Is.EqualTo(1));
        Draw(["t.csv", "a", "--log"], out report).Dispose();
        Assert.That(report.GetProperty("gaps").GetInt64(), Is.EqualTo(2));
    }

    [Test]
    public void Record_OfASeries_IsTheLastOrTheOneAskedFor()
    {
        string index = Path.Combine(_folder, "run.h5");
        IO.FieldSeries series = IO.FieldSeries.Create(index, new SelfCommunicator(), new IO.UniformGrid([2, 3], [0, 0], [0.5, 0.25]));
        for (int record = 0; record < 3; record++)
        {
            using DistArray<double> values = Np.FromFunction<double>(new Distribution(new SelfCommunicator(), [2, 3]), (i, j) => (100 * record) + (3 * i) + j);
            series.Add(10 * record, record, file => file.Write("u", values));
        }
        Draw(["run.h5"], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo(205));
        Draw(["run.h5", "u", "--record", "0"], out report).Dispose();
        Assert.That(report.GetProperty("most").GetDouble(), Is.EqualTo(5));
        using FieldSource last = FieldSource.Open(index, null, -1);
        FileField u = last.Field("u");
        Assert.That(u.Time, Is.EqualTo(2));
        Assert.That(u.Axes.Select(axis => axis.Spacing), Is.EqualTo(new[] { 0.5, 0.25 }));
    }

    [TestCase("there is no file", "nothing.h5")]
    [TestCase("has no array w. It has /fields/u, /fields/v, /other/u", "u.h5", "w")]
    [TestCase("name one of the arrays", "u.h5")]
    [TestCase("name one of the arrays", "u.h5", "u")]
    [TestCase("--index does not go with --kind map", "c.npy", "--index", "1")]
    [TestCase("axis z has 12 points", "u.h5", "fields/u", "--index", "12")]
    [TestCase("the axes of", "u.h5", "fields/u", "--axis", "w")]
    [TestCase("has 2. Use --kind map", "c.npy", "--kind", "slice")]
    [TestCase("has 4 axes", "a.npz", "four")]
    [TestCase("is empty", "a.npz", "empty")]
    [TestCase("the smaller one first", "c.npy", "--limits", "2,1")]
    [TestCase("--record is for a series of fields", "c.npy", "--record", "5")]
    [TestCase("--record is for a series of fields", "u.h5", "fields/u", "--record", "0")]
    [TestCase("pictures are PNG files", "c.npy", "-o", "a.jpg")]
    public void Run_WhatCannotBeDrawn_SaysWhy(string reason, string file, params string[] options)
    {
        ToolRun run = ToolRun.Of(["plot", Path.Combine(_folder, file), "-o", Path.Combine(_folder, "refused.png"), .. options]);
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(reason));
        Assert.That(File.Exists(Path.Combine(_folder, "refused.png")), Is.False);
    }

    [TestCase("none", "16 of 16 values are NaN or infinite.")]
    [TestCase("none", "16 of 16 values are NaN or infinite.", "--limits", "0,1")]
    [TestCase("infinite", "16 of 16 values are NaN or infinite.")]
    [TestCase("planes", "16 of 16 values are NaN or infinite.")]
    [TestCase("negative", "16 of 16 values are NaN or infinite, or not positive.", "--log")]
    public void Map_WithoutAValue_SaysSo(string name, string told, params string[] options)
    {
        _ = ToolRun.Python(_folder, """
            none = np.full((4, 4), np.nan); planes = np.arange(32.0).reshape(2, 4, 4); planes[1] = np.nan
            np.savez('no.npz', none=none, infinite=np.full((4, 4), -np.inf), planes=planes, negative=-np.arange(16.0).reshape(4, 4))
            """);
        ToolRun run = ToolRun.Of(["plot", Path.Combine(_folder, "no.npz"), name, "-o", Path.Combine(_folder, "refused.png"), .. options]);
        Assert.That(run.Status, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith($"distarray: plot: {name} in ").And.Contain($"has no value to draw: {told}"));
        Assert.That(File.Exists(Path.Combine(_folder, "refused.png")), Is.False);
    }

    [Test]
    public void Slice_OfAnArchive_ReadsNoMoreThanIt()
    {
        _ = ToolRun.Python(_folder, """
            np.savez('planes.npz', a=np.arange(2000.0).reshape(5, 20, 20), f=np.asfortranarray(np.arange(2000.0).reshape(5, 20, 20)))
            bytes = bytearray(open('planes.npz', 'rb').read()); bytes[128 + 66 + 8 * 1700] ^= 1; open('planes.npz', 'wb').write(bytes)
            """);
        Draw(["planes.npz", "a", "--index", "2"], out JsonElement report).Dispose();
        Assert.That((report.GetProperty("least").GetDouble(), report.GetProperty("most").GetDouble()), Is.EqualTo((800, 1199)));
        Draw(["planes.npz", "f", "--index", "2"], out report).Dispose();
        Assert.That((report.GetProperty("least").GetDouble(), report.GetProperty("most").GetDouble()), Is.EqualTo((2, 1982)));
        ToolRun all = ToolRun.Of("plot", Path.Combine(_folder, "planes.npz"), "a", "--kind", "profile", "-o", Path.Combine(_folder, "refused.png"));
        Assert.That(all.Status, Is.EqualTo(1));
        Assert.That(all.Error, Does.Contain("its checksum is"));
    }

    [TestCase("--raw", "float64:3x4", "raw.bin")]
    public void Map_OfWhatHasNoHeader_IsAsDescribed(string option, string description, string file)
    {
        File.WriteAllBytes(Path.Combine(_folder, file), System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>([.. Enumerable.Range(1, 12).Select(i => (double)i)]).ToArray());
        Draw([file, option, description], out JsonElement report).Dispose();
        Assert.That(report.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64()), Is.EqualTo(new[] { 3, 4 }));
        Assert.That((report.GetProperty("least").GetDouble(), report.GetProperty("most").GetDouble()), Is.EqualTo((1, 12)));
    }

    [Test]
    public void Run_DamagedFile_EndsWithAFinding()
    {
        string damaged = Path.Combine(_folder, "damaged.npy");
        File.WriteAllBytes(damaged, File.ReadAllBytes(Path.Combine(_folder, "c.npy"))[..100]);
        Assert.That(ToolRun.Of("plot", damaged, "-o", Path.Combine(_folder, "refused.png")).Status, Is.EqualTo(1));
        ToolRun gaps = ToolRun.Of("plot", Path.Combine(_folder, "a.npz"), "gaps", "--kind", "spectrum", "-o", Path.Combine(_folder, "refused.png"));
        Assert.That(gaps.Status, Is.EqualTo(1));
        Assert.That(gaps.Error, Does.Contain("2 of 12 values"));
    }

    private SKBitmap Draw(string[] line, out JsonElement report)
    {
        string picture = Path.Combine(_folder, "picture.png");
        File.Delete(picture);
        report = JsonDocument.Parse(ToolRun.Good(["plot", Path.Combine(_folder, line[0]), .. line[1..], "-o", picture, "--json"])).RootElement;
        SKBitmap bitmap = SKBitmap.Decode(picture);
        Assert.That(bitmap.Pixels.All(pixel => pixel.Alpha == 255), "nothing shines through");
        return bitmap;
    }

    // The frame of the data area: the largest box that black lines make on the left, from the picture's middle.
    private static (int Left, int Right, int Top, int Bottom) DataArea(SKBitmap picture)
    {
        int[] columns = [.. Enumerable.Range(0, picture.Width).Where(x => Enumerable.Range(0, picture.Height).Count(y => IsDark(picture.GetPixel(x, y))) > picture.Height / 3)];
        int[] rows = [.. Enumerable.Range(0, picture.Height).Where(y => Enumerable.Range(0, picture.Width).Count(x => IsDark(picture.GetPixel(x, y))) > picture.Width / 3)];
        int right = columns.First(x => x > columns[0] + 50);
        return (columns[0], right, rows[0], rows[^1]);
    }

    private static bool IsDark(SKColor color) => color.Red < 40 && color.Green < 40 && color.Blue < 40;
}
