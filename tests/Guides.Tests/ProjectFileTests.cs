using System.Xml.Linq;

namespace Guides.Tests;

/// <summary>Parts of project files that the guides show name what there is.</summary>
internal sealed class ProjectFileTests
{
    private static IEnumerable<string> Guides() => GuideReader.Guides(block => block.Words[0] == "xml");

    [TestCaseSource(nameof(Guides))]
    public void Packages_OfTheGuide_HaveTheVersionsThatAreTested(string guide)
    {
        string Read(string file) => File.ReadAllText(Path.Combine(GuideReader.Repository, file));
        var versions = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
        string own = XDocument.Parse(Read("Directory.Build.props")).Descendants("Version").Single().Value;
        foreach (CodeBlock block in GuideReader.Blocks(guide).Where(block => block.Words[0] == "xml"))
            foreach (XElement package in XElement.Parse($"<block>{block.Code}</block>").Descendants("PackageReference"))
            {
                string name = package.Attribute("Include")!.Value;
                Assert.That(package.Attribute("Version")!.Value, Is.EqualTo(name.StartsWith("DistArray.", StringComparison.Ordinal) ? own : versions[name]), name);
            }
    }
}
