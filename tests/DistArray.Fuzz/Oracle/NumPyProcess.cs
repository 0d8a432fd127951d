using System.Diagnostics;
using System.Text.Json;
using DistArray.Fuzz.Elements;

namespace DistArray.Fuzz.Oracle;

/// <summary>NumPy in a Python process of its own, which makes programs and says what they give.</summary>
internal sealed class NumPyProcess : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly Task<string> _errors;

    public NumPyProcess()
    {
        if (!File.Exists(Python)) throw new FileNotFoundException($"{Python} with NumPy is needed: apt-get install python3-numpy.");
        string script = Path.Combine(AppContext.BaseDirectory, "Oracle", "python", "oracle.py");
        var start = new ProcessStartInfo(Python, ["-B", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Makes programs; each depends on the seed and its number alone.</summary>
    public Case[] Generate(int seed, int start, int count, int? ranks)
    {
        string wanted = ranks is null ? "" : $", \"ranks\": {ranks}";
        Send($$"""{"seed": {{seed}}, "start": {{start}}, "count": {{count}}{{wanted}}}""");
        return [.. Enumerable.Range(start, count).Select(_ => Receive())];
    }

    /// <summary>What a program gives.</summary>
    public Case Evaluate(string line)
    {
        Send(JsonSerializer.Serialize(new { line }));
        return Receive();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
    }

    private void Send(string request)
    {
        try
        {
            _process.StandardInput.WriteLine(request);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Ended();
        }
    }

    private Case Receive()
    {
        string answer = _process.StandardOutput.ReadLine() ?? throw Ended();
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement root = document.RootElement;
        return new Case(root.GetProperty("line").GetString()!, root.GetProperty("error").GetString(), [.. root.GetProperty("variables").EnumerateArray().Select(Variable)]);
    }

    private InvalidOperationException Ended() => new($"NumPy has ended: {_errors.Result}");

    private static Expected Variable(JsonElement one)
    {
        double[]? tolerance = one.TryGetProperty("tolerance", out JsonElement text) ? System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(text.GetBytesFromBase64()).ToArray() : null;
        long[] shape = [.. one.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())];
        return new Expected(one.GetProperty("name").GetString()!, one.GetProperty("dtype").GetString()!, shape, one.GetProperty("data").GetBytesFromBase64(), tolerance);
    }
}
