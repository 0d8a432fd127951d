using System.Diagnostics;
using Spectre.Console;

namespace Turbulence;

/// <summary>Tells how far the run is: a line that is updated on a terminal, a line every few seconds elsewhere.</summary>
public sealed class Progress
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);
    private readonly Action<double, string> _show;

    private Progress(Action<double, string> show) => _show = show;

    /// <summary>Shows where the run is.</summary>
    /// <param name="fraction">How much is done, 0 to 1.</param>
    /// <param name="text">Step, time, energy.</param>
    public void Report(double fraction, string text) => _show(fraction, text);

    /// <summary>Runs a body that reports.</summary>
    /// <param name="isSilent">Whether this rank shows nothing.</param>
    /// <param name="body">The work.</param>
    public static void Run(bool isSilent, Action<Progress> body)
    {
        if (isSilent) body(new Progress(static (_, _) => { }));
        else if (IsTerminal()) RunOnTerminal(body);
        else body(Lines());
    }

    // Under a launcher a rank may see a pseudo-terminal that nobody looks at: TERM=dumb says so.
    private static bool IsTerminal() =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static void RunOnTerminal(Action<Progress> body) =>
        AnsiConsole.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("", maxValue: 1);
                body(new Progress((fraction, text) =>
                {
                    task.Value = fraction;
                    task.Description = Markup.Escape(text);
                }));
            });

    private static Progress Lines()
    {
        var sinceStart = Stopwatch.StartNew();
        TimeSpan next = s_interval;
        return new Progress((fraction, text) =>
        {
            if (sinceStart.Elapsed < next && fraction < 1) return;
            next = sinceStart.Elapsed + s_interval;
            Console.WriteLine($"{100 * fraction,5:0.0} %  {text}");
        });
    }
}
