using System.Text;
using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary>Lines typed at a terminal, with editing, history and completion.</summary>
internal sealed class TerminalInput(Engines engines, History history) : IReplInput
{
    private const string Prompt = "> ";
    private const string Continuation = ". ";
    private int _cursorRow;

    public bool IsTerminal => true;

    public string? Read(string before)
    {
        string prompt = before.Length == 0 ? Prompt : Continuation;
        EditedLine line = new(history.Lines);
        _cursorRow = 0;
        Console.TreatControlCAsInput = true;
        try
        {
            Draw(prompt, line);
            while (true)
            {
                switch (Take(Console.ReadKey(intercept: true), line, prompt, before))
                {
                    case KeyOutcome.Enter:
                        line.MoveToEnd();
                        Draw(prompt, line);
                        Console.Write("\r\n");
                        history.Add(line.Text);
                        return line.Text;
                    case KeyOutcome.GiveUp:
                        Console.Write("^C\r\n");
                        throw new OperationCanceledException();
                    case KeyOutcome.End:
                        Console.Write("\r\n");
                        return null;
                }
                // Pasted text comes fast: it is drawn when it is all there.
                if (!Console.KeyAvailable) Draw(prompt, line);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public void Dispose()
    {
    }

    private KeyOutcome Take(ConsoleKeyInfo key, EditedLine line, string prompt, string before)
    {
        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Enter: return KeyOutcome.Enter;
            case ConsoleKey.C when control: return KeyOutcome.GiveUp;
            case ConsoleKey.D when control && line.Text.Length == 0: return KeyOutcome.End;
            case ConsoleKey.D when control: line.Delete(); break;
            case ConsoleKey.Backspace: line.Backspace(); break;
            case ConsoleKey.Delete: line.Delete(); break;
            case ConsoleKey.LeftArrow when control: line.MoveByWord(-1); break;
            case ConsoleKey.RightArrow when control: line.MoveByWord(1); break;
            case ConsoleKey.LeftArrow: line.Move(-1); break;
            case ConsoleKey.RightArrow: line.Move(1); break;
            case ConsoleKey.B when control: line.Move(-1); break;
            case ConsoleKey.F when control: line.Move(1); break;
            case ConsoleKey.Home: line.MoveToStart(); break;
            case ConsoleKey.End: line.MoveToEnd(); break;
            case ConsoleKey.A when control: line.MoveToStart(); break;
            case ConsoleKey.E when control: line.MoveToEnd(); break;
            case ConsoleKey.K when control: line.CutToEnd(); break;
            case ConsoleKey.U when control: line.CutToStart(); break;
            case ConsoleKey.W when control: line.CutWord(); break;
            case ConsoleKey.Y when control: line.Paste(); break;
            case ConsoleKey.UpArrow: line.Recall(-1); break;
            case ConsoleKey.DownArrow: line.Recall(1); break;
            case ConsoleKey.P when control: line.Recall(-1); break;
            case ConsoleKey.N when control: line.Recall(1); break;
            case ConsoleKey.L when control: Clear(); break;
            case ConsoleKey.Tab: Complete(line, prompt, before); break;
            default:
                if (key.KeyChar >= ' ' && key.KeyChar != 0x7f) line.Insert(key.KeyChar.ToString());
                break;
        }
        return KeyOutcome.Typed;
    }

    private void Complete(EditedLine line, string prompt, string before)
    {
        if (line.Text[..line.Cursor].Trim().Length == 0)
        {
            line.Insert("    ");
            return;
        }
        string earlier = before.Length == 0 ? "" : before + "\n";
        int command = Prefix(line.Text);
        if (line.Cursor < command) return;
        Completions found = engines.Complete(earlier + line.Text[command..], earlier.Length + line.Cursor - command);
        if (found.Items.Count == 0) return;
        int start = found.Start - earlier.Length + command;
        string common = found.Items.Select(item => item.Name).Aggregate(Common);
        bool isExact = found.Items.Count == 1;
        if (isExact || common.Length > line.Cursor - start)
        {
            line.Replace(start, common);
            return;
        }
        List(found.Items, prompt, line);
    }

    // %time and its like come before the C#.
    private static int Prefix(string text)
    {
        if (!text.StartsWith('%')) return 0;
        int words = text.StartsWith("%rank ", StringComparison.Ordinal) ? 2 : 1, at = 0;
        for (; words > 0 && at >= 0; words--) at = text.IndexOf(' ', at) + 1 is > 0 and var next ? next : text.Length;
        return at;
    }

    private static string Common(string left, string right)
    {
        int length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length]) length++;
        return left[..length];
    }

    private void List(IReadOnlyList<CompletionItem> items, string prompt, EditedLine line)
    {
        const int most = 60;
        int width = items.Take(most).Max(item => item.Name.Length) + 2;
        int columns = Math.Max(1, Width() / width);
        var text = new StringBuilder("\r\n");
        foreach (CompletionItem[] row in items.Take(most).Chunk(columns)) text.Append(string.Concat(row.Select(item => item.Name.PadRight(width))).TrimEnd()).Append("\r\n");
        if (items.Count > most) text.Append($"... and {items.Count - most} more\r\n");
        Console.Write(text);
        _cursorRow = 0;
        Draw(prompt, line);
    }

    private void Clear()
    {
        Console.Write("\e[H\e[2J");
        _cursorRow = 0;
    }

    // Writes the line again from its first row on, and leaves the cursor in its place.
    private void Draw(string prompt, EditedLine line)
    {
        int width = Width();
        int length = prompt.Length + line.Text.Length, cursor = prompt.Length + line.Cursor;
        var text = new StringBuilder("\r");
        if (_cursorRow > 0) text.Append($"\e[{_cursorRow}A");
        text.Append("\e[J").Append(prompt).Append(line.Text);
        // A terminal goes to the next row when something is written there.
        if (length % width == 0) text.Append(" \b");
        int up = (length / width) - (cursor / width);
        if (up > 0) text.Append($"\e[{up}A");
        text.Append('\r');
        if (cursor % width > 0) text.Append($"\e[{cursor % width}C");
        Console.Write(text);
        _cursorRow = cursor / width;
    }

    private static int Width() => Console.WindowWidth > 0 ? Console.WindowWidth : 80;
}
