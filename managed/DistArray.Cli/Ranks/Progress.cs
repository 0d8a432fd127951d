using System.Globalization;
using Spectre.Console;

namespace DistArray.Cli.Ranks;

/// <summary>Shows how far a long work is: a line on a terminal, nothing elsewhere.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private readonly Action<double, string>? _show;
    private DateTime _last;
    private bool _isShown;

    private Progress(Action<double, string>? show) => _show = show;

    /// <summary>Shows nothing.</summary>
    public static Progress Nowhere { get; } = new(null);

    /// <summary>That of this process: told to the tool by a rank that it has started, shown on a terminal otherwise.</summary>
    public static Progress Of(TextWriter output) => RankProcess.IsOurs
        ? new(Tell(output))
        : Terminal();

    /// <summary>Shown where standard error is a terminal.</summary>
    public static Progress Terminal() => Console.IsErrorRedirected ? Nowhere : new(Draw);

    /// <summary>Tells how far it is.</summary>
    /// <param name="fraction">From 0 to 1.</param>
    /// <param name="what">What is being done.</param>
    public void Report(double fraction, string what)
    {
        if (_show is null || _isShown && fraction < 1 && DateTime.UtcNow - _last < s_pause) return;
        _last = DateTime.UtcNow;
        _isShown = true;
        _show(fraction, what);
    }

    /// <summary>Reads what <see cref="Of"/> has told.</summary>
    public void Forward(string line)
    {
        if (line.Split(' ', 3) is ["progress", var fraction, var what]) Report(double.Parse(fraction, CultureInfo.InvariantCulture), what);
    }

    public void Dispose()
    {
        if (_isShown && !RankProcess.IsOurs) Console.Error.Write("\r\e[2K");
    }

    private static Action<double, string> Tell(TextWriter output) => (fraction, what) =>
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{RankProcess.Mark}progress {fraction:F4} {what}"));
        output.Flush();
    };

    private static void Draw(double fraction, string what)
    {
        const int width = 30;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        int done = (int)(Math.Clamp(fraction, 0, 1) * width);
        string room = Markup.Escape(what.Length + width + 10 > console.Profile.Width ? what[..Math.Max(0, console.Profile.Width - width - 10)] : what);
        Console.Error.Write("\r\e[2K");
        console.Markup($"[green]{new string('━', done)}[/][grey]{new string('━', width - done)}[/] {fraction * 100,3:F0} % {room}");
    }
}
