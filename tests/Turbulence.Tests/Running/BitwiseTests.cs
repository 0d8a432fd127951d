using System.Numerics;

namespace Turbulence.Tests.Running;

public class BitwiseTests
{
    private static readonly (string Model, string Initial, string Wrapped, string Plain)[] s_cases =
    [
        ("hw", "random", "--dt 0.02 --nu 1e-4 --order 2 --kappa 1.25", "dt=0.02 nu=1e-4 order=2 kappa=1.25 length=41.8879020478639"),
        ("mhw", "random", "--dt 0.02 --nu 1e-4 --alpha 0.5", "dt=0.02 nu=1e-4 order=3 alpha=0.5 length=41.8879020478639"),
        ("kaw", "decay", "--dt 1e-3 --b0 0.75", "dt=1e-3 b0=0.75 nu=1e-2 length=6.283185307179586"),
        ("mhd", "orszag-tang", "--dt 2e-3", "dt=2e-3 nu=5e-3 length=6.283185307179586"),
    ];

    [Test]
    public void Wrapped_EveryModel_EqualsThePlainProgramBitwise([Values(0, 1, 2, 3)] int index, [Values(1, 2, 3)] int ranks)
    {
        (string model, string initial, string wrapped, string plain) = s_cases[index];
        using var folder = new TemporaryFolder();
        string length = plain.Split("length=")[1];
        string common = $"--model {model} --n 36 --length {length}";
        Launch.Good(1, $"{common} --initial {initial} --steps 0 --raw-final {folder["start"]}");
        Launch.Good(ranks, $"{common} {wrapped} --steps 25 --raw-initial {folder["start"]} --raw-final {folder["wrapped"]}");
        Launch.Plain(ranks, $"model={model} n=36 {plain} steps=25 initial={folder["start"]} final={folder["plain"]}");

        Assert.That(File.ReadAllBytes(folder["wrapped"]), Is.EqualTo(File.ReadAllBytes(folder["plain"])));
        Assert.That(File.ReadAllBytes(folder["wrapped"]), Is.Not.EqualTo(File.ReadAllBytes(folder["start"])));
    }

    [Test]
    public void Run_OnThreeRanks_EqualsOneRankToRounding()
    {
        using var folder = new TemporaryFolder();
        foreach (int ranks in new[] { 1, 3 })
            Launch.Good(ranks, $"--model mhd --n 48 --steps 100 --raw-final {folder[$"{ranks}"]}");
        Complex[] one = Launch.Raw(folder["1"]), three = Launch.Raw(folder["3"]);
        double largest = one.Max(Complex.Abs);
        Assert.That(one.Zip(three, (a, b) => Complex.Abs(a - b)).Max(), Is.LessThan(1e-12 * largest));
    }

    [Test]
    public void RandomState_OnEveryRankCount_IsTheSameBitwise()
    {
        using var folder = new TemporaryFolder();
        int[] counts = [1, 2, 3, 30];       // 30 ranks for 24 lines: some own nothing
        foreach (int ranks in counts) Launch.Good(ranks, $"--model hw --n 48 --seed 7 --steps 0 --raw-final {folder[$"{ranks}"]}");
        byte[] first = File.ReadAllBytes(folder["1"]);
        foreach (int ranks in counts.Skip(1)) Assert.That(File.ReadAllBytes(folder[$"{ranks}"]), Is.EqualTo(first), $"{ranks} ranks");

        Launch.Good(1, $"--model hw --n 48 --seed 8 --steps 0 --raw-final {folder["other"]}");
        Assert.That(File.ReadAllBytes(folder["other"]), Is.Not.EqualTo(first));
    }

    [Test]
    public void Restart_FromFile_EqualsTheContinuousRunBitwise([Values("hw", "mhw", "kaw", "mhd")] string model, [Values(1, 2)] int ranks)
    {
        using var folder = new TemporaryFolder();
        string nu = model is "hw" or "mhw" ? "--alpha 0.75 " : "";
        Launch.Good(2, $"--model {model} --n 24 {nu}--nu 0.002 --steps 30 --raw-final {folder["whole"]} --json {folder["whole.json"]}");
        Launch.Good(2, $"--model {model} --n 24 {nu}--nu 0.002 --steps 13 --output {folder["half"]}");
        if (ranks == 2)
        {
            Launch.Good(2, $"--restart {folder["half/restart.h5"]} --steps 17 --raw-final {folder["rest"]} --json {folder["rest.json"]}");
            Assert.That(File.ReadAllBytes(folder["rest"]), Is.EqualTo(File.ReadAllBytes(folder["whole"])));
            Assert.That(Series.Last(folder["rest.json"]), Is.EqualTo(Series.Last(folder["whole.json"])));
            return;
        }
        // On another rank count sums have another order: the state agrees to rounding.
        Launch.Good(ranks, $"--restart {folder["half/restart.h5"]} --steps 17 --raw-final {folder["rest"]}");
        Complex[] rest = Launch.Raw(folder["rest"]), whole = Launch.Raw(folder["whole"]);
        Assert.That(rest.Zip(whole, (a, b) => Complex.Abs(a - b)).Max(), Is.LessThan(1e-12 * whole.Max(Complex.Abs)));
    }
}
