using System.IO.Compression;
using System.Text;
using DistArray.Fortran;

namespace DistArray.Wrap.Tests.Tool;

public class BadInputTests
{
    private const string Source = """
        module m
          implicit none
          real(8), allocatable :: u(:, :)
          integer :: n
        contains
          subroutine s(x)
            real(8), intent(inout) :: x(n)
            x = x + 1
          end subroutine
        end module
        """;

    private Workshop _shop = null!;

    [SetUp]
    public void Open() => _shop = new Workshop();

    [TearDown]
    public void Close() => _shop.Dispose();

    [TestCase("wrap", "--outputt", "x", "m.mod", "no option --outputt", "--output")]
    [TestCase("wrap", "name the .mod files", "--help")]
    [TestCase("wrap", "m.mod", "--output", "value is missing after --output", "distarray")]
    [TestCase("wrap", "m.mod", "--namespace", "1x", "--namespace 1x", "C# namespace")]
    [TestCase("wrapp", "no command 'wrapp'", "--help")]
    public void WrongCommandLine_IsToldAndEndsWith2(params string[] all)
    {
        (int status, _, string error) = _shop.Tool(all[..^2]);
        Assert.That(status, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain(all[^2]).And.Contain(all[^1]).And.Not.Contain("   at "));
    }

    [TestCase("", "is empty")]
    [TestCase("module m\nend module\n", "not a module file of gfortran")]
    [TestCase("GFORTRAN module version '15'", "before 4.9")]
    public void FileThatIsNoModule_IsTold(string text, string told)
    {
        File.WriteAllText(_shop.PathOf("m.mod"), text);
        Refused("m.mod", told);
    }

    [TestCase("GFORTRAN module version '99' created from x.f90\n()", "version 99", "15 (gfortran 8 to 14) and 16")]
    [TestCase("something else\n", "GFORTRAN module version")]
    [TestCase("GFORTRAN module version '15' created from x.f90\n(() () (", "damaged", "within a list")]
    [TestCase("GFORTRAN module version '15' created from x.f90\n() ()", "damaged", "8")]
    public void DamagedOrUnknownModule_IsTold(string text, params string[] told)
    {
        using (var gzip = new GZipStream(File.Create(_shop.PathOf("m.mod")), CompressionLevel.Fastest)) gzip.Write(Encoding.ASCII.GetBytes(text));
        Refused("m.mod", told);
    }

    [Test]
    public void MissingFile_AndFolder_AreTold()
    {
        Refused(2, "nothing.mod", "there is no such file", "Compile the core first");
        Directory.CreateDirectory(_shop.PathOf("folder.mod"));
        Refused(2, "folder.mod", "this is a folder");
    }

    [Test]
    public void ModuleThatWasRenamed_IsTold()
    {
        _shop.Compile(Source);
        File.Copy(_shop.PathOf("m.mod"), _shop.PathOf("other.mod"));
        Refused("other.mod", "nothing of a module 'other'", "m");
    }

    [Test]
    public void EveryCutOfAModule_IsTold()
    {
        _shop.Compile(Source);
        byte[] whole = File.ReadAllBytes(_shop.PathOf("m.mod"));
        foreach (int length in new[] { 1, 2, 10, 20, whole.Length / 2, whole.Length - 9 })
        {
            File.WriteAllBytes(_shop.PathOf("m.mod"), whole[..length]);
            Refused("m.mod", "m.mod:");
        }
    }

    [Test]
    public void CompanionThatDoesNotCompile_IsToldByDeclaration_AndLeftOutWithKeepGoing()
    {
        _shop.Compile(Source);
        // The compiler finds another module of the name, without n: as where the .mod is of another build.
        Directory.CreateDirectory(_shop.PathOf("kept"));
        File.Move(_shop.PathOf("m.mod"), _shop.PathOf("kept/m.mod"));
        _shop.Compile(Source.Replace("integer :: n", "integer, private :: n"));
        byte[] changed = File.ReadAllBytes(_shop.PathOf("m.mod"));
        File.Copy(_shop.PathOf("kept/m.mod"), _shop.PathOf("m.mod"), overwrite: true);
        Directory.CreateDirectory(_shop.PathOf("used"));
        File.WriteAllBytes(_shop.PathOf("used/m.mod"), changed);

        (int status, _, string error) = _shop.Wrap("m.mod", "--output", "out", "--compiler", $"gfortran -I{_shop.PathOf("used")}");
        Assert.That(status, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("variable n").And.Contain("does not compile").And.Contain("nothing was written").And.Contain("--keep-going"));
        Assert.That(Directory.Exists(_shop.PathOf("out")), Is.False);

        (status, string output, error) = _shop.Wrap("m.mod", "--output", "out", "--compiler", $"gfortran -I{_shop.PathOf("used")}", "--keep-going", "--report", "-");
        Assert.That(status, Is.Zero, error);
        Assert.That(output, Does.Contain("variable n: the compiler refuses its companion"));
        Assert.That(File.ReadAllText(_shop.PathOf("out/MModule.g.cs")), Does.Contain("FortranVariable<double> U").And.Not.Contain("ref int N"));
    }

    [Test]
    public void CompilerThatIsNotThere_IsTold()
    {
        _shop.Compile(Source);
        (int status, _, string error) = _shop.Wrap("m.mod", "--compiler", "nofortran");
        Assert.That(status, Is.EqualTo(2));
        Assert.That(error, Does.Contain("nofortran").And.Contain("--compiler").And.Contain("--no-check"));
    }

    [TestCase("u block over (y)", "no name and colon")]
    [TestCase("u: block over (y), global (n, n)", "offset")]
    [TestCase("u: global (n)", "global has 1 entries", "2 dimensions")]
    [TestCase("u: block over (w), global (n, n), offset (0, 0)", "no axis 'w'")]
    [TestCase("u: blok over (y), global (n, n)", "'blok over (y)' is not understood")]
    [TestCase("v: global (n, n)", "no module", "v")]
    [TestCase("u: global (n, (n)", "parentheses do not match")]
    [TestCase("n: global (4)", "no array")]
    [TestCase("u: global (n, n), periodic (z)", "no axis 3")]
    public void DistributionThatDoesNotFit_IsTold(string line, params string[] told)
    {
        _shop.Compile(Source);
        File.WriteAllLines(_shop.PathOf("m.dist"), ["# arrays", line]);
        (int status, string output, string error) = _shop.Wrap("m.mod", "--output", "out", "--distribution", "m.dist", "--report", "-");
        foreach (string text in told) Assert.That(status == 0 ? output : error, Does.Contain(text));
        Assert.That(status == 0 ? output : error, Does.Contain("m.dist:2").Or.Contain("names it"));
    }

    [Test]
    public void DistributionWithAnUnknownName_IsRefusedByTheCompiler()
    {
        _shop.Compile(Source);
        File.WriteAllLines(_shop.PathOf("m.dist"), ["u: block over (2), global (n, total), offset (0, n)"]);
        (int status, _, string error) = _shop.Wrap("m.mod", "--output", "out", "--distribution", "m.dist");
        Assert.That(status, Is.EqualTo(1));
        Assert.That(error, Does.Contain("variable u").And.Contain("total"));
    }

    [Test]
    public void FolderThatCannotBeWritten_IsTold()
    {
        _shop.Compile(Source);
        File.WriteAllText(_shop.PathOf("file"), "");
        (int status, _, string error) = _shop.Wrap("m.mod", "--output", "file");
        Assert.That(status, Is.EqualTo(2));
        Assert.That(error, Does.Contain("cannot be written"));
    }

    [Test]
    public void ClassOfAnotherState_IsRefused()
    {
        using var core = new WrappedCore();
        Assert.That(() => new Stale(core.Library), Throws.InstanceOf<BadImageFormatException>().With.Message.Contains("another state").And.Message.Contains("Run `distarray wrap` again"));
        Assert.That(() => new Unknown(core.Library), Throws.InstanceOf<MissingMethodException>().With.Message.Contains("no generated companion of module nothing"));
    }

    private void Refused(string file, params string[] told) => Refused(1, file, told);

    private void Refused(int expected, string file, params string[] told)
    {
        (int status, _, string error) = _shop.Wrap(file, "--output", "out");
        Assert.That(status, Is.EqualTo(expected), error);
        foreach (string text in told) Assert.That(error, Does.Contain(text));
        Assert.That(error, Does.Contain(file).And.Not.Contain("   at "));
        Assert.That(Directory.Exists(_shop.PathOf("out")), Is.False);
    }

    private sealed class Stale(FortranLibrary library) : FortranModule(library, "toy", 1);

    private sealed class Unknown(FortranLibrary library) : FortranModule(library, "nothing", 1);
}
