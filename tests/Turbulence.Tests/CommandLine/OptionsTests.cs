namespace Turbulence.Tests.CommandLine;

public class OptionsTests
{
    [TestCase("--n 7", "--n 7: it must be even, 8 to 32768.")]
    [TestCase("--n 4", "--n 4: it must be even, 8 to 32768.")]
    [TestCase("--n 64.5", "--n 64.5: it must be even, 8 to 32768.")]
    [TestCase("--dt 0", "--dt 0: it must be positive.")]
    [TestCase("--dt -0.1", "--dt -0.1: it must be positive.")]
    [TestCase("--dt nan", "--dt nan: it must be positive.")]
    [TestCase("--dt 1e999", "--dt 1e999: it must be positive.")]
    [TestCase("--until -1", "--until -1: it must be zero or positive.")]
    [TestCase("--nu -1e-5", "--nu -1e-5: it must be zero or positive.")]
    [TestCase("--order 0", "--order 0: it must be 1 to 16.")]
    [TestCase("--length 0", "--length 0: it must be positive.")]
    [TestCase("--kappa x", "--kappa x: it must be a number.")]
    [TestCase("--steps -1", "--steps -1: it must be zero or positive.")]
    [TestCase("--model hv", "--model hv: it must be hw, mhw, kaw or mhd. Did you mean 'hw'?")]
    [TestCase("--initial orzag-tang", "--initial orzag-tang: it must be random, orszag-tang, wave or decay. Did you mean 'orszag-tang'?")]
    [TestCase("--modle hw", "There is no option '--modle'. Did you mean '--model'?")]
    [TestCase("--gradient 1", "There is no option '--gradient'.")]
    [TestCase("--checkpoint-every 0", "--checkpoint-every 0: it must be positive.")]
    [TestCase("--wall-limit 0", "--wall-limit 0: it must be seconds or HH:MM:SS, and positive.")]
    [TestCase("--wall-limit 1:00", "--wall-limit 1:00: it must be seconds or HH:MM:SS, and positive.")]
    [TestCase("--wall-limit 01:60:00", "--wall-limit 01:60:00: it must be seconds or HH:MM:SS, and positive.")]
    [TestCase("--wall-limit 1:2:3", "--wall-limit 1:2:3: it must be seconds or HH:MM:SS, and positive.")]
    [TestCase("--wall-limit soon", "--wall-limit soon: it must be seconds or HH:MM:SS, and positive.")]
    [TestCase("--n", "--n needs a value.")]
    [TestCase("--n 64 --n 128", "--n is given twice: 64 and 128.")]
    [TestCase("--output=", "--output is empty.")]
    public void Parse_BadValue_NamesIt(string line, string message) => AssertRefused(line, message);

    [TestCase("--initial orszag-tang", "--initial orszag-tang belongs to mhd, not to hw. Give --model mhd, or --initial random.")]
    [TestCase("--model mhd --initial wave", "--initial wave belongs to kaw, not to mhd. Give --model kaw, or --initial random.")]
    [TestCase("--model kaw --initial wave --n 14", "--n 14 cannot hold the wave, whose wavenumber is 5: the least is 16.")]
    [TestCase("--model mhd --b0 1", "--b0 1: mhd has no b0. Leave it out.")]
    [TestCase("--model kaw --alpha 1", "--alpha 1: kaw has no alpha. Leave it out.")]
    [TestCase("--b0 1", "--b0 1: hw has no b0. Leave it out.")]
    [TestCase("--until 1 --steps 5", "--steps and --until exclude each other. Give one of them.")]
    [TestCase("--restart a.h5 --initial random", "--restart and --initial exclude each other. Give one of them.")]
    [TestCase("--snapshot-every 1", "--snapshot-every needs --output DIR to write to.")]
    [TestCase("--checkpoint-every 5", "--checkpoint-every needs --output DIR to write to.")]
    [TestCase("--wall-limit 60", "--wall-limit needs --output DIR to write to.")]
    [TestCase("--restart latest", "--restart latest needs --output DIR to look in.")]
    [TestCase("--snapshot-every 0.001 --output x", "--snapshot-every 0.001 is less than a step: --dt is 0.02.")]
    public void Parse_CombinationWithoutSense_IsRefused(string line, string message) => AssertRefused(line, message);

    [Test]
    public void Parse_Nothing_IsHasegawaWakataniFromNoise()
    {
        Options options = Options.Parse([]);
        Assert.That(options.Parameters, Is.EqualTo(Parameters.Default(Model.Hw)));
        Assert.That(options.Initial, Is.EqualTo(InitialCondition.Random));
        Assert.That((options.Until, options.Steps), Is.EqualTo(((double?)100, (int?)null)));
    }

    [Test]
    public void Parse_EveryOption_IsTaken()
    {
        Options options = Options.Parse([.. ("--model kaw --initial wave --n 32 --length=12.5 --dt 1e-3 --until 2.5 --nu 0.01 --order 2 --b0 0.75 --seed -7 "
            + "--snapshot-every 0.5 --output out --json out/series.json --raw-final end.raw").Split(' ')]);
        Assert.That(options.Parameters, Is.EqualTo(new Parameters(Model.Kaw, 32, 12.5, 1e-3, 0.01, 2, Alpha: 0, Kappa: 0, B0: 0.75)));
        Assert.That(options.Initial, Is.EqualTo(InitialCondition.Wave));
        Assert.That((options.Until, options.Seed, options.SnapshotEvery), Is.EqualTo(((double?)2.5, -7, (double?)0.5)));
        Assert.That((options.Output, options.Json, options.RawFinal), Is.EqualTo(("out", "out/series.json", "end.raw")));
    }

    [TestCase("90", 90)]
    [TestCase("0.5", 0.5)]
    [TestCase("00:01:30", 90)]
    [TestCase("26:00:01", 93601)]
    public void Parse_WallLimit_IsSecondsOrHours(string text, double seconds) =>
        Assert.That(Options.Parse(["--output", "x", "--wall-limit", text]).WallLimit, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void Parse_Restart_TakesFromTheFileWhatIsNotGiven()
    {
        var stored = new Parameters(Model.Kaw, 48, 7, 2e-3, 0.5, 1, 0, 0, B0: 0.25);
        Options options = Options.Parse(["--restart", "a.h5", "--nu", "0.125"], stored);
        Assert.That(options.Parameters, Is.EqualTo(stored with { Nu = 0.125 }));
    }

    [TestCase("--restart a.h5 --model hw", "--model hw: the restart file is of kaw. Leave --model out.")]
    [TestCase("--restart a.h5 --n 64", "--n 64 --length 7: the restart file holds --n 48 --length 7.")]
    [TestCase("--restart a.h5 --kappa 2", "--kappa 2: kaw has no kappa. Leave it out.")]
    public void Parse_RestartOfAnotherRun_IsRefused(string line, string message)
    {
        var stored = new Parameters(Model.Kaw, 48, 7, 2e-3, 0.5, 1, 0, 0, B0: 0.25);
        Assert.That(() => Options.Parse(line.Split(' '), stored), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Help_NamesEveryOption()
    {
        string text = Usage.Text();
        foreach (string name in "model initial n length dt until nu order alpha kappa b0 seed snapshot-every output json restart checkpoint-every wall-limit help".Split(' '))
            Assert.That(text, Does.Contain($"  --{name} "));
        Assert.That(Options.Parse(["--help", "--until", "-0"]).Help);
    }

    private static void AssertRefused(string line, string message) =>
        Assert.That(() => Options.Parse(line.Split(' ')), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
}
