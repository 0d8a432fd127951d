using System.Diagnostics;
using System.Text;

namespace DistArray.Interactive.Tests;

/// <summary>The tool as a process of its own.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private int _seen;

    private Tool(Process process) => _process = process;

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "distarray.dll");

    /// <summary>Runs it to its end.</summary>
    public static (int Status, string Output, string Error) Run(string input, params string[] arguments) => Run(Start("dotnet", [Path, .. arguments]), input);

    /// <summary>Runs it to its end with a variable of its environment.</summary>
    public static (int Status, string Output, string Error) RunWith(string variable, string value, params string[] arguments)
    {
        ProcessStartInfo start = Start("dotnet", [Path, .. arguments]);
        start.Environment[variable] = value;
        return Run(start, "");
    }

    /// <summary>Starts it on a terminal.</summary>
    /// <param name="state">Folder of its state and its temporary files.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Tool OnTerminal(string state, params string[] arguments)
    {
        // A shell without job control has its background programs ignore Ctrl-C; one that stays between dies of it, and the status is its own.
        ProcessStartInfo start = Start("script", ["-qefc", $"exec env --default-signal=INT dotnet {Path} {string.Join(' ', arguments)}", "/dev/null"]);
        start.Environment["XDG_STATE_HOME"] = state;
        start.Environment["TERM"] = "xterm";
        start.Environment["TMPDIR"] = state;
        var tool = new Tool(Process.Start(start)!);
        new Thread(tool.Read) { IsBackground = true }.Start();
        return tool;
    }

    /// <summary>All that the terminal has shown.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Types keys.</summary>
    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until the terminal shows a text, after what was awaited before.</summary>
    public void Await(string text)
    {
        if (!Shows(text, Deadline)) Assert.Fail($"The terminal does not show '{text}' but:\n{Said[_seen..]}");
    }

    /// <summary>Whether the terminal shows a text within a time, after what was awaited before.</summary>
    public bool Shows(string text, TimeSpan limit)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < limit; Thread.Sleep(20))
        {
            bool hasEnded = _process.HasExited;
            int at = Said.IndexOf(text, _seen, StringComparison.Ordinal);
            if (at >= 0)
            {
                _seen = at + text.Length;
                return true;
            }
            if (hasEnded) Assert.Fail($"The tool has ended with status {_process.ExitCode}, and does not show '{text}' but:\n{Said[_seen..]}");
        }
        return false;
    }

    /// <summary>Kills a tool on a terminal, and neither its launcher nor its ranks.</summary>
    /// <param name="state">The folder it was started with.</param>
    public static void KillAlone(string state)
    {
        int[] tools = [.. Process.GetProcessesByName("dotnet").Where(process => Read(process, "cmdline").Contains("distarray.dll\0repl", StringComparison.Ordinal)
            && Read(process, "environ").Contains($"TMPDIR={state}\0", StringComparison.Ordinal)).Select(process => process.Id)];
        Assert.That(tools, Has.Length.EqualTo(1));
        Process.GetProcessById(tools[0]).Kill();
    }

    /// <summary>Waits for its end.</summary>
    public int AwaitEnd()
    {
        Assert.That(_process.WaitForExit(Deadline), "distarray did not end.");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static (int Status, string Output, string Error) Run(ProcessStartInfo start, string input)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Deadline))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("distarray did not end.");
        }
        return (process.ExitCode, output.Result, error.Result);
    }

    private static string Read(Process process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        return start;
    }

    private void Read()
    {
        var buffer = new char[4096];
        for (int count; (count = _process.StandardOutput.Read(buffer)) > 0;) Note(new string(buffer, 0, count));
    }

    private void Note(string text)
    {
        lock (_said) _said.Append(text);
    }
}
