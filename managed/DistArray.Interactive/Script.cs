using System.Diagnostics;
using System.Text.Json;
using DistArray.Interactive.Compiling;
using DistArray.Interactive.Hosting;
using DistArray.Interactive.Jobs;
using DistArray.Mpi;

namespace DistArray.Interactive;

/// <summary>C# scripts on several ranks.</summary>
public static class Script
{
    /// <summary>Compiles a script once and runs it on every rank; its streams are this process'.</summary>
    /// <param name="path">The script. <c>World</c>, <c>Rank</c>, <c>Size</c> and <c>Args</c> are in scope; <c>#load</c> and <c>#r</c> take paths against its folder.</param>
    /// <param name="ranks">How many, 1 or more.</param>
    /// <param name="arguments">What is <c>Args</c> in the script.</param>
    /// <returns>The exit status of the job: 0, or the integer that the script ends with or returns; 70 where a rank threw, which ends all of them
    /// (<see cref="MpiEnvironment.FailureStatus"/>).</returns>
    /// <exception cref="EngineException">The script does not compile (the message tells file and line), or there is no MPI launcher.</exception>
    /// <exception cref="IOException">The script cannot be read.</exception>
    public static int Run(string path, int ranks, params IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        ArgumentNullException.ThrowIfNull(arguments);
        CompiledLine script = Compile(path);
        // Nothing but comments.
        if (script.Image.Length == 0) return 0;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("distarray-script-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, ScriptManifest.Image), script.Image);
            File.WriteAllBytes(Path.Combine(folder.FullName, ScriptManifest.Symbols), script.Symbols);
            var manifest = new ScriptManifest(script.EntryType, script.EntryMethod, script.References);
            File.WriteAllText(Path.Combine(folder.FullName, ScriptManifest.File), JsonSerializer.Serialize(manifest));
            ProcessStartInfo start = EngineProgram.Command(null, ranks, tagged: false, folder.FullName, [Program.ScriptOption, folder.FullName, .. arguments]);
            start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = false;
            return Wait(start);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Wait(ProcessStartInfo start)
    {
        // The launcher gets the terminal's Ctrl-C too, and ends the job; this waits for it.
        ConsoleCancelEventHandler stay = (_, e) => e.Cancel = true;
        Console.CancelKeyPress += stay;
        try
        {
            using Process job = MpiLauncher.Start(start);
            job.WaitForExit();
            return job.ExitCode;
        }
        catch (InvalidOperationException exception)
        {
            throw new EngineException(EngineFailure.Launch, exception.Message);
        }
        finally
        {
            Console.CancelKeyPress -= stay;
        }
    }

    private static CompiledLine Compile(string path)
    {
        string text = File.ReadAllText(path);
        if (text.StartsWith("#!", StringComparison.Ordinal)) text = "//" + text[2..];
        try
        {
            return new LineCompiler([], []).Compile(text, typeof(object), Path.GetFullPath(path));
        }
        catch (CompilationFailedException exception)
        {
            throw new EngineException(EngineFailure.Compilation, exception.Message);
        }
    }
}
