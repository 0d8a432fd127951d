using System.Diagnostics;

namespace DistArray.Cli.Tests.Tools;

/// <summary>A temporary folder in which the tool is run.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("distarray-tool");

    /// <summary>Full path of a file in it.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Names of all that is in it.</summary>
    public string[] Names => [.. _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>Runs the tool in this process. A part that begins with @ is a file of the folder.</summary>
    public (int Status, string Output, string Error) Run(params string[] line)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int status = Tool.Run([.. line.Select(part => part.Replace("@", _folder.FullName + Path.DirectorySeparatorChar))], output, error);
        return (status, $"{output}".Replace(_folder.FullName + Path.DirectorySeparatorChar, "@"), $"{error}".Replace(_folder.FullName + Path.DirectorySeparatorChar, "@"));
    }

    /// <summary>Runs the tool, which must end well.</summary>
    public string Good(params string[] line)
    {
        (int status, string output, string error) = Run(line);
        Assert.That((status, error), Is.EqualTo((0, "")), string.Join(' ', line));
        return output;
    }

    /// <summary>Runs Python with NumPy and h5py in the folder; what it asserts must hold.</summary>
    public string Python(string script)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", $"import struct, numpy as np, h5py\n{script}"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output.Trim();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
