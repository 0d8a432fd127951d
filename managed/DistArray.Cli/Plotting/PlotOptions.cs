using System.Globalization;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Pictures;

namespace DistArray.Cli.Plotting;

/// <summary>What the command line of <c>distarray plot</c> says.</summary>
internal sealed class PlotOptions
{
    private static readonly Operand s_file = new("FILE", "name the file to plot");
    private static readonly Operand s_names = new("DATASET", "name the array, or the column", IsOptional: true, IsRepeated: true, IsFile: false);
    private static readonly TextOption s_output = new("-o", "FILE", "where the picture goes, a .png (default: FILE-DATASET.png in the current folder)");
    private static readonly ChoiceOption s_kind = new("--kind", "KIND", "map, slice, profile, spectrum or series\n(default: of 1 axis profile, of 2 map, of 3 slice; of a table series)",
        null, [.. Enum.GetNames<PlotKind>().Select(name => name.ToLowerInvariant())]);
    private static readonly TextOption s_axis = new("--axis", "AXIS", "across a slice (default: z), along a profile (default: x): x, y, z, or a number of the file's shape");
    private static readonly ValueOption<long?> s_index = new("--index", "I", "which slice; negative from the end (default: the middle one)", null,
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw new FormatException("it takes a whole number"));
    private static readonly ValueOption<double?> s_at = new("--at", "FRACTION", "which slice, from 0 (the first) to 1 (the last)", null,
        text => Number(text) is { } value and >= 0 and <= 1 ? value : throw new FormatException("it takes a number from 0 to 1"));
    private static readonly ValueOption<long?> s_record = new("--record", "I", "which record of a series of fields; negative from the end (default: the last)", null,
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw new FormatException("it takes a whole number"));
    private static readonly Flag s_transpose = new("--transpose", "exchange horizontal and vertical");
    private static readonly ChoiceOption s_colormap = new("--colormap", "NAME", $"{string.Join(", ", ColorScale.Names)}\n(default: viridis; coolwarm, with limits about zero, where values have both signs)", null, ColorScale.Names);
    private static readonly ValueOption<(double Low, double High)?> s_limits = new("--limits", "LOW,HIGH", "of the colours, or of the vertical axis (default: all values)", null, Limits);
    private static readonly Flag s_log = new("--log", "a logarithmic scale of values; those that are not positive are gaps");
    private static readonly ListOption s_slope = new("--slope", "EXPONENT", "a power law to compare a spectrum with, such as -5/3; repeatable");
    private static readonly ValueOption<(int Width, int Height)?> s_size = new("--size", "WxH", "of the picture, in pixels", null, Size);

    private static readonly Dictionary<Option, PlotKind[]> s_belongs = new()
    {
        [s_axis] = [PlotKind.Slice, PlotKind.Profile],
        [s_index] = [PlotKind.Slice],
        [s_at] = [PlotKind.Slice],
        [s_transpose] = [PlotKind.Map, PlotKind.Slice],
        [s_colormap] = [PlotKind.Map, PlotKind.Slice],
        [s_limits] = [PlotKind.Map, PlotKind.Slice, PlotKind.Profile, PlotKind.Series],
        [s_log] = [PlotKind.Map, PlotKind.Slice, PlotKind.Profile, PlotKind.Series],
        [s_slope] = [PlotKind.Spectrum],
    };

    private readonly Given _given;

    /// <exception cref="UsageException">Values do not go together.</exception>
    public PlotOptions(Given given)
    {
        _given = given;
        File = given.Text(s_file);
        Names = given.All(s_names);
        string picture = string.Join("-", [Path.GetFileNameWithoutExtension(File), .. Names.Select(name => name.Trim('/').Replace('/', '-'))]);
        Output = given.Value(s_output) ?? $"{picture}.png";
        if (!Output.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"plot: -o {Output}: pictures are PNG files. Give a name that ends with .png.");
        Kind = given.Value(s_kind) is { } kind ? Enum.Parse<PlotKind>(kind, ignoreCase: true) : null;
        Slopes = [.. given.Values(s_slope).SelectMany(text => text.Split(',')).Select(text => (text, Ratio(text) ?? throw new UsageException($"plot: --slope {text}: it takes numbers, such as -5/3.")))];
        ValueLimits = given.Value(s_limits);
        if (given.Has(s_index) && given.Has(s_at)) throw new UsageException("plot: --index and --at both say which slice. Give one of them.");
        if (given.Has(s_log) && ValueLimits is { Low: <= 0 }) throw new UsageException("plot: a logarithmic scale has no --limits at or below 0.");
    }

    public static IReadOnlyList<Operand> Operands { get; } = [s_file, s_names];

    public static IReadOnlyList<Option> Options { get; } =
        [s_output, s_kind, s_axis, s_index, s_at, s_record, s_transpose, s_colormap, s_limits, s_log, s_slope, s_size, RawDescription.Option, Common.Json];

    public string File { get; }
    public IReadOnlyList<string> Names { get; }
    public string Output { get; }
    public PlotKind? Kind { get; }
    public long? Record => _given.Value(s_record);
    public RawDescription? Raw => _given.Value(RawDescription.Option);
    public string? Colormap => _given.Value(s_colormap);
    public (double Low, double High)? ValueLimits { get; }
    public bool IsLog => _given.Has(s_log);
    public bool IsTransposed => _given.Has(s_transpose);
    public IReadOnlyList<(string Text, double Value)> Slopes { get; }
    public (int Width, int Height)? PictureSize => _given.Value(s_size);

    /// <summary>Returns where all options go with a kind of picture.</summary>
    /// <exception cref="UsageException">One does not.</exception>
    public void Expect(PlotKind kind)
    {
        foreach ((Option option, PlotKind[] kinds) in s_belongs)
        {
            if (_given.Has(option) && !kinds.Contains(kind))
                throw new UsageException($"plot: {option.Name} does not go with --kind {kind.ToString().ToLowerInvariant()}, but with {string.Join(", ", kinds.Select(one => one.ToString().ToLowerInvariant()))}.");
        }
    }

    /// <summary>The axis of a field that is meant, slowest first.</summary>
    /// <exception cref="UsageException">It has no such axis.</exception>
    public int Axis(PlotField field, string fallback)
    {
        string name = _given.Value(s_axis) ?? fallback;
        bool isNumber = int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        if (number < 0) number += field.NDim;
        int axis = field.Axes.ToList().FindIndex(axis => isNumber ? axis.Number == number : axis.Name == name);
        return axis >= 0 ? axis : throw new UsageException($"plot: --axis {name}: the axes of {field.Name} are {string.Join(", ", field.Axes.OrderBy(axis => axis.Number).Select(axis => $"{axis.Number} ({axis.Name})"))}.");
    }

    /// <summary>The index of a slice.</summary>
    /// <exception cref="UsageException">The axis has no such index.</exception>
    public long Index(FieldAxis axis)
    {
        if (_given.Value(s_index) is not { } index) return (long)Math.Round((_given.Value(s_at) ?? 0.5) * (axis.Size - 1), MidpointRounding.AwayFromZero);
        long at = index < 0 ? index + axis.Size : index;
        return at >= 0 && at < axis.Size ? at : throw new UsageException($"plot: --index {index}: axis {axis.Name} has {axis.Size} points.");
    }

    private static (double Low, double High)? Limits(string text) => text.Split(',') is [var low, var high] && Number(low) is { } from && Number(high) is { } to && from < to
        ? (from, to) : throw new FormatException("it takes two numbers, the smaller one first: -1,1");

    private static (int Width, int Height)? Size(string text) => text.Split('x') is [var width, var height] && int.TryParse(width, CultureInfo.InvariantCulture, out int w)
        && int.TryParse(height, CultureInfo.InvariantCulture, out int h) && w is >= 300 and <= 20000 && h is >= 250 and <= 20000
        ? (w, h) : throw new FormatException("it takes width and height in pixels, from 300x250 to 20000x20000: 900x600");

    private static double? Ratio(string text) => text.Split('/') switch
    {
        [var one] => Number(one),
        [var one, var other] when Number(one) / Number(other) is { } value && double.IsFinite(value) => value,
        _ => null,
    };

    private static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
