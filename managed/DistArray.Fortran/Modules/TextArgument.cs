using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.Fortran;

/// <summary>Texts that are passed to a Fortran procedure: copied into memory of one length each, filled up with blanks.</summary>
/// <remarks>For generated classes. Disposing of it frees the memory.</remarks>
public unsafe ref struct TextArgument
{
    private readonly byte* _address;
    private TextArgument(byte* address, long length, int count)
    {
        _address = address;
        Length = length;
        Count = count;
    }

    /// <summary>Characters (bytes) of each text.</summary>
    public long Length;

    /// <summary>Number of texts.</summary>
    public long Count;

    /// <summary>Address of the first text; null where it is absent.</summary>
    public readonly nint Address => (nint)_address;

    /// <summary>Passes a text.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="length">Characters that the procedure declares; -1 where it takes any number.</param>
    /// <param name="isOptional">Whether it may be absent.</param>
    /// <param name="name">The argument, for messages.</param>
    /// <exception cref="ArgumentNullException">It is absent and not optional.</exception>
    /// <exception cref="ArgumentException">It is longer than declared.</exception>
    public static TextArgument Pass(string? text, long length, bool isOptional, string name)
    {
        if (text is null) return isOptional ? default : throw new ArgumentNullException(name, $"The argument {name} is not optional: pass a text.");
        return Pack([text], length, name);
    }

    /// <summary>Passes texts.</summary>
    /// <param name="texts">The texts; null for none.</param>
    /// <param name="length">Characters that the procedure declares; -1 for the longest text's.</param>
    /// <param name="isOptional">Whether they may be absent.</param>
    /// <param name="name">The argument, for messages.</param>
    /// <exception cref="ArgumentNullException">They are absent and not optional.</exception>
    /// <exception cref="ArgumentException">One is longer than declared.</exception>
    public static TextArgument Pass(string[]? texts, long length, bool isOptional, string name)
    {
        if (texts is null) return isOptional ? default : throw new ArgumentNullException(name, $"The argument {name} is not optional: pass texts.");
        return Pack(texts, length, name);
    }

    /// <summary>Room for a text that the procedure writes.</summary>
    /// <param name="length">Characters.</param>
    /// <param name="name">The argument, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static TextArgument Room(long length, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length, name);
        return Pack([""], length, name);
    }

    /// <summary>What is there now, without trailing blanks.</summary>
    public readonly string Text => FortranText.Read(_address, Length);

    /// <summary>Takes back what the procedure left.</summary>
    /// <param name="texts">Receives the texts.</param>
    public readonly void CopyTo(string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        for (int i = 0; i < Math.Min(texts.Length, Count); i++) texts[i] = FortranText.Read(_address + (i * Length), Length);
    }

    /// <summary>Frees the memory.</summary>
    public readonly void Dispose() => NativeMemory.Free(_address);

    private static TextArgument Pack(scoped ReadOnlySpan<string> texts, long length, string name)
    {
        if (length < 0)
        {
            length = 0;
            foreach (string text in texts) length = Math.Max(length, Encoding.UTF8.GetByteCount(text));
        }
        byte* address = (byte*)NativeMemory.Alloc((nuint)checked((length * texts.Length) + 1));
        try
        {
            for (int i = 0; i < texts.Length; i++) FortranText.Write(texts[i], address + (i * length), length, $"The argument {name}");
            return new TextArgument(address, length, texts.Length);
        }
        catch
        {
            NativeMemory.Free(address);
            throw;
        }
    }
}
