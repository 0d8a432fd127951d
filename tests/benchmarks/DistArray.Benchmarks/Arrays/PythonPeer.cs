using System.Diagnostics;

namespace DistArray.Benchmarks.Arrays;

/// <summary>NumPy and numexpr in a process of their own, which does a work when asked (tests/benchmarks/peers/python/elementwise.py).</summary>
internal sealed class PythonPeer : IDisposable
{
    /// <summary>Debian's, which has the packages.</summary>
    public const string Interpreter = "/usr/bin/python3";

    private readonly Process _process = Process.Start(new ProcessStartInfo(Interpreter, [Artifacts.Path("peers", "elementwise.py")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Both peers of a work.</summary>
    public IReadOnlyList<Rival> Rivals(string work, long size) =>
    [
        new("NumPy with out", 1, calls => Seconds("numpy", work, size, calls)),
        new("numexpr", 1, calls => Seconds("numexpr", work, size, calls)),
    ];

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Seconds(string peer, string work, long size, int calls)
    {
        _process.StandardInput.WriteLine($"{peer} {work} {size} {calls}");
        return Jobs.Number(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{peer} cannot do {work}."));
    }
}
