using System.Diagnostics;

namespace DistArray.Wrap.Tests.Tool;

/// <summary>Runs compiler and tool in a temporary folder.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public string Folder { get; } = Directory.CreateTempSubdirectory("distarray-wrap-test-").FullName;

    private static string ToolFile { get; } = Path.GetFullPath(Path.Combine(WrappedCore.Folder, "../../../bin/DistArray.Cli/release/distarray.dll"));

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Has gfortran write the module files of a source.</summary>
    public void Compile(string source, params string[] options)
    {
        File.WriteAllText(PathOf("source.f90"), source);
        (int status, string output, string error) = Run("gfortran", [.. options, "-c", "source.f90", "-o", "source.o"]);
        Assert.That(status, Is.Zero, output + error);
    }

    public (int Status, string Output, string Error) Wrap(params string[] arguments) => Run("dotnet", [ToolFile, "wrap", .. arguments]);

    public (int Status, string Output, string Error) Tool(params string[] arguments) => Run("dotnet", [ToolFile, .. arguments]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private (int Status, string Output, string Error) Run(string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} does not end.");
        }
        return (process.ExitCode, output.Result, error.Result);
    }
}
