using System.Diagnostics;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

/// <summary>Modules that gfortran has compiled.</summary>
internal static class GfortranModules
{
    /// <summary>Compiles a source in a folder.</summary>
    public static void Compile(string folder, string source, string text)
    {
        File.WriteAllText(Path.Combine(folder, source), text);
        var start = new ProcessStartInfo("gfortran", ["-fsyntax-only", "-ffree-line-length-none", "-fopenmp", "-fcoarray=single", source])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        using Process compiler = Process.Start(start)!;
        string errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.That(compiler.ExitCode, Is.Zero, errors);
    }

    /// <summary>The model of the module <c>m</c> of a source, alone in a folder.</summary>
    public static Module ReadText(string text)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("distarray-gfortran");
        try
        {
            Compile(folder.FullName, "m.f90", text);
            return ModuleFile.Read(Path.Combine(folder.FullName, "m.mod"));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
