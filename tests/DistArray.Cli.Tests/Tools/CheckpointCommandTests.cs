using System.Text.Json;
using DistArray.IO;

namespace DistArray.Cli.Tests.Tools;

/// <summary><c>distarray checkpoint</c>.</summary>
internal sealed class CheckpointCommandTests
{
    private readonly ToolFolder _folder = new();

    [OneTimeSetUp]
    public void Make()
    {
        Directory.CreateDirectory(_folder["runs"]);
        foreach (long step in (long[])[10, 20, 30]) Checkpoint.Save(_folder["runs"], step, new SelfCommunicator(), Describe, keep: 3, new Dictionary<string, string> { ["dt"] = "0.5" });
        using DistArray<double> other = Np.Ones<double>(new Distribution(new SelfCommunicator(), [3]));
        other.Save(_folder["runs/field.h5"], "field");
        File.WriteAllText(_folder["runs/notes.txt"], "text");
        File.WriteAllText(_folder["runs/empty.h5"], "");
        string[] files = [.. Directory.GetFiles(_folder["runs"], "checkpoint_*").Order(StringComparer.Ordinal)];
        File.Copy(files[0], _folder["good.h5"]);
        // One value of an array, one structure.
        Change(files[1], 100.25);
        File.WriteAllBytes(files[2], File.ReadAllBytes(files[2])[..^100]);
        File.WriteAllText(_folder["runs/checkpoint_000004_step_40.h5.partial"], "begun");
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void List_OfAFolder_TellsWhatIsCompleteAndWhatIsNot()
    {
        (int status, string output, string error) = _folder.Run("checkpoint", "ls", "@runs");
        Assert.That((status, error), Is.EqualTo((1, "")));
        string[] lines = output.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(6), output);
        Assert.That(lines[1], Does.Match(@"checkpoint_000001_step_10\.h5 +10  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d +[\d.]+ kB +1  .* complete$"));
        Assert.That(lines[2], Does.Contain("step_20.h5").And.EndsWith("complete"), "a damaged value is for verify to find");
        Assert.That(output, Does.Match(@"step_30\.h5 .*truncated").And.Match(@"step_40\.h5\.partial .*ended before it was complete").And.Match(@"empty\.h5 +0 B +it is empty").And.Not.Contain("field.h5").And.Not.Contain("notes"));
        Assert.That(_folder.Good("checkpoint", "ls", "@runs/*step_1*", "--json"), Does.Contain("\"step\": 10").And.Contain("\"isComplete\": true"));
    }

    [TestCase("@runs/zz*", "no file is named like")]
    [TestCase("@rnus", "there is no file")]
    public void List_OfNothing_IsTold(string place, string told)
    {
        (int status, _, string error) = _folder.Run("checkpoint", "ls", place);
        Assert.That(status, Is.EqualTo(2));
        Assert.That(error, Does.Contain(told));
    }

    [TestCase("")]
    [TestCase("-n 2")]
    public void Verify_NamesWhatIsDamaged(string ranks)
    {
        string[] options = ranks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string good = _folder.Good(["checkpoint", "verify", "@good.h5", .. options]);
        Assert.That(good, Does.Contain("good     u: an array of float64 of shape (8, 5)").And.Contain("good     step: a value of int64").And.Contain("all 6 pieces"));
        (int status, string output, string error) = _folder.Run(["checkpoint", "verify", "@runs/checkpoint_000002_step_20.h5", .. options]);
        Assert.That((status, error), Is.EqualTo((1, "")));
        Assert.That(output, Does.Contain("DAMAGED  u: the checksum of u is").And.Contain("good     v: an array").And.Contain("1 of 6 pieces"));
    }

    [TestCase("@runs/checkpoint_000003_step_30.h5", 1, "truncated")]
    [TestCase("@runs/field.h5", 1, "no checkpoint")]
    [TestCase("@runs/empty.h5", 1, "is empty.\n")]
    [TestCase("@runs/notes.txt", 1, "is no HDF5 file, and so no checkpoint.\n")]
    [TestCase("@runs", 2, "is a folder")]
    [TestCase("@god.h5", 2, "Is good.h5 meant?")]
    public void Verify_OfWhatIsNone_TellsIt(string file, int status, string told)
    {
        (int found, _, string error) = _folder.Run("checkpoint", "verify", file);
        Assert.That(found, Is.EqualTo(status));
        Assert.That(error, Does.Contain(told).And.Not.Contain("   at "));
    }

    [TestCase("@runs/checkpoint_000003_step_30.h5", "truncated")]
    [TestCase("@runs/checkpoint_000003_step_30.h5 -n 2", "truncated")]
    [TestCase("@runs/field.h5", "no checkpoint")]
    [TestCase("@runs/notes.txt", "no checkpoint")]
    public void Verify_OfWhatIsNone_TellsItAsJson(string line, string told)
    {
        (int status, string output, string error) = _folder.Run(["checkpoint", "verify", .. line.Split(' '), "--json"]);
        Assert.That((status, error), Is.EqualTo((1, "")));
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.That(document.RootElement.GetProperty("isGood").GetBoolean(), Is.False);
        Assert.That(document.RootElement.GetProperty("damage").GetString(), Does.Contain(told).And.Not.Contain("Load an older"));
    }

    [Test]
    public void Show_OfACheckpoint_TellsWhereItComesFrom()
    {
        Assert.That(_folder.Good("show", "@good.h5", "--stats"), Does.Contain("checkpoint (HDF5)").And.Match("saved .* UTC by .* on 1 rank, step 10").And.Contain("parameter dt = 0.5").And.Contain("u    float64 (8, 5)").And.Contain("max 139.25"));
    }

    private static void Describe(CheckpointState state)
    {
        using DistArray<double> u = Np.FromFunction<double>(new Distribution(new SelfCommunicator(), [8, 5]), index => 100.25 + index[0] * 5 + index[1]);
        using DistArray<int> v = Np.FromFunction<int>(new Distribution(new SelfCommunicator(), [7]), index => (int)index[0]);
        long step = 5;
        double[] row = [1.5, 2.5];
        string text = "a text";
        state.Array("u", u);
        state.Array("v", v);
        state.Value("step", ref step);
        state.Values("row", ref row);
        state.Text("text", ref text);
        state.Generator("generator", Np.Random(seed: 3));
    }

    private static void Change(string path, double value)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(value));
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
