using System.Diagnostics;

namespace DistArray.Core.Tests.Printing;

/// <summary>Runs Debian's Python, which has NumPy.</summary>
internal static class NumPy
{
    public static string[] Array2String(IEnumerable<(string Dtype, string Values, string Shape, int Precision, int Threshold)> arrays)
    {
        const string Program = """
            import sys, numpy as np
            from numpy import nan, inf
            out = []
            for line in sys.stdin.read().splitlines():
                dtype, values, shape, precision, threshold = line.split('|')
                with np.errstate(all='ignore'):
                    a = np.array(eval(values), dtype=dtype).reshape(eval(shape))
                out.append(np.array2string(a, precision=int(precision), threshold=int(threshold)))
            sys.stdout.write('\x1e'.join(out))
            """;
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Program);
        using Process process = Process.Start(start)!;
        foreach (var (dtype, values, shape, precision, threshold) in arrays) process.StandardInput.WriteLine($"{dtype}|{values}|{shape}|{precision}|{threshold}");
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(30_000), Is.True, "NumPy did not end");
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output.Split('\x1e');
    }
}
