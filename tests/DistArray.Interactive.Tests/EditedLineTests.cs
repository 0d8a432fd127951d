using DistArray.Cli.Interactive;

namespace DistArray.Interactive.Tests;

/// <summary>A line while it is typed.</summary>
internal sealed class EditedLineTests
{
    [Test]
    public void Editing_ChangesTheTextAtTheCursor()
    {
        EditedLine line = new([]);
        line.Insert("one two.three");
        line.MoveByWord(-1);
        line.Insert("X");
        Assert.That((line.Text, line.Cursor), Is.EqualTo(("one two.Xthree", 9)));
        line.Backspace();
        line.Delete();
        line.Move(-100);
        line.Backspace();
        line.MoveByWord(1);
        Assert.That((line.Text, line.Cursor), Is.EqualTo(("one two.hree", 3)));
        line.CutToEnd();
        line.MoveToStart();
        line.Paste();
        Assert.That(line.Text, Is.EqualTo(" two.hreeone"));
        line.CutWord();
        Assert.That((line.Text, line.Cursor), Is.EqualTo((" two.one", 5)));
        line.Replace(1, "ten");
        Assert.That((line.Text, line.Cursor), Is.EqualTo((" tenone", 4)));
        line.CutToStart();
        Assert.That((line.Text, line.Cursor), Is.EqualTo(("one", 0)));
    }

    [Test]
    public void Recall_WalksTheHistory_AndKeepsWhatIsTyped()
    {
        EditedLine line = new(["first", "second line"]);
        line.Insert("typed");
        line.Recall(1);
        line.Recall(-1);
        Assert.That((line.Text, line.Cursor), Is.EqualTo(("second line", 11)));
        line.Recall(-1);
        line.Insert("!");
        line.Recall(-1);
        Assert.That(line.Text, Is.EqualTo("first!"));
        line.Recall(1);
        line.Recall(1);
        Assert.That(line.Text, Is.EqualTo("typed"));
    }

    [Test]
    public void History_IsKeptInItsFile()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "deeper", "history");
        History history = new(path);
        foreach (string line in new[] { "a", "b", "b", " ", "c" }) history.Add(line);
        Assert.That(new History(path).Lines, Is.EqualTo(new[] { "a", "b", "c" }));
        for (int k = 0; k < 1010; k++) history.Add($"line {k}");
        Assert.That(new History(path).Lines, Has.Count.EqualTo(1000).And.ItemAt(999).EqualTo("line 1009"));
    }
}
