using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

/// <summary>A damaged file of gfortran is read or refused, and nothing else happens.</summary>
internal sealed partial class GfortranDamageTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public void Compile()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-damaged");
        foreach (string source in Directory.GetFiles(FlangModules.Folder, "*.f90")) GfortranModules.Compile(_folder.FullName, Path.GetFileName(source), File.ReadAllText(source));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Delete(true);

    [TestCase("wide_base")]
    [TestCase("rare")]
    public void Read_CutOff_IsAnError(string module)
    {
        string text = Text(module);
        for (int length = 0; length < text.TrimEnd().Length; length += 997) Assert.That(Read(module, text[..length])?.Message, Does.Contain(module), $"of {length} characters");
    }

    [TestCase("wide_base")]
    [TestCase("rare")]
    public void Read_WithAnotherAtom_IsReadOrRefused(string module)
    {
        string text = Text(module);
        Match[] atoms = [.. Atom().Matches(text, text.IndexOf('\n', StringComparison.Ordinal)).Cast<Match>()];
        Assert.That(() =>
        {
            for (int i = 0; i < atoms.Length; i += 23)
            {
                string before = text[..atoms[i].Index], after = text[(atoms[i].Index + atoms[i].Length)..];
                foreach (string other in new[] { "", "0", "-7", "2", "NONE", "()", "(1 2)", "'x'" }) Read(module, before + other + after);
            }
        }, Throws.Nothing);
    }

    private string Text(string module)
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(_folder.FullName, module + ".mod")), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private static ModuleFileException? Read(string module, string text)
    {
        try
        {
            Assert.That(Task.Run(() => new GfortranModuleReader(module + ".mod", text).Read()).Wait(s_limit), "it takes too long");
            return null;
        }
        catch (AggregateException e) when (e.InnerException is ModuleFileException refusal)
        {
            return refusal;
        }
    }

    [GeneratedRegex(@"[^\s()]+")]
    private static partial Regex Atom();
}
