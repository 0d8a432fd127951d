namespace DistArray.Packaging.Tests;

/// <summary>A console project that knows the packages alone.</summary>
public sealed class FreshProjectTests
{
    private const string Program = """
        using DistArray;
        using DistArray.IO;
        using DistArray.Mpi;

        MpiEnvironment.Run(args, world =>
        {
            using var a = Np.FromFunction(new Distribution(world, [3, 4], "bn"), (i, j) => 10.0 * i + j);
            using var b = a * 2.0 + 1.0;
            b.Save(args[0], "b");
            double sum = b.Sum();
            if (world.Rank == 0) Console.WriteLine($"{world.Size} ranks, sum {sum}, {DistArray.Bindings.NativeLibraries.Load("distarray")}");
        });
        """;

    [Test]
    public void Console_BuiltFromThePackages_WritesHdf5OnTwoRanks_AsASingleFileToo()
    {
        string folder = NewProject("fresh", "DistArray.Native.OpenMpi");
        Feed.Run(folder, "dotnet", "build", "-c", "Release", "-v", "quiet", "-clp:NoSummary");
        string program = Path.Combine(folder, "bin/Release/net10.0/fresh.dll"), file = Path.Combine(folder, "b.h5");
        string output = Feed.RunRanks(folder, 2, "dotnet", program, file);
        Assert.That(output, Does.StartWith("2 ranks, sum 288, ").And.Contain(Path.Combine(folder, "bin/Release/net10.0/runtimes/linux-x64/native/libdistarray.so")));
        Assert.That(Dump(file), Is.EqualTo(new[] { 1, 3, 5, 7, 21, 23, 25, 27, 41, 43, 45, 47 }));

        Feed.Run(folder, "dotnet", "publish", "-c", "Release", "-v", "quiet", "-clp:NoSummary", "-r", "linux-x64", "--self-contained", "false", "-p:PublishSingleFile=true", "-o", "single");
        string single = Path.Combine(folder, "single/fresh");
        Assert.That(Directory.GetFiles(Path.Combine(folder, "single"), "*.dll"), Is.Empty);
        Assert.That(Path.Combine(folder, "single/stacks/DistArray.Stacks.dll"), Does.Exist, "the watchdog's reader of stacks is a program of its own");
        File.Delete(file);
        Assert.That(Feed.RunRanks(folder, 2, single, file), Does.StartWith("2 ranks, sum 288, ").And.Contain(Path.Combine(folder, "single/libdistarray.so")));
        Assert.That(Dump(file), Has.Length.EqualTo(12));
    }

    [Test]
    public void Console_WithBothFlavours_IsRefusedByTheBuild()
    {
        // Where the second one is not built, a package of its name with its own file stands for it.
        string folder = NewProject("both", "DistArray.Native.OpenMpi"), targets = Path.Combine(folder, "DistArray.Native.Mpich.targets");
        File.Copy(Path.Combine(Build.Repository, "native/packages/Flavour.Package.targets"), targets);
        string project = Path.Combine(folder, "both.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", "<Import Project=\"DistArray.Native.Mpich.targets\" /></Project>"));
        (int code, string output) = Command.Try(folder, Feed.Home, "dotnet", "build", "-c", "Release", "-v", "quiet", "-clp:NoSummary");
        Assert.That(code, Is.Not.Zero);
        Assert.That(output, Does.Contain("DistArray.Native.OpenMpi").And.Contain("DistArray.Native.Mpich").And.Contain("one MPI").And.Contain("DISTARRAY_NATIVE"));
    }

    [Test]
    public void Tool_FromTheFeed_TellsItsCommands()
    {
        string folder = Feed.NewFolder("tool");
        Feed.Run(folder, "dotnet", "tool", "install", "DistArray.Cli", "--version", Build.Version, "--tool-path", folder);
        Assert.That(Feed.Run(folder, Path.Combine(folder, "distarray"), "--help"), Does.Contain("wrap"));
    }

    private static string NewProject(string name, string native)
    {
        string folder = Feed.NewFolder(name);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DistArray.IO" Version="{Build.Version}" />
                <PackageReference Include="{native}" Version="{Build.Version}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    private static int[] Dump(string file)
    {
        string text = Command.Run(Path.GetDirectoryName(file)!, null, "h5dump", "-d", "b", "-y", file);
        string data = text[(text.IndexOf("DATA {", StringComparison.Ordinal) + 6)..];
        return [.. data[..data.IndexOf('}')].Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
    }
}
