using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

/// <summary>NumPy and numexpr in a process of their own, which does a work when asked (tests/benchmarks/peers/python/elementwise.py).</summary>
internal sealed class PythonPeer : IDisposable
{
    /// <summary>Debian's, which has the packages.</summary>
    public const string Interpreter = "/usr/bin/python3";

    private Process? _process;

    /// <summary>Both peers of a work.</summary>
    public IReadOnlyList<Rival> Rivals(string work, long size, double? limit, double[] expected) =>
        [Rival("NumPy with out", "numpy", work, size, limit, expected), Rival("numexpr", "numexpr", work, size, limit, expected)];

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (_process is not { } process) return;
        _process = null;
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended with a question before it.
        }
        process.WaitForExit();
        process.Dispose();
    }

    private Rival Rival(string name, string peer, string work, long size, double? limit, double[] expected) => new(name, limit,
        calls => Seconds(Ask($"time {peer} {work} {size} {calls}")),
        () =>
        {
            try
            {
                return Agreement.Problem(expected, Ask($"show {peer} {work} {size} 1"));
            }
            catch (Exception e) when (e is IOException or System.ComponentModel.Win32Exception)
            {
                Dispose(); // the next work begins anew
                return $"{Interpreter} cannot do {work} with {name}: {e.Message}";
            }
        });

    private Stream Ask(string question)
    {
        _process ??= Process.Start(new ProcessStartInfo(Interpreter, [Artifacts.Path("peers", "elementwise.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        return _process.StandardOutput.BaseStream;
    }

    private static double Seconds(Stream answer)
    {
        Span<double> seconds = stackalloc double[1];
        answer.ReadExactly(MemoryMarshal.AsBytes(seconds));
        return seconds[0];
    }
}
