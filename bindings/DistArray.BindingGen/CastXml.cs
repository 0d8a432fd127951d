using System.ComponentModel;
using System.Diagnostics;

namespace DistArray.BindingGen;

/// <summary>Runs castxml, which is both the parser and the preprocessor here.</summary>
internal static class CastXml
{
    /// <summary>Declarations of <paramref name="source"/>, a C text.</summary>
    public static Declarations Parse(string source, IEnumerable<string> includes) =>
        new(Run(source, includes, ["--castxml-output=1"]));

    /// <summary>Macros that are defined at the end of <paramref name="source"/>, as <c>#define</c> lines.</summary>
    public static string Macros(string source, IEnumerable<string> includes) => Run(source, includes, ["-E", "-dM"]);

    private static string Run(string source, IEnumerable<string> includes, string[] options)
    {
        string folder = Directory.CreateTempSubdirectory("bindgen").FullName;
        try
        {
            string input = Path.Combine(folder, "input.h"), output = Path.Combine(folder, "output");
            File.WriteAllText(input, source);
            Start([.. options, "-x", "c", "-std=c11", .. includes.Select(i => "-I" + i), input, "-o", output]);
            return File.ReadAllText(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Start(string[] arguments)
    {
        var info = new ProcessStartInfo("castxml", arguments) { RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(info)!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new GeneratorException($"castxml {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{errors}");
        }
        catch (Win32Exception e)
        {
            throw new GeneratorException($"castxml does not start ({e.Message}). Install it: apt-get install castxml.");
        }
    }
}
