using System.Numerics;
using DistArray.Cli.Plotting.Numbers;

namespace DistArray.Cli.Tests.Plotting;

/// <summary>Spectra: shells, units and Parseval's theorem.</summary>
internal sealed class EnergySpectrumTests
{
    [Test]
    public void Of_Waves_PutsTheirEnergyIntoTheirShells()
    {
        const int n = 16;
        // 3 + 2 sin(2x) + cos(3x + 4y): mean squares 9, 2 and ½, wavenumbers 0, 2 and 5.
        Complex[] field = [.. Enumerable.Range(0, n * n).Select(i => (X: 2 * Math.PI * (i % n) / n, Y: 2 * Math.PI * (i / n) / n)).Select(at => new Complex(3 + (2 * Math.Sin(2 * at.X)) + Math.Cos((3 * at.X) + (4 * at.Y)), 0))];
        EnergySpectrum spectrum = EnergySpectrum.Of(field, [n, n], [2 * Math.PI, 2 * Math.PI]);
        var expected = new double[12];
        (expected[0], expected[2], expected[5]) = (9, 2, 0.5);
        Assert.That(spectrum.Width, Is.EqualTo(1).Within(1e-14));
        Assert.That(spectrum.Shells, Is.EqualTo(expected).Within(1e-12));
        Assert.That(spectrum.MeanSquare, Is.EqualTo(11.5).Within(1e-12));
    }

    [Test]
    public void Of_BoxWithSidesOfTwoLengths_CountsInWavenumbersOfTheLongestSide()
    {
        // cos(2π y / 1) in a box of 4 × 1: four times the smallest wavenumber, 2π/4.
        Complex[] field = [.. Enumerable.Range(0, 8 * 32).Select(i => new Complex(Math.Cos(2 * Math.PI * (i / 32) / 8.0), 0))];
        EnergySpectrum spectrum = EnergySpectrum.Of(field, [8, 32], [1, 4]);
        Assert.That(spectrum.Width, Is.EqualTo(Math.PI / 2).Within(1e-14));
        Assert.That(spectrum.Shells[4], Is.EqualTo(0.5).Within(1e-12));
        Assert.That(spectrum.Density(4), Is.EqualTo(0.5 / (Math.PI / 2)).Within(1e-12));
        Assert.That(spectrum.Sum, Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void Of_AnyField_EqualsNumPyAndAddsUpToTheMeanSquare()
    {
        double[] numpy = ToolRun.Python(".", """
            u = np.sin(np.arange(6 * 10 * 9) ** 2).reshape(6, 10, 9)
            e = np.abs(np.fft.fftn(u) / u.size) ** 2
            k = np.sqrt(sum((np.fft.fftfreq(n) * n * 10 / l)[(slice(None),) + (None,) * (2 - a)] ** 2 for a, (n, l) in enumerate(zip(u.shape, (6, 10, 9)))))
            shells = np.bincount(np.floor(k + 0.5).astype(int).ravel(), e.ravel())
            print(np.mean(u ** 2), *shells)
            """);
        Complex[] field = [.. Enumerable.Range(0, 540).Select(j => new Complex(Math.Sin((double)j * j), 0))];
        EnergySpectrum spectrum = EnergySpectrum.Of(field, [6, 10, 9], [6, 10, 9]);
        Assert.That(spectrum.Shells, Is.EqualTo(numpy[1..]).Within(1e-14));
        Assert.That(spectrum.MeanSquare, Is.EqualTo(numpy[0]).Within(1e-14));
        Assert.That(spectrum.Sum, Is.EqualTo(numpy[0]).Within(1e-14));
    }
}
