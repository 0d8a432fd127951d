using System.Globalization;
using DistArray.Cli.Files;

namespace DistArray.Cli.Layouts;

/// <summary>Indices of an unstructured axis as a text: a line a part, blanks or commas between them; # begins a comment.</summary>
internal static class IndexFile
{
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static long[][] Read(string path)
    {
        FileProbe.Expect(path);
        var parts = new List<long[]>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] words = line.Split('#')[0].Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 && line.Contains('#')) continue;
            parts.Add(Array.ConvertAll(words, word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long index)
                ? index : throw new UsageException($"layout: {path}, line {number}: '{word}' is no index.")));
        }
        return [.. parts];
    }
}
