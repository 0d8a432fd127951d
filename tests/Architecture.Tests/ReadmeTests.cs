using System.Reflection;
using DistArray.Mpi;

namespace Architecture.Tests;

/// <summary>What the README shows is what is there.</summary>
public class ReadmeTests
{
    private static readonly string Repository = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

    private static string Readme => Text("README.md");

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository, path));

    [TestCase("README.md", "examples/quickstart")]
    [TestCase("examples/arrays/README.md", "examples/arrays")]
    public void Page_ShowsTheExample(string page, string example) => Assert.That(Text(page), Does.Contain(Text($"{example}/Program.cs").TrimEnd()));

    [TestCase("README.md", "Quickstart.dll", 2)]
    [TestCase("examples/arrays/README.md", "Arrays.dll", 3)]
    public void Example_PrintsWhatItsPageSays(string page, string program, int ranks)
    {
        using var folder = new TemporaryFolder();
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder.Path;
            var result = MpiLauncher.Run(ranks, TimeSpan.FromSeconds(60), "dotnet", Path.Combine(AppContext.BaseDirectory, program));
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Has.Length.GreaterThan(100));
            Assert.That(Text(page), Does.Contain(result.Output.TrimEnd()));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    // The last digits of residuals are the machine's: the lines that do not show them are compared.
    [TestCase("poisson", "Poisson.dll", "convergence.png", "solution.png")]
    [TestCase("eigenmodes", "Eigenmodes.dll", "modes.png")]
    [TestCase("nonlinear", "Nonlinear.dll", "branch.png", "solution.png")]
    public void Example_WithPictures_PrintsItsPageAndLeavesThem(string example, string program, params string[] pictures)
    {
        using var folder = new TemporaryFolder();
        var result = MpiLauncher.Run(2, TimeSpan.FromSeconds(120), "dotnet", Path.Combine(AppContext.BaseDirectory, program), folder.Path);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        string[] lines = [.. result.Output.Split('\n').Where(line => line.Length > 0 && !line.Contains("residual", StringComparison.Ordinal) && !line.Contains('‖'))];
        Assert.That(lines, Has.Length.GreaterThan(5));
        string page = Text($"examples/{example}/README.md");
        foreach (string line in lines) Assert.That(page, Does.Contain(line.TrimEnd()));
        foreach (string picture in pictures) Assert.That(new FileInfo(Path.Combine(folder.Path, picture)).Length, Is.GreaterThan(5000), picture);
    }

    [TestCase("Poisson.dll", "--help")]
    [TestCase("Eigenmodes.dll", "one", "two")]
    [TestCase("Nonlinear.dll", "")]
    public void Example_WithOtherArguments_TellsHowItIsUsed(string program, params string[] arguments)
    {
        var result = MpiLauncher.Run(2, TimeSpan.FromSeconds(60), ["dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("[FOLDER]"));
    }

    [Test]
    public void Links_LeadSomewhere()
    {
        var links = System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\((?!https?:)([^)#]+)").Select(match => match.Groups[1].Value).ToArray();
        Assert.That(links, Is.Not.Empty);
        Assert.That(links.Where(link => !Path.Exists(Path.Combine(Repository, link))), Is.Empty);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("distarray-readme-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
