namespace DistArray.Cli.Interactive;

/// <summary>A line while it is typed: text, cursor, and the place in the history.</summary>
internal sealed class EditedLine(IReadOnlyList<string> history)
{
    private readonly string?[] _changed = new string?[history.Count + 1];
    private int _place = history.Count;
    private string _cut = "";

    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Puts a text in place of what is between a place and the cursor.</summary>
    public void Replace(int start, string text)
    {
        Text = Text[..start] + Text[Cursor..];
        Cursor = start;
        Insert(text);
    }

    public void Backspace()
    {
        if (Cursor > 0) Remove(Cursor - 1, Cursor);
    }

    public void Delete()
    {
        if (Cursor < Text.Length) Remove(Cursor, Cursor + 1);
    }

    public void Move(int by) => Cursor = Math.Clamp(Cursor + by, 0, Text.Length);

    public void MoveToStart() => Cursor = 0;

    public void MoveToEnd() => Cursor = Text.Length;

    public void MoveByWord(int direction) => Cursor = WordEnd(direction);

    public void CutToEnd() => Cut(Cursor, Text.Length);

    public void CutToStart() => Cut(0, Cursor);

    public void CutWord() => Cut(WordEnd(-1), Cursor);

    public void Paste() => Insert(_cut);

    /// <summary>Goes to an earlier (-1) or later (1) line of the history; what was changed there is kept.</summary>
    public void Recall(int direction)
    {
        int place = _place + direction;
        if (place < 0 || place > history.Count) return;
        _changed[_place] = Text;
        _place = place;
        Text = _changed[place] ?? history[place];
        MoveToEnd();
    }

    private void Cut(int start, int end)
    {
        _cut = Text[start..end];
        Remove(start, end);
    }

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int WordEnd(int direction)
    {
        int at = Cursor;
        while (Before(at) && !char.IsLetterOrDigit(Next(at))) at += direction;
        while (Before(at) && char.IsLetterOrDigit(Next(at))) at += direction;
        return at;

        bool Before(int at) => direction > 0 ? at < Text.Length : at > 0;

        char Next(int at) => Text[direction > 0 ? at : at - 1];
    }
}
