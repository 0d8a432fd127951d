using System.Text;

namespace DistArray.Fortran;

/// <summary>Texts in Fortran's memory: bytes of UTF-8 without an end mark, filled up with blanks.</summary>
internal static unsafe class FortranText
{
    /// <summary>The text without trailing blanks.</summary>
    public static string Read(byte* address, long length) => Encoding.UTF8.GetString(new ReadOnlySpan<byte>(address, checked((int)length)).TrimEnd((byte)' '));

    /// <summary>Writes a text and fills up with blanks.</summary>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void Write(string text, byte* address, long length, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > length) throw new ArgumentException($"{name} has room for {length} characters, and '{text}' has {bytes}. Shorten it.", nameof(text));
        var room = new Span<byte>(address, checked((int)length));
        room[Encoding.UTF8.GetBytes(text, room)..].Fill((byte)' ');
    }
}
