using System.Diagnostics;

namespace DistArray.Core.Tests.Kernels;

/// <summary>Elements and NumPy's name of their type.</summary>
internal sealed record NumPyValue(string Dtype, byte[] Bytes);

/// <summary>A Python with NumPy that evaluates expressions of x, y and z as long as it lives; Debian's.</summary>
internal sealed class NumPyServer : IDisposable
{
    private const string Program = """
        import sys, warnings, numpy as np
        warnings.simplefilter('ignore')
        np.seterr(all='ignore')
        np._set_promotion_state('weak')
        source, sink = sys.stdin.buffer, sys.stdout.buffer
        while line := source.readline().decode().rstrip('\n'):
            expression, *operands = line.split('\t')
            names = {'np': np}
            for name, operand in zip('xyz', operands):
                dtype, size = operand.split(':')
                names[name] = np.frombuffer(source.read(int(size)), dtype=dtype)
            try:
                result = np.ascontiguousarray(eval(expression, names))
                header, content = f'{result.dtype}|{result.nbytes}', result.tobytes()
            except Exception as e:
                header, content = f'{type(e).__name__}|0', b''
            sink.write(header.encode() + b'\n' + content)
            sink.flush()
        """;

    private readonly Process _process;

    public NumPyServer()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
    }

    /// <summary>The value of an expression; where Python raised, the type is the exception's name.</summary>
    public NumPyValue Evaluate(string expression, params NumPyValue[] operands)
    {
        Stream input = _process.StandardInput.BaseStream, output = _process.StandardOutput.BaseStream;
        input.Write(System.Text.Encoding.UTF8.GetBytes($"{expression}\t{string.Join('\t', operands.Select(operand => $"{operand.Dtype}:{operand.Bytes.Length}"))}\n"));
        foreach (NumPyValue operand in operands) input.Write(operand.Bytes);
        input.Flush();
        var header = new System.Text.StringBuilder();
        for (int c = output.ReadByte(); c != '\n'; c = output.ReadByte())
            header.Append(c >= 0 ? (char)c : throw new EndOfStreamException($"NumPy ended at {expression}."));
        string[] parts = header.ToString().Split('|');
        var bytes = new byte[int.Parse(parts[1])];
        output.ReadExactly(bytes);
        return new NumPyValue(parts[0], bytes);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000)) _process.Kill();
        _process.Dispose();
    }
}
