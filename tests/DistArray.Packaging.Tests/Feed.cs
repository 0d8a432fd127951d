using DistArray.Mpi;

namespace DistArray.Packaging.Tests;

/// <summary>The packages, made once of what the build has left, in a feed; what uses them has a home of its own, so that none of them comes into the user's.</summary>
[SetUpFixture]
public sealed class Feed
{
    private static string s_root = "";

    /// <summary>The folder of .nupkg files.</summary>
    internal static string Packages => Path.Combine(s_root, "feed");

    /// <summary>.NET's home: unpacked packages, tools, templates.</summary>
    internal static string Home => Path.Combine(s_root, "home");

    /// <summary>Packs every project with the build's outputs.</summary>
    [OneTimeSetUp]
    public void Pack()
    {
        s_root = Directory.CreateTempSubdirectory("distarray-packages-").FullName;
        string projects = string.Concat(Build.Packed.Select(project => $"<Packed Include=\"{project}\" />"));
        File.WriteAllText(Path.Combine(s_root, "pack.proj"), $"""
            <Project>
              <ItemGroup>{projects}</ItemGroup>
              <Target Name="Pack"><MSBuild Projects="@(Packed)" Targets="Pack" BuildInParallel="true" Properties="NoBuild=true;Configuration={Build.Configuration};PackageOutputPath={Packages}" /></Target>
            </Project>
            """);
        Command.Run(s_root, null, "dotnet", "msbuild", "pack.proj", "-t:Pack", "-v:minimal", "-m", "-nologo");
        // What others publish comes from where the user has it, or from the usual registry.
        string nuget = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget");
        string user = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given ? given : Path.Combine(nuget, "packages");
        Directory.CreateDirectory(user);
        Directory.CreateDirectory(Path.Combine(Home, ".nuget/NuGet"));
        string settings = Path.Combine(nuget, "NuGet/NuGet.Config");
        if (File.Exists(settings)) File.Copy(settings, Path.Combine(Home, ".nuget/NuGet/NuGet.Config"));
        File.WriteAllText(Path.Combine(s_root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="distarray" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{user}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Removes everything.</summary>
    [OneTimeTearDown]
    public void Remove() => Directory.Delete(s_root, recursive: true);

    /// <summary>A new folder, below which the packages are found.</summary>
    internal static string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(s_root, name)).FullName;

    /// <summary>Runs a command as a user of the packages, which must succeed.</summary>
    internal static string Run(string folder, string file, params IEnumerable<string> arguments) => Command.Run(folder, Home, file, arguments);

    /// <summary>Runs a command on ranks, which must succeed.</summary>
    internal static string RunRanks(string folder, int ranks, params string[] command)
    {
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            MpiLaunchResult result = MpiLauncher.Run(ranks, TimeSpan.FromMinutes(2), command);
            Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
            return result.Output;
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
