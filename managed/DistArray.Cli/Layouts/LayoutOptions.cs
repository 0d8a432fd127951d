using System.Globalization;
using System.Text.RegularExpressions;
using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Layouts;

/// <summary>What the command line of <c>distarray layout</c> says.</summary>
internal sealed partial class LayoutOptions
{
    private const int MostRanks = 1024;

    private static readonly ValueOption<long[]> s_shape = new("--shape", "N,N...", "shape of the array: 100,80", [], text => Numbers(text, 0, long.MaxValue));
    private static readonly TextOption s_dist = new("--dist", "CODES", "its distribution, a code an axis: b (block), c (cyclic), c(2) (blocks of 2, dealt out), u (indices\nin any order), n (not divided); default: b and then n");
    private static readonly CountOption s_ranks = new("-n", "RANKS", "number of ranks (default: 4)", 4);
    private static readonly ValueOption<long[]> s_grid = new("--grid", "P,P...", "ranks along each axis (default: a good choice)", [], text => Numbers(text, 1, MostRanks));
    private static readonly CountOption s_blockSize = new("--block-size", "K", "blocks of K indices for each axis c", 1);
    private static readonly ListOption s_bounds = new("--bounds", "AXIS=0,I...,N", "irregular blocks of an axis b: where each begins, and the end; repeatable");
    private static readonly TextOption s_indices = new("--indices", "FILE", "indices of the axis u: a line a part of the axis");
    private static readonly ValueOption<int?> s_seed = new("--seed", "S", "indices of each axis u by chance", null,
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw new FormatException("it takes a whole number"));
    private static readonly ValueOption<long[]> s_halo = new("--halo", "W", "ghosts on each side: one number for all axes, or one an axis", [0], text => Numbers(text, 0, int.MaxValue));
    private static readonly ValueOption<string[]> s_boundary = new("--boundary", "WORD", "periodic or open (default), for all axes or one an axis: periodic,open", ["open"],
        text => text.Split(',') is var words && words.All(word => word is "periodic" or "open") ? words : throw new FormatException("it takes periodic or open"), "periodic", "open");
    private static readonly TextOption s_output = new("-o", "FILE", "also a picture, a .png, of 1 to 3 axes");

    /// <exception cref="UsageException">Values are missing, or do not go together.</exception>
    public LayoutOptions(Given given)
    {
        Shape = given.Value(s_shape);
        if (!given.Has(s_shape)) throw new UsageException("layout: give the --shape of an array, such as 100,80.");
        Ranks = given.Value(s_ranks);
        if (Ranks > MostRanks) throw new UsageException($"layout: -n {Ranks}: every rank is asked, in a thread of its own. Give up to {MostRanks}.");
        Codes = Parse(given.Value(s_dist) ?? (Shape.Length == 0 ? "" : "b" + new string('n', Shape.Length - 1)), given.Value(s_blockSize));
        if (Codes.Length != Shape.Length) throw new UsageException($"layout: --dist has {Codes.Length} codes for the {Shape.Length} axes of --shape. Give one each an axis.");
        if (given.Has(s_blockSize) && !Codes.Any(code => code.StartsWith('c'))) throw new UsageException("layout: --block-size is for an axis c, and --dist has none.");
        Grid = given.Has(s_grid) ? Array.ConvertAll(PerAxis(given.Value(s_grid), "--grid"), extent => (int)extent) : null;
        Halo = Array.ConvertAll(PerAxis(given.Value(s_halo) is [var one] ? [.. Shape.Select(_ => one)] : given.Value(s_halo), "--halo"), width => (int)width);
        Periodic = Array.ConvertAll(PerAxis(given.Value(s_boundary) is [var word] ? [.. Shape.Select(_ => word)] : given.Value(s_boundary), "--boundary"), word => word == "periodic");
        Bounds = given.Values(s_bounds).ToDictionary(text => AxisOf(text), text => Numbers(text[(text.IndexOf('=') + 1)..], 0, long.MaxValue));
        Seed = given.Value(s_seed);
        Indices = given.Value(s_indices) is { } file ? IndexFile.Read(file) : null;
        int unstructured = Codes.Count(code => code == "u");
        if (unstructured > 0 == (Seed is null && Indices is null)) throw new UsageException($"layout: {(unstructured > 0 ? "an axis u needs its indices: give --indices or --seed" : "--indices and --seed are for an axis u, and --dist has none")}.");
        if (Indices is not null && (unstructured > 1 || Seed is not null)) throw new UsageException("layout: --indices is for one axis u, without --seed.");
        Output = given.Value(s_output);
        if (Output is not null && !Output.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"layout: -o {Output}: pictures are PNG files. Give a name that ends with .png.");
        if (Output is not null && Shape.Length is < 1 or > 3) throw new UsageException($"layout: -o: there are pictures of 1 to 3 axes, and this array has {Shape.Length}.");
    }

    public static IReadOnlyList<Option> Options { get; } =
        [s_shape, s_dist, s_ranks, s_grid, s_blockSize, s_bounds, s_indices, s_seed, s_halo, s_boundary, s_output, Common.Json];

    public long[] Shape { get; }

    /// <summary>A code an axis: "b", "c(2)", "u", "n".</summary>
    public string[] Codes { get; }

    public int Ranks { get; }
    public int[]? Grid { get; }
    public int[] Halo { get; }
    public bool[] Periodic { get; }
    public IReadOnlyDictionary<int, long[]> Bounds { get; }
    public int? Seed { get; }
    public long[][]? Indices { get; }
    public string? Output { get; }

    private T[] PerAxis<T>(T[] values, string option) =>
        values.Length == Shape.Length ? values : throw new UsageException($"layout: {option} has {values.Length} values for the {Shape.Length} axes of --shape.");

    private int AxisOf(string text)
    {
        if (text.Split('=') is [var axis, _] && int.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < Codes.Length)
            return Codes[number] == "b" ? number : throw new UsageException($"layout: --bounds {text}: axis {number} is {Codes[number]}, and bounds are for blocks (b).");
        throw new UsageException($"layout: --bounds {text}: it takes an axis and its bounds, such as 0=0,3,{(Shape.Length > 0 ? Shape[0] : 10)}.");
    }

    private static string[] Parse(string codes, int blockSize)
    {
        if (!CodesPattern().IsMatch(codes)) throw new UsageException($"layout: --dist {codes}: it takes b, c, c(k), u and n, one each an axis, such as bn or c(2)b.");
        return [.. CodePattern().Matches(codes).Select(match => match.Value == "c" && blockSize > 1 ? $"c({blockSize})" : match.Value)];
    }

    private static long[] Numbers(string text, long least, long most)
    {
        var numbers = new List<long>();
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < least || number > most) throw new FormatException($"it takes whole numbers from {least} on, with commas between");
            numbers.Add(number);
        }
        return [.. numbers];
    }

    [GeneratedRegex(@"^(b|u|n|c(\([1-9]\d{0,8}\))?)*$")]
    private static partial Regex CodesPattern();

    [GeneratedRegex(@"[bun]|c(\(\d+\))?")]
    private static partial Regex CodePattern();
}
