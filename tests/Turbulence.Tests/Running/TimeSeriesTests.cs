namespace Turbulence.Tests.Running;

public class TimeSeriesTests
{
    private const string Drift = "time energy generalizedEnstrophy particleFlux resistiveFlux kineticEnergy zonalKineticEnergy";

    [TestCase("hw", Drift)]
    [TestCase("mhw", Drift)]
    [TestCase("kaw", "time magneticEnergy densityEnergy halfMeanSquareFlux crossCorrelation")]
    [TestCase("mhd", "time kineticEnergy magneticEnergy meanSquareVorticity meanSquareCurrent crossHelicity halfMeanSquarePotential")]
    public void Json_OfAModel_HasExactlyTheseNames(string model, string names)
    {
        using var folder = new TemporaryFolder();
        Launch.Good(2, $"--model {model} --n 24 --dt 1e-3 --until 0.0125 --json {folder["series.json"]}");
        List<Dictionary<string, double>> series = Series.Read(folder["series.json"]);
        foreach (Dictionary<string, double> sample in series) Assert.That(sample.Keys, Is.EqualTo(names.Split(' ')));
        Assert.That(series.Select(sample => sample["time"]), Is.EqualTo(Enumerable.Range(0, 13).Select(i => i * 1e-3).Append(0.0125)));
    }

    [Test]
    public void Json_OrszagTangAtStart_HasTheClosedForms()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(3, $"--model mhd --initial orszag-tang --n 24 --steps 0 --json {folder["series.json"]}");
        double[] values = [.. Series.Read(folder["series.json"]).Single().Values];
        Assert.That(values, Is.EqualTo(new[] { 0, 2, 2, 4, 10, 2, 1.25 }).Within(1e-14));
    }

    [Test]
    public void Json_DecayAtStart_HasTheClosedForms()
    {
        using var folder = new TemporaryFolder();
        Launch.Good(3, $"--model kaw --initial decay --n 24 --steps 0 --json {folder["series.json"]}");
        double[] values = [.. Series.Read(folder["series.json"]).Single().Values];
        Assert.That(values, Is.EqualTo(new[] { 0, 0.545, 0.3225, 0.335, 0 }).Within(1e-15));
    }
}
