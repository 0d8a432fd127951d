namespace DistArray.Fortran;

/// <summary>A text that a procedure may write: an optional argument of intent out or inout.</summary>
public sealed class TextRef
{
    /// <summary>Makes a text.</summary>
    /// <param name="value">What Fortran finds.</param>
    /// <param name="room">Characters (bytes) that Fortran may write, where the procedure does not declare their number.</param>
    public TextRef(string value = "", int room = 256) => (Value, Room) = (value, room);

    /// <summary>What Fortran finds, and after the call what it left, without trailing blanks.</summary>
    public string Value { get; set; }

    /// <summary>Characters (bytes) that Fortran may write, where the procedure does not declare their number.</summary>
    public int Room { get; }

    /// <summary>For generated classes: memory for the call.</summary>
    /// <param name="length">Characters that the procedure declares; -1 where it takes any number.</param>
    /// <param name="name">The argument, for messages.</param>
    public TextArgument Pass(long length, string name) => TextArgument.Pass(Value, length < 0 ? Room : length, false, name);

    /// <summary>For generated classes: takes back what Fortran left.</summary>
    /// <param name="text">What was passed.</param>
    public void Take(TextArgument text) => Value = text.Text;

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
