using System.Text;

namespace DistArray.Cli.Wrapping.Output;

/// <summary>Lines of a generated file, indented.</summary>
internal sealed class TextBuilder(int step)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Number of lines so far.</summary>
    public int Lines { get; private set; }

    public TextBuilder Line(string text = "")
    {
        if (text.Length > 0) _text.Append(' ', _depth * step).Append(text);
        _text.Append('\n');
        Lines++;
        return this;
    }

    public TextBuilder All(IEnumerable<string> lines)
    {
        foreach (string line in lines) Line(line);
        return this;
    }

    public TextBuilder In()
    {
        _depth++;
        return this;
    }

    public TextBuilder Out()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
