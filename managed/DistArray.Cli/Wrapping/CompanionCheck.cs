using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DistArray.Cli.Wrapping;

/// <summary>Has the compiler check a companion.</summary>
internal sealed partial class CompanionCheck(WrapOptions options)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>What the compiler refuses: line and text. The line is 0 where it tells none, such as where the compiler itself fails.</summary>
    /// <exception cref="UsageException">The compiler does not run.</exception>
    public IReadOnlyList<(int Line, string Message)> Run(string text)
    {
        string folder = Directory.CreateTempSubdirectory("distarray-wrap-").FullName;
        try
        {
            string file = Path.Combine(folder, "companion.f90");
            File.WriteAllText(file, text);
            string output = Compile(folder, file, out int status);
            if (status == 0) return [];
            (int Line, string Message)[] errors = [.. Errors(output)];
            if (errors.FirstOrDefault(error => error.Message.Contains("is not a GNU Fortran module file", StringComparison.Ordinal)).Message is { } other)
                throw new UsageException($"wrap: {other}. The check needs the compiler that wrote the .mod files, such as --compiler flang-new; --no-check leaves it to the build.");
            if (errors.Length > 0) return errors;
            string failure = output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("internal compiler error", StringComparison.Ordinal)) ?? output.Trim();
            return [(0, $"{options.Compiler} ends with status {status} and tells no line: {failure}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Compile(string folder, string file, out int status)
    {
        string[] command = options.Compiler.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(command[0]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        start.Environment["LC_ALL"] = "C";
        foreach (string argument in command.Skip(1)) start.ArgumentList.Add(argument);
        foreach (string argument in new[] { "-fsyntax-only", "-fmax-errors=0", "-J", folder, "-w" }) start.ArgumentList.Add(argument);
        foreach (string include in options.Modules.Select(module => Path.GetDirectoryName(Path.GetFullPath(module))!).Concat(options.ModuleFolders.Select(Path.GetFullPath)).Distinct())
            start.ArgumentList.Add($"-I{include}");
        start.ArgumentList.Add(file);
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill(entireProcessTree: true);
                throw new UsageException($"wrap: {options.Compiler} does not end within {s_limit.TotalMinutes} minutes on a companion.");
            }
            status = process.ExitCode;
            return error.Result + output.Result;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new UsageException($"wrap: the compiler {command[0]} does not start: {e.Message}. Name the core's compiler with --compiler, or leave the check to the build with --no-check.");
        }
    }

    // file:line:column: on a line of its own, and after some lines of source the error.
    private static IEnumerable<(int, string)> Errors(string output)
    {
        int line = 0;
        foreach (string text in output.Split('\n'))
        {
            if (Place().Match(text) is { Success: true } place) line = int.Parse(place.Groups[1].Value);
            else if (text.StartsWith("Error:", StringComparison.Ordinal) || text.StartsWith("Fatal Error:", StringComparison.Ordinal)) yield return (line, text.Trim());
        }
    }

    [GeneratedRegex(@"companion\.f90:(\d+):\d+:")]
    private static partial Regex Place();
}
