using System.Diagnostics;

namespace DistArray.Packaging.Tests;

/// <summary>Runs commands as a user's shell would: none of the build's own variables; what .NET keeps for a user (unpacked packages, templates, tools) in a home of its own.</summary>
internal static class Command
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command, which must succeed.</summary>
    /// <param name="folder">Where it starts.</param>
    /// <param name="home">.NET's home, or null for the user's.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string folder, string? home, string file, params IEnumerable<string> arguments)
    {
        (int code, string output) = Try(folder, home, file, arguments);
        Assert.That(code, Is.Zero, $"{file} {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code, and what it printed.</returns>
    public static (int Code, string Output) Try(string folder, string? home, string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string name in start.Environment.Keys.Where(IsOfThisRun).ToArray()) start.Environment.Remove(name);
        // Servers that outlive the command would hold its output open, and folders that are removed.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["NuGetAudit"] = "false";
        start.Environment["DOTNET_NOLOGO"] = start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = start.Environment["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "false";
        if (home is not null)
        {
            start.Environment["DOTNET_CLI_HOME"] = home;
            start.Environment["NUGET_PACKAGES"] = Path.Combine(home, "packages");
        }
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_deadline))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{file} {string.Join(' ', arguments)} did not end within {s_deadline.TotalMinutes} minutes.");
        }
        return (process.ExitCode, output.Result + error.Result);
    }

    // What `dotnet test` and MSBuild leave to their children.
    private static bool IsOfThisRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal) || name is "DISTARRAY_NATIVE" or "Configuration";
}
