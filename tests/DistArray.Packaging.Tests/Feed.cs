using DistArray.Mpi;

namespace DistArray.Packaging.Tests;

/// <summary>The packages, made once of what the build has left, in a feed and with a NuGet folder of their own.</summary>
[SetUpFixture]
public sealed class Feed
{
    private static string s_root = "";

    /// <summary>The folder of .nupkg files.</summary>
    internal static string Packages => Path.Combine(s_root, "feed");

    /// <summary>NuGet's folder of unpacked packages: what is packed here never comes into the user's.</summary>
    internal static string Unpacked => Path.Combine(s_root, "unpacked");

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
        string user = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        Directory.CreateDirectory(user);
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
    internal static string Run(string folder, string file, params IEnumerable<string> arguments) => Command.Run(folder, Unpacked, file, arguments);

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
