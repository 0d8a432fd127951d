using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.Mpi;

/// <summary>Reads the managed stacks of processes of this node with a program beside this assembly, since no process can read its own from outside.</summary>
internal static class StackReader
{
    private const string Folder = "stacks", Program = "DistArray.Stacks.dll";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The stacks by process id, a line a frame.</summary>
    /// <param name="processes">Process ids.</param>
    /// <param name="problem">Why there are none, or null.</param>
    public static Dictionary<int, string> Read(IReadOnlyCollection<int> processes, out string? problem)
    {
        problem = null;
        string[] places = [Path.Combine(AppContext.BaseDirectory, Folder, Program), Path.Combine(Path.GetDirectoryName(typeof(StackReader).Assembly.Location) ?? "", Folder, Program)];
        if (Array.Find(places, File.Exists) is not { } program)
        {
            problem = $"there is no {string.Join(" and no ", places.Distinct())}.";
            return [];
        }
        var start = new ProcessStartInfo(Host()) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(program);
        start.ArgumentList.Add(((int)Deadline.TotalSeconds - 2).ToString());
        foreach (int process in processes) start.ArgumentList.Add(process.ToString());
        try
        {
            return Run(start, ref problem);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            problem = e.Message;
            return [];
        }
    }

    private static Dictionary<int, string> Run(ProcessStartInfo start, ref string? problem)
    {
        using Process reader = Process.Start(start)!;
        var lines = new List<string>();
        var error = new StringBuilder();
        reader.OutputDataReceived += (_, e) =>
        {
            lock (lines)
                if (e.Data is not null) lines.Add(e.Data);
        };
        reader.ErrorDataReceived += (_, e) =>
        {
            lock (error)
                if (e.Data is not null) error.AppendLine(e.Data);
        };
        reader.BeginOutputReadLine();
        reader.BeginErrorReadLine();
        if (reader.WaitForExit(Deadline)) reader.WaitForExit(1000);
        else reader.Kill();
        lock (lines)
        {
            lock (error)
                if (lines.Count == 0) problem = error.Length > 0 ? error.ToString().Trim() : $"{start.FileName} gave none within {Deadline.TotalSeconds:0} s.";
            return Cut(lines);
        }
    }

    // "process N", then the lines of its stacks.
    private static Dictionary<int, string> Cut(List<string> lines)
    {
        var stacks = new Dictionary<int, string>();
        int process = 0;
        foreach (string line in lines)
        {
            if (line.StartsWith("process ", StringComparison.Ordinal) && int.TryParse(line.AsSpan(8), out process)) stacks[process] = "";
            else if (process != 0) stacks[process] += $"    {line}\n";
        }
        return stacks;
    }

    // dotnet of the runtime that this program runs on.
    private static string Host()
    {
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }
}
