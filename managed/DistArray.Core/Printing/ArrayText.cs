using System.Text;

namespace DistArray;

/// <summary>Brackets, lines and alignment as numpy.array2string sets them.</summary>
internal sealed class ArrayText
{
    private const int LineWidth = 75;

    private readonly string[] _words;
    private readonly ShownPart _shown;

    private ArrayText(string[] words, ShownPart shown)
    {
        _words = words;
        _shown = shown;
    }

    /// <summary>The text of the elements that are shown, given in row-major order.</summary>
    public static string Format<T>(T[] values, ShownPart shown, int precision) where T : unmanaged
    {
        if (values.Length == 0) return "[]";
        int next = 0;
        return new ArrayText(ElementFormat.Format(values, shown.Indices.Length == 0, precision), shown).Recurse(0, " ", LineWidth, ref next);
    }

    private string Recurse(int axis, string indent, int width, ref int next)
    {
        int left = _shown.Indices.Length - axis;
        if (left == 0) return _words[next++];
        int count = _shown.Indices[axis].Length;
        var text = new StringBuilder();
        if (left == 1) Row(text, axis, count, indent, width - 1, ref next);
        else
        {
            string separator = new('\n', left - 1);
            for (int i = 0; i < count; i++)
            {
                if (i > 0) text.Append(separator);
                if (_shown.Cut[axis] && i == ShownPart.EdgeItems) text.Append(indent).Append("...").Append(separator);
                text.Append(indent).Append(Recurse(axis + 1, indent + ' ', width - 1, ref next));
            }
        }
        return $"[{text.ToString(indent.Length, text.Length - indent.Length)}]";
    }

    private void Row(StringBuilder text, int axis, int count, string indent, int width, ref int next)
    {
        var line = new StringBuilder(indent);
        for (int i = 0; i < count; i++)
        {
            if (_shown.Cut[axis] && i == ShownPart.EdgeItems) Extend("...", last: false);
            Extend(_words[next++], i == count - 1);
        }
        text.Append(line);

        void Extend(string word, bool last)
        {
            if (line.Length + word.Length > width && line.Length > indent.Length)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(indent);
            }
            line.Append(word);
            if (!last) line.Append(' ');
        }
    }
}
