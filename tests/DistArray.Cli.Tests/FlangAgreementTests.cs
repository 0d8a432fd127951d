using System.Diagnostics;
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
        foreach (string source in Directory.GetFiles(FlangModules.Folder, "*.f90"))
        {
            // A copy: beside the source are flang's files, and the compiler looks there too.
            File.Copy(source, Path.Combine(_folder.FullName, Path.GetFileName(source)));
            var start = new ProcessStartInfo("gfortran", ["-fsyntax-only", "-ffree-line-length-none", "-fopenmp", Path.GetFileName(source)])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardError = true,
            };
            using Process compiler = Process.Start(start)!;
            string errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            Assert.That(compiler.ExitCode, Is.Zero, errors);
        }
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
