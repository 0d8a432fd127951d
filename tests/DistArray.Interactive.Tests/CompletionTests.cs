using System.Text.RegularExpressions;
using DistArray.Cli.Interactive;

namespace DistArray.Interactive.Tests;

/// <summary>How lines can go on.</summary>
internal sealed class CompletionTests
{
    [TestCase("Wor", "World")]
    [TestCase("gri", "grid")]
    [TestCase("1 + cou", "counter")]
    [TestCase("Np.Ara", "Arange")]
    [TestCase("grid.Sha", "Shape")]
    [TestCase("(grid + grid).Su", "Sum")]
    [TestCase("World.Allre", "Allreduce")]
    [TestCase("new int[3].Sel", "Select")]
    [TestCase("System.Diagn", "Diagnostics")]
    [TestCase("for (int index = 0; ind", "index")]
    [TestCase("forea", "foreach")]
    public void Complete_KnowsNames(string text, string expected)
    {
        Engines engines = Engines();
        Completions found = engines.Complete(text, text.Length);
        Assert.That(found.Items.Select(item => item.Name), Does.Contain(expected));
        Assert.That(text[found.Start..], Is.EqualTo(expected[..(text.Length - found.Start)]).IgnoreCase);
    }

    [TestCase("\"Wor")]
    [TestCase("// Wor")]
    [TestCase("12")]
    [TestCase("World.TakeEl")]
    [TestCase("nothing.Sha")]
    public void Complete_OfWhatHasNoNames_IsEmpty(string text) => Assert.That(Engines().Complete(text, text.Length).Items, Is.Empty);

    [TestCase("counter", "int counter")]
    [TestCase("grid", "DistArray<double> grid")]
    [TestCase("string local = \"\"; local", "string local")]
    [TestCase("Distribution", "class DistArray.Distribution")]
    [TestCase("DistArray.Mpi", "namespace DistArray.Mpi")]
    [TestCase("DistArray<double>", "class DistArray.DistArray<T>")]
    [TestCase("Dictionary<string, List<int[]>>", "class System.Collections.Generic.Dictionary<TKey, TValue>")]
    public void Describe_OfAName_IsItsDeclaration(string text, string expected) => Assert.That(Engines().Describe(text, text.Length)!.Split('\n')[0], Is.EqualTo(expected));

    [Test]
    public void Describe_OfANamespaceThatIsAClassToo_HasBoth() =>
        Assert.That(Engines().Describe("DistArray", 9), Does.StartWith("namespace DistArray\nclass DistArray.DistArray<T>\n\nAn array"));

    [Test]
    public void Describe_OfAMethod_HasAllDeclarationsAndTheDocumentation()
    {
        string text = Engines().Describe("grid.Mean(axis: 0)", 6)!;
        string[] declarations = [.. text.Split('\n').TakeWhile(line => line.Length > 0)];
        Assert.That(declarations, Has.Length.EqualTo(4).And.All.Contains(" DistArray<T>.Mean"));
        Assert.That(declarations[0], Does.StartWith("DistArray<T> DistArray<T>.Mean(AxisList axis"));
        Assert.That(text, Does.Contain("numpy.mean").And.Contain("Collective"));
        Assert.That(text, Does.Not.Contain("cref").And.Not.Contain("</"));
    }

    [Test]
    public void Help_AsksForANameThatThereIs()
    {
        string name = Regex.Match(ReplHelp.Text, @"documentation: (\S+)\?").Groups[1].Value;
        Assert.That(Engines().Describe(name, name.Length), Does.Contain("Collective"));
    }

    [TestCase("World.Barrier", "MPI-4.0")] // implements an interface
    [TestCase("DistArray.Mpi.Communicator world = null; world.Split", "Collective")]
    [TestCase("DistArray.Fortran.ProtectedFortranVariable<int> v = null; v.LowerBounds", "lbound")] // names another one
    public void Describe_OfAMember_HasTheDocumentationThatItTakesOver(string text, string part) => Assert.That(Engines().Describe(text, text.Length), Does.Contain(part));

    [TestCase("nothing")]
    [TestCase("12")]
    [TestCase("1 + ")]
    [TestCase("")]
    public void Describe_OfNoName_IsNull(string text) => Assert.That(Engines().Describe(text, text.Length), Is.Null);

    [Test]
    public void Variables_AreTheLatest()
    {
        Engines engines = Engines();
        engines.Execute("double counter = 0.5;");
        Assert.That(engines.Variables, Is.EqualTo(new[] { new Variable("grid", "DistArray<double>"), new Variable("counter", "double") }));
    }

    private static Engines Engines()
    {
        Engines engines = Session.Of(2);
        engines.Execute("var grid = Np.Arange<double>(World, 4); int counter = 1;");
        return engines;
    }
}
