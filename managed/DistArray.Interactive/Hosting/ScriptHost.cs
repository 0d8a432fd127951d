using System.Reflection;
using System.Text.Json;
using DistArray.Mpi;

namespace DistArray.Interactive.Hosting;

/// <summary>A rank that runs one compiled script and ends.</summary>
internal static class ScriptHost
{
    /// <summary>Runs the script that lies in a folder.</summary>
    /// <returns>Exit status: the script's value where that is an integer, else 0.</returns>
    public static int Run(string folder, string[] arguments)
    {
        var script = JsonSerializer.Deserialize<ScriptManifest>(File.ReadAllText(Path.Combine(folder, ScriptManifest.File)))!;
        byte[] image = File.ReadAllBytes(Path.Combine(folder, ScriptManifest.Image));
        byte[] symbols = File.ReadAllBytes(Path.Combine(folder, ScriptManifest.Symbols));
        LineAssemblies assemblies = new();
        assemblies.Know(script.References);
        return MpiEnvironment.Run(arguments, world =>
        {
            Assembly assembly = assemblies.Load(image, symbols);
            EngineScope scope = new(world, arguments);
            object? value = new LineRunner(scope).Run(assembly, script.EntryType, script.EntryMethod);
            scope.DisposeAll();
            return value is int status ? status : 0;
        });
    }
}
