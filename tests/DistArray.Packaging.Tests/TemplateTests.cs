namespace DistArray.Packaging.Tests;

/// <summary>`dotnet new distarray-core`.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class TemplateTests
{
    [Test]
    public void Project_OfTheTemplate_BuildsAndItsTestsPassOnRanks()
    {
        string folder = Feed.NewFolder("template");
        Feed.Run(folder, "dotnet", "new", "install", $"{Feed.Packages}/DistArray.Templates.{Build.Version}.nupkg");
        Feed.Run(folder, "dotnet", "new", "distarray-core", "-n", "plasma-1");

        string project = Path.Combine(folder, "plasma-1");
        Assert.That(File.GetUnixFileMode(Path.Combine(project, "ci.sh")).HasFlag(UnixFileMode.UserExecute), Is.True);
        string output = Feed.Run(project, "dotnet", "test", "plasma-1.slnx", "-c", "Release", "--logger", "console;verbosity=normal");
        Assert.That(output, Does.Match(@"Passed:\s*7").Or.Match(@"passed:\s*7"));

        string printed = Feed.RunRanks(project, 2, "dotnet", Path.Combine(project, "plasma-1/bin/Release/net10.0/plasma-1.dll"));
        Assert.That(printed, Does.StartWith("heat.h5: mean 1.000000, largest 1.61"));
        Assert.That(Command.Run(project, null, "h5dump", "-H", "heat.h5"), Does.Contain("( 64, 64 )"));
    }
}
