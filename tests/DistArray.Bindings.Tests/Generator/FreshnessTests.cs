using DistArray.BindingGen;

namespace DistArray.Bindings.Tests.Generator;

public sealed class FreshnessTests
{
    [Test]
    public void Generated_Again_EqualsWhatIsCheckedIn()
    {
        SortedDictionary<string, string> generated = SourceTree.Repository.Generate();
        List<StaleFile> stale = SourceTree.Repository.FindStale(generated);

        Assert.That(generated, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(stale.Select(f => $"{f.Reason}: {f.RelativePath}"), Is.Empty, "Run: dotnet run --project bindings/DistArray.BindingGen");
    }

    [Test]
    public void FindStale_OfAnotherContent_NamesTheFile()
    {
        SortedDictionary<string, string> generated = SourceTree.Repository.Generate();
        string first = generated.Keys.First(), last = generated.Keys.Last();
        generated[first] += "\n";
        generated.Remove(last);

        IEnumerable<string> stale = SourceTree.Repository.FindStale(generated).Select(f => $"{f.Reason}: {f.RelativePath}");

        Assert.That(stale, Is.EquivalentTo(new[] { $"changed: {first}", $"superfluous: {last}" }));
    }

    [Test]
    public void Generated_Files_HaveNoPathOfThisMachineAndUnixLineEnds()
    {
        foreach ((string path, string content) in SourceTree.Repository.Generate())
        {
            Assert.That(content, Does.Not.Contain(SourceTree.Root).And.Not.Contain("\r").And.Not.Contain("/usr/"), path);
            Assert.That(content, Does.EndWith("}\n").And.Not.EndWith("\n\n"), path);
        }
    }
}
