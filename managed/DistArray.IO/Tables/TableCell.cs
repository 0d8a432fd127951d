namespace DistArray.IO;

/// <summary>A cell of a line.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Position">Its first character in the line, from 1.</param>
/// <param name="IsQuoted">Whether it had quotes.</param>
internal readonly record struct TableCell(string Text, int Position, bool IsQuoted);
