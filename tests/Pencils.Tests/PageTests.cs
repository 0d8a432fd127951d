using System.Reflection;
using System.Text.RegularExpressions;

namespace Pencils.Tests;

/// <summary>What the example's page says of lines.</summary>
public partial class PageTests
{
    private static readonly string Example = Path.GetDirectoryName(typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Wrapped").Value!)!;
    private static readonly string Generated = Path.GetFullPath(Path.Combine(Example, "../../artifacts/pencils/release/generated"));

    [Test]
    public void Lines_AreAsManyAsThePageSays()
    {
        string page = File.ReadAllText(Path.Combine(Example, "README.md"));
        string[] core = ["decomposition.f90", "parameters.f90", "solver.f90"];
        Assert.That(page, Does.Contain($"| core's modules, Fortran | {core.Sum(file => Lines(Path.Combine(Example, "core", file)))} |"));
        Assert.That(page, Does.Contain($"| core's main program, Fortran | {Lines(Path.Combine(Example, "core/pencils_main.f90"))} |"));
        Assert.That(page, Does.Contain($"| C# in `Pencils/`, five files | {Directory.GetFiles(Path.Combine(Example, "Pencils"), "*.cs").Sum(Lines)} |"));
        Assert.That(page, Does.Contain($"| CMake in `wrapped/` | {Lines(Path.Combine(Example, "wrapped/CMakeLists.txt"))} |"));
        Assert.That(page, Does.Contain($"| {Directory.GetFiles(Generated, "*.f90").Sum(Lines)} Fortran, {Directory.GetFiles(Generated, "*.cs").Sum(Lines)} C# |"));
    }

    private static int Lines(string file) => File.ReadLines(file).Count(line => !Skipped().IsMatch(line));

    [GeneratedRegex(@"^\s*(//|!|#|$)")]
    private static partial Regex Skipped();
}
