using System.Diagnostics;
using Turbulence.Tests.Running;

namespace Turbulence.Tests.Demonstration;

public class DemoTests
{
    [Test, Category("Long")]
    public void Demo_OnASmallGrid_EndsWithItsTable()
    {
        using var folder = new TemporaryFolder();
        string program = Path.Combine(AppContext.BaseDirectory, "Demo.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "--output", folder.Path, "--n", "32", "--until", "5"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        Assert.That(output, Does.Contain($"bitwise comparison          {16 * 32 * 17 * 2:N0} bytes compared, 0 differ"));
        Assert.That(output, Does.Contain("bytes copied at the border  0 "));
        Assert.That(output, Does.Contain("∇²φ = Ω by Trilinos").And.Contain("from the core's own φ"));
        Assert.That(output, Does.Contain("cost wrapped : plain, wall").And.Contain("energy budget residual").And.Contain("density.png"));
    }
}
