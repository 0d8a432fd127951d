using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.Fuzz.Running;

/// <summary>What the library may refuse although NumPy does it, and how often: Lists/refusals.txt.</summary>
internal sealed class Refusals
{
    private readonly List<(int Most, Regex Reason)> _known = [];

    public Refusals(string file)
    {
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] parts = line.Split(" | ", 3);
            _known.Add((int.Parse(parts[0], CultureInfo.InvariantCulture), new Regex(parts[1], RegexOptions.CultureInvariant)));
        }
    }

    /// <summary>The reasons that are not known, and the known ones that came too often.</summary>
    public IReadOnlyList<string> Surprises(Tally tally)
    {
        var surprises = new List<string>();
        var counts = new int[_known.Count];
        foreach ((string reason, int count) in tally.Refusals)
        {
            int known = _known.FindIndex(one => one.Reason.IsMatch(reason));
            if (known < 0) surprises.Add($"refused {count} times, which Lists/refusals.txt does not know: {reason}");
            else counts[known] += count;
        }
        for (int i = 0; i < counts.Length; i++)
        {
            // Few cases scatter: three more than the limit may come by chance.
            double most = (_known[i].Most * tally.Cases / 10_000.0) + 3;
            if (counts[i] > most) surprises.Add($"refused {counts[i]} times in {tally.Cases} cases, {most:0} at most by Lists/refusals.txt: {_known[i].Reason}");
        }
        return surprises;
    }
}
