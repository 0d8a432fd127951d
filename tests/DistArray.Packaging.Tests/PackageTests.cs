using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace DistArray.Packaging.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests
{
    private static readonly string[] s_libraries =
        ["DistArray.Bindings", "DistArray.Core", "DistArray.Fortran", "DistArray.Interactive", "DistArray.IO", "DistArray.Mpi", "DistArray.Testing", "DistArray.Trilinos"];

    [Test]
    public void Feed_HasEveryPackage()
    {
        string[] expected = [.. s_libraries, "DistArray.Cli", "DistArray.Native.OpenMpi", "DistArray.Templates"];
        string[] names = [.. Directory.GetFiles(Feed.Packages).Select(file => Path.GetFileName(file))];
        Assert.That(names, Is.SupersetOf(expected.Select(name => $"{name}.{Build.Version}.nupkg")));
        Assert.That(names.Contains($"DistArray.Native.Mpich.{Build.Version}.nupkg"),
            Is.EqualTo(File.Exists(Path.Combine(Build.Native, "../mpich/stage/libdistarray.so"))), "the second flavour is packed where it is built");
    }

    [Test]
    public void EveryPackage_TellsLicenceVersionAndHasAReadme()
    {
        foreach (string file in Directory.GetFiles(Feed.Packages))
        {
            using ZipArchive package = ZipFile.OpenRead(file);
            XElement metadata = Metadata(package);
            string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
            Assert.That(Value("license"), Is.EqualTo("BSD-3-Clause"), file);
            Assert.That(Value("version"), Is.EqualTo(Build.Version), file);
            Assert.That(Value("description"), Has.Length.GreaterThan(20).And.Not.EqualTo("Package Description"), file);
            Assert.That(package.GetEntry(Value("readme")!)?.Length, Is.GreaterThan(300), file);
        }
    }

    [TestCaseSource(nameof(s_libraries))]
    public void Library_HasDocumentationAndSymbols(string name)
    {
        using ZipArchive package = Open(name);
        Assert.That(package.GetEntry($"lib/net10.0/{name}.xml")?.Length, Is.GreaterThan(1000));
        Assert.That(package.Entries.Select(entry => entry.FullName), Has.None.EndsWith(".so"), "native libraries are in packages of their own");

        using var assembly = new MemoryStream();
        using (Stream stream = package.GetEntry($"lib/net10.0/{name}.dll")!.Open()) stream.CopyTo(assembly);
        assembly.Position = 0;
        using var reader = new PEReader(assembly);
        DebugDirectoryEntry symbols = reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader pdb = provider.GetMetadataReader();
        string[] documents = [.. pdb.Documents.Select(handle => pdb.GetString(pdb.GetDocument(handle).Name))];
        Assert.That(documents, Has.Some.EndsWith(".cs"));
        Assert.That(documents, Is.All.StartsWith("/_/"), "no folders of the machine that built it");
    }

    [Test]
    public void Library_DependsOnTheOnesBelowInItsOwnVersion()
    {
        using ZipArchive package = Open("DistArray.IO");
        var dependencies = Metadata(package).Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.That(dependencies["DistArray.Mpi"], Is.EqualTo(Build.Version));
        Assert.That(dependencies.Keys, Has.None.Contains("Analyzers"));
    }

    [Test]
    public void Template_NamesThePackagesOfThisVersion()
    {
        string template = Path.Combine(Build.Repository, "templates/distarray-core");
        Assert.That(File.ReadAllText(Path.Combine(template, "Directory.Build.props")), Does.Contain($"<DistArrayVersion>{Build.Version}</DistArrayVersion>"));
        Assert.That(File.ReadAllText(Path.Combine(template, ".config/dotnet-tools.json")), Does.Contain($"\"version\": \"{Build.Version}\""));
    }

    private static ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(Feed.Packages, $"{name}.{Build.Version}.nupkg"));

    private static XElement Metadata(ZipArchive package)
    {
        using Stream stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }
}
