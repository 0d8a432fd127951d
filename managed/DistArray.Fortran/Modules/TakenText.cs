using System.Runtime.InteropServices;

namespace DistArray.Fortran;

/// <summary>A text that a generated companion hands over, in memory that is freed here. For generated classes.</summary>
public unsafe struct TakenText
{
    private byte* _address;
    private long _length;

    /// <summary>The text without trailing blanks; null where none was handed over. Frees the memory.</summary>
    public string? Take()
    {
        if (_address == null) return null;
        string text = FortranText.Read(_address, _length);
        NativeMemory.Free(_address);
        _address = null;
        return text;
    }
}
