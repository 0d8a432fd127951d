using System.Diagnostics;
using System.Text.Json;

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
        // Nothing in it takes itself for a rank.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OMPI_", StringComparison.Ordinal) || name.StartsWith("PM", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Makes programs; each depends on the seed and its number alone.</summary>
    public Case[] Generate(int seed, int start, int count, int? ranks) => Array.ConvertAll(GenerateText(seed, start, count, ranks), Case.Parse);

    /// <summary>Makes programs, as the answers in which they come.</summary>
    public string[] GenerateText(int seed, int start, int count, int? ranks)
    {
        string wanted = ranks is null ? "" : $", \"ranks\": {ranks}";
        Send($$"""{"seed": {{seed}}, "start": {{start}}, "count": {{count}}{{wanted}}}""");
        return [.. Enumerable.Range(start, count).Select(_ => Receive())];
    }

    /// <summary>What a program gives.</summary>
    public Case Evaluate(string line)
    {
        Send(JsonSerializer.Serialize(new { line }));
        return Case.Parse(Receive());
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

    private string Receive() => _process.StandardOutput.ReadLine() ?? throw Ended();

    private InvalidOperationException Ended() => new($"NumPy has ended: {_errors.Result}");
}
