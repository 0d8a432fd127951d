using System.Globalization;

namespace DistArray.Cli.Plotting;

/// <summary>What was drawn, for the caption and for <c>--json</c>.</summary>
internal sealed record PlotReport
{
    public required string Output { get; init; }

    public required PlotKind Kind { get; init; }

    public required string File { get; init; }

    /// <summary>Names of the arrays or columns.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Type and shape of the arrays, as the file has them.</summary>
    public string? Type { get; init; }

    public IReadOnlyList<long>? Shape { get; init; }

    /// <summary>The axis across a slice or along a profile.</summary>
    public string? Axis { get; init; }

    /// <summary>The index of a slice on it.</summary>
    public long? Index { get; init; }

    /// <summary>Every how many-th point was read.</summary>
    public long? Step { get; init; }

    /// <summary>The least value that is shown.</summary>
    public double? Least { get; init; }

    /// <summary>The largest value that is shown.</summary>
    public double? Most { get; init; }

    /// <summary>How many values are NaN or infinite, or not positive on a logarithmic scale.</summary>
    public long? Gaps { get; init; }

    public IReadOnlyList<SpectrumReport>? Spectra { get; init; }

    /// <summary>What was drawn, in a line.</summary>
    public override string ToString() => $"{Output}: {Kind.ToString().ToLowerInvariant()} of {string.Join(", ", Names)}{(Shape is null ? "" : $" {Type} ({string.Join(", ", Shape)})")}";

    /// <summary>A number in a caption.</summary>
    public static string Number(double value) => value.ToString("g4", CultureInfo.InvariantCulture);

    /// <summary>"every 2nd", "every 3rd", "every 4th".</summary>
    public static string Every(long step) => $"every {step}{(step % 100 is >= 11 and <= 13 ? "th" : (step % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}";
}
