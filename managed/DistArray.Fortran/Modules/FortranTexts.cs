using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A text variable of a core, or an array of texts of one length.</summary>
/// <remarks>Texts are UTF-8 and filled up with blanks; trailing blanks are not shown.</remarks>
public sealed unsafe class FortranTexts
{
    private readonly FortranPlace _place;

    internal FortranTexts(FortranPlace place) => _place = place;

    /// <summary>Its Fortran name.</summary>
    public string Name => _place.Name;

    /// <summary>Whether it is there: allocated, or associated where it is a pointer.</summary>
    public bool IsAllocated => _place.IsThere;

    /// <summary>Characters (bytes) that a text has room for.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public long Length => _place.Required.ElementBytes;

    /// <summary>Extents, in Fortran's order of axes; none for a single text.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public IReadOnlyList<long> Shape => _place.Shape;

    /// <summary>Fortran's index of the first text along each axis.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public IReadOnlyList<long> LowerBounds => _place.LowerBounds;

    /// <summary>The single text.</summary>
    /// <exception cref="ArgumentException">A text that is set does not fit.</exception>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public string Value
    {
        get => this[[]];
        set => this[[]] = value;
    }

    /// <summary>A text, by Fortran's indices.</summary>
    /// <param name="indices">One an axis, between the lower and the upper bound.</param>
    /// <exception cref="ArgumentException">A text that is set does not fit.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such text.</exception>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public string this[params ReadOnlySpan<long> indices]
    {
        get
        {
            nint address = FortranIndex.Address(_place, indices);
            return FortranText.Read((byte*)address, Length);
        }
        set
        {
            nint address = FortranIndex.Address(_place, indices);
            FortranText.Write(value, (byte*)address, Length, Name);
        }
    }
}
