using System.Diagnostics;

namespace Turbulence.Tests.Running;

/// <summary>The system's Python, with NumPy and h5py.</summary>
internal static class Python
{
    /// <summary>Runs a script, which must succeed.</summary>
    public static void Run(string script)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error);
    }
}
