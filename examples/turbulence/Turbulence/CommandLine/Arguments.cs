using System.Globalization;

namespace Turbulence;

/// <summary>A command line of <c>--name value</c> pairs, read with names and values checked.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Splits a command line.</summary>
    /// <exception cref="UsageException">A name that is not known, named twice, or without its value.</exception>
    public Arguments(string[] args, IReadOnlyCollection<string> known)
    {
        for (int i = 0; i < args.Length; i++)
        {
            (string name, string? value) = args[i].IndexOf('=') is var at and > 0 && args[i].StartsWith("--", StringComparison.Ordinal)
                ? (args[i][..at], args[i][(at + 1)..])
                : (args[i], null);
            if (name is "--help" or "-h" or "-?")
            {
                Help = true;
                continue;
            }
            if (!known.Contains(name)) throw new UsageException($"There is no option '{name}'.{Suggestion(name, known)}");
            value ??= ++i < args.Length ? args[i] : throw new UsageException($"{name} needs a value.");
            if (!_values.TryAdd(name, value)) throw new UsageException($"{name} is given twice: {_values[name]} and {value}.");
        }
    }

    /// <summary>Whether help was asked for.</summary>
    public bool Help { get; }

    /// <summary>Whether an option is given.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The text of an option, or null where it is not given.</summary>
    public string? Text(string name) =>
        _values.GetValueOrDefault(name) is not { } value ? null
        : value.Length > 0 ? value
        : throw new UsageException($"{name} is empty.");

    /// <summary>A whole number that must obey a condition.</summary>
    public int? Integer(string name, Func<int, bool> isGood, string condition) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && isGood(value) ? value
        : throw new UsageException($"{name} {text}: it must be {condition}.");

    /// <summary>A finite number that must obey a condition.</summary>
    public double? Number(string name, Func<double, bool> isGood, string condition) =>
        Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && isGood(value)
            ? value
        : throw new UsageException($"{name} {text}: it must be {condition}.");

    /// <summary>A positive duration: seconds, or hours:minutes:seconds as batch systems have it.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text) return null;
        double seconds = 0;
        string[] parts = text.Split(':');
        bool isGood = parts.Length is 1 or 3;
        foreach (string part in parts)
        {
            isGood &= double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && (parts.Length == 1 || value == Math.Floor(value));
            seconds = seconds * 60 + value;
        }
        isGood &= parts.Length != 3 || parts[1].Length == 2 && parts[2].Length == 2 && string.CompareOrdinal(parts[1], "60") < 0 && string.CompareOrdinal(parts[2], "60") < 0;
        return isGood && seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"{name} {text}: it must be seconds or HH:MM:SS, and positive.");
    }

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices) where T : struct =>
        Text(name) is not { } text ? null
        : choices.TryGetValue(text, out T value) ? value
        : throw new UsageException($"{name} {text}: it must be {string.Join(", ", choices.Keys.SkipLast(1))} or {choices.Keys.Last()}."
            + Suggestion(text, choices.Keys));

    private static string Suggestion(string word, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Distance: Distance(word, name))).MinBy(pair => pair.Distance) is var (nearest, distance)
        && distance <= Math.Max(1, word.Length / 3)
            ? $" Did you mean '{nearest}'?"
            : "";

    // Levenshtein's distance.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
