using System.Xml.Linq;

namespace Turbulence.Tests.Running;

public class OutputTests
{
    [Test]
    public void Snapshot_OfTheDecay_HoldsTheFieldsThatH5pyExpects()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(3, $"--model kaw --initial decay --n 24 --steps 0 --nu 0.25 --b0 0.5 --output {folder.Path}");
        Python.Run($$"""
            import h5py, numpy as np
            file = h5py.File("{{folder["fields_00000000.h5"]}}")
            x = 2 * np.pi * np.arange(24) / 24
            X, Y = np.meshgrid(x, x)                # [y, x]
            flux = np.cos(X) + 0.5 * np.cos(2 * Y) + 0.3 * np.sin(X + Y)
            density = np.cos(Y) + 0.5 * np.sin(2 * X) + 0.2 * np.cos(X - 2 * Y)
            current = -np.cos(X) - 2 * np.cos(2 * Y) - 0.6 * np.sin(X + Y)
            assert sorted(file) == ["current", "density", "flux"], list(file)
            for name, expected in dict(flux=flux, density=density, current=current).items():
                assert file[name].shape == (24, 24) and file[name].dtype == np.float64
                assert abs(file[name][:] - expected).max() < 1e-13, (name, abs(file[name][:] - expected).max())
            a = file.attrs
            assert (a["time"], a["step"], a["n"], a["nu"], a["b0"], a["order"]) == (0, 0, 24, 0.25, 0.5, 1), dict(a)
            assert a["length"] == 2 * np.pi and a["dt"] == 1e-3 and a["alpha"] == 0 and a["kappa"] == 0
            assert (a["model"].decode() if isinstance(a["model"], bytes) else a["model"]) == "kaw"
            """);
    }

    [Test]
    public void Snapshots_DuringARun_AreListedForParaView()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(2, $"--model mhd --n 24 --dt 1e-3 --until 0.0105 --snapshot-every 0.004 --output {folder.Path}");
        Assert.That(Directory.GetFiles(folder.Path, "fields_*.h5").Select(Path.GetFileName).Order(),
            Is.EqualTo(new[] { 0, 4, 8, 11 }.Select(step => $"fields_{step:D8}.h5")));

        XDocument index = XDocument.Load(folder["fields.xmf"]);
        Assert.That(index.Descendants("Time").Select(time => (double)time.Attribute("Value")!), Is.EqualTo(new[] { 0, 0.004, 0.008, 0.0105 }));
        Assert.That(index.Descendants("Attribute").Select(field => (string)field.Attribute("Name")!).Distinct(),
            Is.EquivalentTo(new[] { "vorticity", "flux", "potential", "current" }));
    }

    [Test]
    public void Snapshots_AfterARestart_ContinueTheSeries()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(2, $"--model mhd --n 24 --dt 1e-3 --until 0.008 --snapshot-every 0.004 --output {folder.Path}");
        Launch.Good(3, $"--restart {folder["restart.h5"]} --until 0.012 --output {folder.Path}");
        XDocument index = XDocument.Load(folder["fields.xmf"]);
        Assert.That(index.Descendants("Time").Select(time => (double)time.Attribute("Value")!), Is.EqualTo(new[] { 0, 0.004, 0.008, 0.012 }));
    }

    [TestCase("hw", "density vorticity energy fluxes spectrum")]
    [TestCase("kaw", "density current energy spectrum")]
    [TestCase("mhd", "vorticity current energy spectrum")]
    public void Pictures_OfAModel_ArePngFilesOfSomeContent(string model, string names)
    {
        using var folder = new TemporaryFolder();
        Launch.Good(2, $"--model {model} --n 24 --steps 5 --output {folder.Path}");
        Assert.That(Directory.GetFiles(folder.Path, "*.png").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(names.Split(' ')));
        foreach (string file in Directory.GetFiles(folder.Path, "*.png"))
        {
            using var picture = SkiaSharp.SKBitmap.Decode(file);
            Assert.That(picture.Width, Is.GreaterThan(600));
            // Black text on white: with no font there would be no such pixel in the title.
            Assert.That(Enumerable.Range(0, picture.Width).SelectMany(x => Enumerable.Range(4, 36).Select(y => picture.GetPixel(x, y).Red)).Min(),
                Is.LessThan(100), Path.GetFileName(file));
        }
    }

    [Test]
    public void Run_WithoutOutput_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(1, $"--n 16 --steps 2 --json {folder["only.json"]}");
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo(new[] { folder["only.json"] }));
    }
}
