using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using DistArray.Mpi;

namespace DistArray.Interactive.Jobs;

/// <summary>How the program of the ranks is started: this assembly, with the dependencies of the client's program.</summary>
internal static class EngineProgram
{
    /// <summary>The command for ranks that have the client's assemblies.</summary>
    /// <param name="program">The client's program, or null to find it.</param>
    /// <param name="ranks">World size.</param>
    /// <param name="tagged">Whether the launcher says which rank a line comes from.</param>
    /// <param name="scratch">A folder for what has to be written for it.</param>
    /// <param name="arguments">Arguments of the ranks.</param>
    public static ProcessStartInfo Command(Assembly? program, int ranks, bool tagged, string scratch, params IReadOnlyList<string> arguments)
    {
        string own = typeof(EngineProgram).Assembly.Location;
        string? stem = Stem(program, own);
        List<string> command = [Host(), "exec", "--runtimeconfig", RuntimeConfiguration(stem, scratch)];
        if (stem is not null && File.Exists(stem + ".deps.json")) command.AddRange(["--depsfile", stem + ".deps.json"]);
        ProcessStartInfo start = MpiLauncher.StartInfo(ranks, tagged, [.. command, own, .. arguments]);
        // Ranks that wait leave the cores to those that work.
        start.Environment.TryAdd("OMPI_MCA_mpi_yield_when_idle", "1");
        return start;
    }

    /// <summary>Keeps Ctrl-C of the client's terminal away from the launcher, which would end the job.</summary>
    public static void Detach(ProcessStartInfo start)
    {
        if (!File.Exists("/usr/bin/setsid")) return;
        start.ArgumentList.Insert(0, start.FileName);
        start.FileName = "/usr/bin/setsid";
    }

    // What lies beside this assembly: the client's program, or else this one.
    private static string? Stem(Assembly? program, string own)
    {
        string folder = Path.GetDirectoryName(own)!;
        string?[] paths = [program?.Location, Assembly.GetEntryAssembly()?.Location, own];
        return paths.Where(path => !string.IsNullOrEmpty(path) && Path.GetDirectoryName(path) == folder)
            .Select(path => Path.ChangeExtension(path, null)).FirstOrDefault(path => File.Exists(path + ".runtimeconfig.json"));
    }

    private static string RuntimeConfiguration(string? stem, string scratch)
    {
        if (stem is not null) return stem + ".runtimeconfig.json";
        string path = Path.Combine(scratch, "engine.runtimeconfig.json");
        File.WriteAllText(path, $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }
            """);
        return path;
    }

    private static string Host()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } given) return given;
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
