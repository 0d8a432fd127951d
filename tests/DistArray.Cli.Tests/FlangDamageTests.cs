using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

/// <summary>A damaged file of flang is read or refused, and nothing else happens.</summary>
internal sealed class FlangDamageTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Copy()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-damaged");
        foreach (string module in FlangModules.Names) File.Copy(FlangModules.PathOf(module), Path.Combine(_folder.FullName, module + ".mod"));
    }

    [TearDown]
    public void Delete() => _folder.Delete(true);

    [TestCaseSource(typeof(FlangModules), nameof(FlangModules.Names))]
    public void Read_CutOff_IsAnError(string module)
    {
        string text = File.ReadAllText(FlangModules.PathOf(module));
        for (int length = 0; length < text.TrimEnd().Length; length += 50)
        {
            ModuleFileException? error = Read(module, text[..length]);
            Assert.That(error?.Message, Does.Contain(module + ".mod: "), $"of {length} characters");
        }
    }

    [TestCaseSource(typeof(FlangModules), nameof(FlangModules.Names))]
    public void Read_WithUnknownStatement_NamesItsLine(string module)
    {
        string[] lines = File.ReadAllLines(FlangModules.PathOf(module));
        for (int line = 1; line < lines.Length; line++)
            Assert.That(Read(module, [.. lines[..line], "unheard of", .. lines[line..]])?.Message, Does.Contain($"{module}.mod: line {line + 1}: "));
    }

    [TestCaseSource(typeof(FlangModules), nameof(FlangModules.Names))]
    public void Read_WithoutALineOrACharacter_IsReadOrRefused(string module)
    {
        string text = File.ReadAllText(FlangModules.PathOf(module));
        string[] lines = text.Split('\n');
        Assert.That(() =>
        {
            for (int line = 0; line < lines.Length; line++) Read(module, [.. lines[..line], .. lines[(line + 1)..]]);
            for (int at = 0; at < text.Length; at += 17)
            {
                Read(module, text.Remove(at, 1));
                Read(module, text.Insert(at, "("));
                Read(module, text.Insert(at, "\""));
            }
        }, Throws.Nothing);
    }

    [TestCase("(")]
    [TestCase("-")]
    [TestCase("[")]
    [TestCase("2_4**")]
    [TestCase(".not.")]
    [TestCase("max(")]
    public void Read_DeepExpression_IsRefused(string part)
    {
        string deep = string.Concat(Enumerable.Repeat(part, 20_000));
        Assert.Throws<ModuleFileException>(() => FlangModules.ReadText($"module m\ninteger(4),parameter::x={deep}1_4{new string(part[^1] == '[' ? ']' : ')', part[^1] is '(' or '[' ? 20_000 : 0)}\nend"));
    }

    private ModuleFileException? Read(string module, string[] lines) => Read(module, string.Join('\n', lines));

    private ModuleFileException? Read(string module, string text)
    {
        string file = Path.Combine(_folder.FullName, module + ".mod");
        File.WriteAllText(file, text);
        try
        {
            Assert.That(Task.Run(() => ModuleFile.Read(file)).Wait(s_limit), "it takes too long");
            return null;
        }
        catch (AggregateException e) when (e.InnerException is ModuleFileException refusal)
        {
            return refusal;
        }
    }
}
