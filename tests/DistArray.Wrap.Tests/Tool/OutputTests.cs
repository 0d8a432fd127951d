namespace DistArray.Wrap.Tests.Tool;

public class OutputTests
{
    private Workshop _shop = null!;

    [SetUp]
    public void Open() => _shop = new Workshop();

    [TearDown]
    public void Close() => _shop.Dispose();

    private const string Source = """
        module m
          implicit none
          include 'mpif.h'
          integer :: abc = 1, abd = 2, xyz = 3
        end module
        """;

    [Test]
    public void Names_OfMpi_AreNotWrapped_AndListsChoose()
    {
        string include = "-I/usr/lib/x86_64-linux-gnu/openmpi/include";
        _shop.Compile(Source, include, "-fallow-argument-mismatch");
        string text = Class();
        Assert.That(text, Does.Contain("ref int Abc").And.Contain("ref int Xyz").And.Not.Contain("Mpi"));
        text = Class("--allow", "ab*", "MPI_COMM_WORLD");
        Assert.That(text, Does.Contain("ref int Abc").And.Contain("const int MpiCommWorld").And.Not.Contain("Xyz"));
        text = Class("--deny", "abd,x*");
        Assert.That(text, Does.Contain("ref int Abc").And.Not.Contain("Abd").And.Not.Contain("Xyz"));
    }

    [Test]
    public void TwoRuns_GiveTheSameFiles_AndTouchNothing()
    {
        _shop.Compile(Source.Replace("  include 'mpif.h'\n", ""));
        Class();
        Dictionary<string, (string, DateTime)> first = Files();
        Thread.Sleep(20);
        Class();
        Assert.That(Files(), Is.EqualTo(first));
        Assert.That(first.Keys.Select(Path.GetFileName), Is.EquivalentTo(new[] { "MModule.g.cs", "m_distarray.f90" }));
    }

    [Test]
    public void Output_SpeaksOfNoFolder()
    {
        _shop.Compile(Source.Replace("  include 'mpif.h'\n", ""));
        Class();
        Assert.That(Files().Values.Select(file => file.Item1), Is.All.Not.Contains(_shop.Folder));
    }

    [Test]
    public void Help_TellsTheOptions()
    {
        (int status, string output, _) = _shop.Wrap("--help");
        Assert.That(status, Is.Zero);
        Assert.That(output, Does.Contain("--keep-going").And.Contain("--distribution").And.Contain("Exit status"));
        (status, output, _) = _shop.Tool("--help");
        Assert.That(output, Does.Contain("wrap"));
    }

    private string Class(params string[] options)
    {
        (int status, _, string error) = _shop.Wrap(["m.mod", "--output", "out", "--namespace", "N", .. options]);
        Assert.That(status, Is.Zero, error);
        return File.ReadAllText(_shop.PathOf("out/MModule.g.cs"));
    }

    private Dictionary<string, (string, DateTime)> Files() =>
        Directory.GetFiles(_shop.PathOf("out")).ToDictionary(file => file, file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));
}
