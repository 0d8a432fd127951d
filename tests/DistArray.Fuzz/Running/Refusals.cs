using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.Fuzz.Running;

/// <summary>What the library may refuse although NumPy does it, and how often: Lists/refusals.txt.</summary>
internal sealed class Refusals
{
    private readonly List<(int Most, Regex Reason, string Why)> _known = [];

    public Refusals(string file)
    {
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] parts = line.Split(" | ", 3);
            _known.Add((int.Parse(parts[0], CultureInfo.InvariantCulture), new Regex(parts[1], RegexOptions.CultureInvariant), parts[2]));
        }
    }

    /// <summary>How often known reasons came, the most frequent first, a line each.</summary>
    public string Describe(Tally tally)
    {
        int[] counts = Counts(tally);
        IEnumerable<(string Why, int Count)> sums = _known.Select((one, known) => (one.Why, counts[known])).GroupBy(pair => pair.Why, pair => pair.Item2, (why, several) => (why, several.Sum()));
        return string.Join(Environment.NewLine, sums.Where(pair => pair.Count > 0).OrderByDescending(pair => pair.Count).Select(pair => $"{pair.Count,6} {pair.Why}"));
    }

    /// <summary>The reasons that are not known, and the known ones that came too often.</summary>
    public IReadOnlyList<string> Surprises(Tally tally)
    {
        List<string> surprises = [.. tally.Refusals.Where(pair => Find(pair.Key) < 0).Select(pair => $"refused {pair.Value.Count} times, which Lists/refusals.txt does not know: {pair.Key}{Environment.NewLine}    such as {pair.Value.Line}")];
        int[] counts = Counts(tally);
        for (int i = 0; i < counts.Length; i++)
        {
            // Few cases scatter: five more than the limit may come by chance.
            double most = (_known[i].Most * tally.Cases / 10_000.0) + 5;
            if (counts[i] > most) surprises.Add($"refused {counts[i]} times in {tally.Cases} cases, {most:0} at most by Lists/refusals.txt: {_known[i].Reason}");
        }
        return surprises;
    }

    private int[] Counts(Tally tally)
    {
        var counts = new int[_known.Count];
        foreach ((string reason, (int count, _)) in tally.Refusals)
            if (Find(reason) is >= 0 and int known) counts[known] += count;
        return counts;
    }

    private int Find(string reason) => _known.FindIndex(one => one.Reason.IsMatch(reason));
}
