using System.Diagnostics;

namespace DistArray.Cli.Informing;

/// <summary>Runs other programs for what they tell, with a deadline.</summary>
internal static class OtherProgram
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    /// <summary>Where a program lies, as the shell would find it; null where it is not there.</summary>
    public static string? Find(string name) => name.Contains('/', StringComparison.Ordinal)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>What a program prints; null where it is not there, fails, or does not end.</summary>
    public static string? Output(string program, params IEnumerable<string> arguments) => Run(program, arguments) is (0, var text) ? text : null;

    /// <summary>Its exit status and all that it prints; null where it does not start or does not end.</summary>
    public static (int Status, string Text)? Run(string program, params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            // h5py and others start MPI where they believe to be a rank.
            foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OMPI_", StringComparison.Ordinal) || name.StartsWith("PMI", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(s_deadline)) return (process.ExitCode, (output.Result + error.Result).Trim());
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
