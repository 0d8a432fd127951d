using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

/// <summary>What flang's module files say of a source is what gfortran's say.</summary>
internal sealed class FlangAgreementTests
{
    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public void Compile()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-gfortran");
        // A copy: beside the source are flang's files, and the compiler looks there too.
        foreach (string source in Directory.GetFiles(FlangModules.Folder, "*.f90")) GfortranModules.Compile(_folder.FullName, Path.GetFileName(source), File.ReadAllText(source));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Delete(true);

    [TestCaseSource(typeof(FlangModules), nameof(FlangModules.Names))]
    public void Read_OfBothCompilers_GivesTheSameModel(string module)
    {
        string[] gfortran = FlangDifferences.Compared(module, ModelText.Lines(ModuleFile.Read(Path.Combine(_folder.FullName, module + ".mod"))));
        string[] flang = FlangDifferences.Compared(module, ModelText.Lines(ModuleFile.Read(FlangModules.PathOf(module))));
        Assert.Multiple(() =>
        {
            Assert.That(flang.Except(gfortran), Is.Empty, "only flang's");
            Assert.That(gfortran.Except(flang), Is.Empty, "only gfortran's");
            Assert.That(flang, Has.Length.GreaterThan(2));
        });
    }
}
