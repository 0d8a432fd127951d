using System.Collections;
using System.Globalization;

namespace DistArray.Interactive.Hosting;

/// <summary>Values as a prompt shows them.</summary>
internal static class ValueText
{
    private const int MaxElements = 100;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        IEnumerable elements => OfAll(elements),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string OfAll(IEnumerable elements)
    {
        List<string> texts = [];
        foreach (object? element in elements)
        {
            if (texts.Count == MaxElements)
            {
                texts.Add("...");
                break;
            }
            texts.Add(element is DictionaryEntry entry ? $"{Of(entry.Key)}: {Of(entry.Value)}" : Of(element));
        }
        return $"[{string.Join(", ", texts)}]";
    }
}
