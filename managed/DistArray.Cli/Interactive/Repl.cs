using System.Diagnostics;
using System.Globalization;
using DistArray.Cli.CommandLine;
using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary>Reads lines, runs them on the ranks, and tells what came of it.</summary>
internal sealed class Repl
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);
    private readonly Engines _engines;
    private readonly IReplInput _input;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly FoldingPrinter _printer;
    private bool _hasFailed;
    private bool _isRunning;
    private int _interrupts;

    public Repl(Engines engines, IReplInput input, TextWriter output, TextWriter error)
    {
        _engines = engines;
        _input = input;
        _output = output;
        _error = error;
        _printer = new FoldingPrinter(engines.Size, output, input.IsTerminal ? s_patience : Timeout.InfiniteTimeSpan);
    }

    /// <returns>Exit status.</returns>
    public int Run()
    {
        // Until the process ends: Ctrl-C is never the end of a prompt.
        Console.CancelKeyPress += Interrupt;
        _engines.Printed += _printer.Add;
        try
        {
            if (_input.IsTerminal) _output.WriteLine($"C# on {_engines.Size} {(_engines.Size == 1 ? "rank" : "ranks")}. %help tells more, Ctrl-D ends.");
            while (Next() is { } line)
            {
                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["%quit" or "%exit", ..]) break;
                if (line.Trim().Length > 0) Do(line);
                _output.Flush();
            }
            return _hasFailed && !_input.IsTerminal ? ExitStatus.Finding : ExitStatus.Good;
        }
        finally
        {
            _engines.Printed -= _printer.Add;
        }
    }

    // A whole submission: lines until the compiler says that it is complete, or an empty one says so.
    private string? Next()
    {
        string text = "";
        while (true)
        {
            try
            {
                if (_input.Read(text) is not { } line) return text.Length > 0 ? text : null;
                bool isEnd = line.Length == 0 && text.Length > 0 && _input.IsTerminal;
                text = text.Length == 0 ? line : $"{text}\n{line}";
                if (isEnd || text.StartsWith('%') || Question.NameIn(text) is not null || Engines.IsComplete(text)) return text;
            }
            catch (OperationCanceledException)
            {
                text = "";
            }
        }
    }

    private void Do(string line)
    {
        _interrupts = 0;
        _isRunning = true;
        try
        {
            if (line.StartsWith('%')) Command(line);
            else if (Question.NameIn(line) is { } name) Describe(name);
            else Show(_engines.Execute(line));
        }
        catch (EngineException e)
        {
            _printer.Finish();
            Fail(e.SessionEnded ? e.Message.Replace("Restart()", "%restart") : e.Failure == EngineFailure.Unusable || _engines.Doubt is not null ? e.Message + "\n(%restart starts new ranks, %trust goes on.)" : e.Message);
        }
        catch (Exception e) when (e is UsageException or InvalidOperationException)
        {
            Fail(e.Message);
        }
        finally
        {
            _isRunning = false;
        }
    }

    private void Fail(string message)
    {
        _hasFailed = true;
        _output.Flush();
        _error.WriteLine(message);
    }

    private void Command(string line)
    {
        string[] words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
        string rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case "%rank":
                if (rest.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var number, var alone] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int rank) || rank >= _engines.Size)
                    throw new UsageException($"%rank takes the number of a rank, 0 to {_engines.Size - 1}, and a line: %rank 0 Rank");
                Show(_engines.ExecuteOn(rank, alone));
                break;
            case "%time":
                var clock = Stopwatch.StartNew();
                LineResult result = _engines.Execute(rest);
                TimeSpan whole = clock.Elapsed;
                Show(result);
                _output.WriteLine($"{Span(result.Duration)} on the ranks, {Span(whole)} with the compiler");
                break;
            case "%timeit":
                _output.WriteLine(Timing.Of(_engines, rest));
                break;
            case "%who":
                foreach (Variable variable in _engines.Variables) _output.WriteLine($"{variable.Name,-12} {variable.Type}{Distribution(variable)}");
                break;
            case "%reset":
                _engines.Reset();
                break;
            case "%restart":
                _engines.Restart();
                _output.WriteLine($"{_engines.Size} new ranks");
                break;
            case "%trust":
                _engines.Trust();
                break;
            case "%help":
                _output.WriteLine(ReplHelp.Text);
                break;
            default:
                throw new UsageException($"There is no {words[0]}.{NearestName.Question(words[0], ["%rank", "%time", "%timeit", "%who", "%reset", "%restart", "%trust", "%help", "%quit"])} %help lists all.");
        }
    }

    private void Describe(string name) => _output.WriteLine(_engines.Describe(name, name.Length) ?? throw new UsageException($"Nothing named {name} is known here."));

    private string Distribution(Variable variable)
    {
        if (!variable.Type.StartsWith("DistArray<", StringComparison.Ordinal)) return "";
        return " " + _engines.Evaluate<string>($"{variable.Name} is null ? \"null\" : {variable.Name}.Distribution.ToString()")[0];
    }

    // What was printed has been shown as it came.
    private void Show(LineResult result)
    {
        _printer.Finish();
        string text = (result with { Ranks = [.. result.Ranks.Select(rank => rank with { Output = "" })] }).ToString();
        if (text.Length > 0) _output.WriteLine(text);
    }

    private void Interrupt(object? sender, ConsoleCancelEventArgs e)
    {
        // Between two lines, before the prompt takes Ctrl-C as a key, it comes as a signal.
        e.Cancel = _isRunning || _input.IsTerminal;
        if (!_isRunning) return;
        if (++_interrupts > 1)
        {
            _engines.Kill();
            return;
        }
        _error.WriteLine("(interrupting; Ctrl-C again ends the ranks)");
        _engines.Interrupt();
    }

    internal static string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMicroseconds:F1} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:F1} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:F2} s"),
    };
}
