namespace DistArray.Fortran;

/// <summary>Texts in structs of derived types: UTF-8, filled up with blanks.</summary>
public static unsafe class FortranCharacters
{
    /// <summary>The text without trailing blanks.</summary>
    /// <param name="characters">Fortran's characters.</param>
    public static string Read(ReadOnlySpan<byte> characters)
    {
        fixed (byte* address = characters) return FortranText.Read(address, characters.Length);
    }

    /// <summary>Writes a text and fills up with blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">Fortran's characters.</param>
    /// <param name="name">Name of the component, for messages.</param>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void Write(string text, Span<byte> characters, string name)
    {
        fixed (byte* address = characters) FortranText.Write(text, address, characters.Length, name);
    }
}
