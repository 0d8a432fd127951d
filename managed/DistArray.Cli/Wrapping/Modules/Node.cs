using System.Text;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>An atom, a text in quotes or a list of gfortran's module files.</summary>
internal sealed class Node
{
    private const int Deepest = 1000;
    private static readonly IReadOnlyList<Node> s_none = [];

    private Node(string? text, bool isQuoted, IReadOnlyList<Node> items) => (Text, IsQuoted, Items) = (text, isQuoted, items);

    /// <summary>Of an atom or a text; null for a list.</summary>
    public string? Text { get; }

    public bool IsQuoted { get; }

    public bool IsList => Text is null;

    /// <summary>Of a list.</summary>
    public IReadOnlyList<Node> Items { get; }

    public int Count => Items.Count;

    /// <summary>An item of a list.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public Node this[int index] => index < Items.Count ? Items[index] : throw new FormatException($"an item {index} is missing in {this}");

    /// <summary>The whole number that the atom is.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public int Number => int.TryParse(Text, out int number) ? number : throw new FormatException($"a number was expected, and not {this}");

    /// <summary>Whether the first item is this atom.</summary>
    public bool Begins(string atom) => Items.Count > 0 && Items[0].Text == atom;

    /// <summary>Whether some item is this atom.</summary>
    public bool Has(string atom) => Items.Any(item => item.Text == atom && !item.IsQuoted);

    public override string ToString()
    {
        string text = Text is not null ? IsQuoted ? $"'{Text}'" : Text : $"({string.Join(' ', Items.Take(8))})";
        return text.Length > 80 ? text[..80] + "…" : text;
    }

    /// <summary>All items of a text, as one list.</summary>
    /// <exception cref="FormatException">Parentheses or quotes do not match.</exception>
    public static Node Parse(ReadOnlySpan<char> text)
    {
        var open = new Stack<List<Node>>();
        var items = new List<Node>();
        for (int at = 0; at < text.Length;)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c == '(')
            {
                if (open.Count == Deepest) throw new FormatException("lists are nested too deeply");
                open.Push(items);
                items = [];
                at++;
            }
            else if (c == ')')
            {
                if (open.Count == 0) throw new FormatException("a ')' closes nothing");
                var list = new Node(null, false, items.Count == 0 ? s_none : items);
                items = open.Pop();
                items.Add(list);
                at++;
            }
            else items.Add(c == '\'' ? Quoted(text, ref at) : Atom(text, ref at));
        }
        return open.Count == 0 ? new Node(null, false, items) : throw new FormatException("the text ends within a list: the file is cut off");
    }

    private static Node Quoted(ReadOnlySpan<char> text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                if (at + 1 < text.Length && text[at + 1] == '\'') at++;
                else
                {
                    at++;
                    return new Node(value.ToString(), true, s_none);
                }
            }
            value.Append(text[at]);
        }
        throw new FormatException("the text ends within quotes: the file is cut off");
    }

    private static Node Atom(ReadOnlySpan<char> text, ref int at)
    {
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '\'')) at++;
        return new Node(text[start..at].ToString(), false, s_none);
    }
}
