using System.Diagnostics;
using System.Globalization;

namespace DistArray.Core.Tests.Shape;

/// <summary>What NumPy made of a program: arrays, or the exception's type.</summary>
internal sealed record NumPyAnswer(string? Error, (long[] Shape, double[] Values)[] Arrays);

/// <summary>Runs programs in Debian's Python, which has NumPy; many in one process.</summary>
internal static class NumPyOracle
{
    private const string Program = """
        import sys, numpy as np
        out = []
        for text in sys.stdin.read().split('\x1e'):
            scope = {'np': np}
            try:
                exec(text, scope)
                r = scope['r']
                r = r if isinstance(r, (list, tuple)) else [r]
                lines = []
                for a in r:
                    a = np.asarray(a)
                    lines.append(','.join(map(str, a.shape)) + '|' + ','.join(repr(float(x)) for x in a.ravel()))
                out.append(';'.join(lines))
            except Exception as e:
                out.append('!' + type(e).__name__ + ': ' + str(e).replace('\n', ' '))
        sys.stdout.write('\n'.join(out))
        """;

    /// <summary>Runs programs that leave an array, or a list of arrays, in r.</summary>
    public static NumPyAnswer[] Run(IReadOnlyList<string> programs)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-W");
        start.ArgumentList.Add("ignore");
        start.ArgumentList.Add("-W"); // what NumPy will refuse
        start.ArgumentList.Add("error::DeprecationWarning");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Program);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(string.Join('\x1e', programs));
        process.StandardInput.Close();
        Assert.That(process.WaitForExit(120_000), Is.True, "NumPy did not end");
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        string[] lines = output.Result.Split('\n');
        Assert.That(lines, Has.Length.EqualTo(programs.Count));
        return Array.ConvertAll(lines, Parse);
    }

    private static NumPyAnswer Parse(string line)
    {
        if (line.StartsWith('!')) return new NumPyAnswer(line[1..], []);
        if (line.Length == 0) return new NumPyAnswer(null, []);
        return new NumPyAnswer(null, Array.ConvertAll(line.Split(';'), array =>
        {
            string[] parts = array.Split('|');
            return (Numbers(parts[0], text => long.Parse(text, CultureInfo.InvariantCulture)), Numbers(parts[1], Number));
        }));
    }

    private static double Number(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static T[] Numbers<T>(string text, Func<string, T> parse) => text.Length == 0 ? [] : [.. text.Split(',').Select(parse)];
}
