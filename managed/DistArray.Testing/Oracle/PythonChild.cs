using System.Diagnostics;

namespace DistArray.Testing.Oracle;

/// <summary>A Python process for one expression.</summary>
internal static class PythonChild
{
    private const string Variable = "DISTARRAY_PYTHON";
    private const int NoNumPy = 86;

    private const string Program = """
        import io, sys
        try:
            import numpy as np
        except ImportError:
            sys.exit(86)
        expression, *names = sys.argv[1:]
        source, sink = io.BytesIO(sys.stdin.buffer.read()), io.BytesIO()
        scope = {name: np.lib.format.read_array(source) for name in names}
        try:
            result = np.asarray(eval(expression, {'np': np, **scope}))
        except Exception as e:
            sys.exit(f'{type(e).__name__}: {e}')
        np.lib.format.write_array(sink, np.array(result, dtype=result.dtype.newbyteorder('<'), order='C'), allow_pickle=False)
        sys.stdout.buffer.write(sink.getvalue())
        """;

    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">Python.</param>
    /// <param name="operands">Names, and arrays as .npy files.</param>
    /// <param name="deadline">How long it may take.</param>
    public static PythonAnswer Evaluate(string expression, (string Name, byte[] Npy)[] operands, TimeSpan deadline)
    {
        string? chosen = Environment.GetEnvironmentVariable(Variable);
        string[] candidates = chosen is null ? ["/usr/bin/python3", "python3"] : [chosen];
        foreach (string python in candidates)
            if (Run(python, expression, operands, deadline) is { } answer) return answer;
        return new PythonAnswer($"NumPy is not here (looked in {string.Join(" and ", candidates)}): apt-get install python3-numpy, or name a Python in {Variable}.", null, null);
    }

    // Null where there is no such program, or it has no NumPy.
    private static PythonAnswer? Run(string python, string expression, (string Name, byte[] Npy)[] operands, TimeSpan deadline)
    {
        ProcessStartInfo start = new(python, ["-B", "-c", Program, expression, .. operands.Select(operand => operand.Name)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing in it takes itself for a rank.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OMPI_", StringComparison.Ordinal) || name.StartsWith("PM", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        using (process)
        {
            using MemoryStream output = new();
            Task read = process.StandardOutput.BaseStream.CopyToAsync(output);
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task written = WriteAsync(process, operands);
            if (!process.WaitForExit(deadline))
            {
                process.Kill();
                return new PythonAnswer(null, $"it took longer than {deadline.TotalSeconds:0} s.", null);
            }
            Task.WaitAll(read, written);
            return process.ExitCode switch
            {
                0 => new PythonAnswer(null, null, output.ToArray()),
                NoNumPy => null,
                _ => new PythonAnswer(null, errors.Result.Trim(), null),
            };
        }
    }

    private static async Task WriteAsync(Process process, (string Name, byte[] Npy)[] operands)
    {
        try
        {
            foreach (var (_, npy) in operands) await process.StandardInput.BaseStream.WriteAsync(npy).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; its status says why.
        }
    }
}
