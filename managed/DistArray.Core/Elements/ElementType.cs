namespace DistArray;

/// <summary>Element type of an array or a message. The numbers cross the border to native code (<c>da_element_type</c>).</summary>
public enum ElementType
{
    /// <summary><see cref="bool"/>: one byte, 0 or 1.</summary>
    Boolean = 1,

    /// <summary><see cref="sbyte"/>.</summary>
    Int8 = 2,

    /// <summary><see cref="byte"/>.</summary>
    UInt8 = 3,

    /// <summary><see cref="short"/>.</summary>
    Int16 = 4,

    /// <summary><see cref="ushort"/>.</summary>
    UInt16 = 5,

    /// <summary><see cref="int"/>.</summary>
    Int32 = 6,

    /// <summary><see cref="uint"/>.</summary>
    UInt32 = 7,

    /// <summary><see cref="long"/>.</summary>
    Int64 = 8,

    /// <summary><see cref="ulong"/>.</summary>
    UInt64 = 9,

    /// <summary><see cref="float"/>.</summary>
    Float32 = 10,

    /// <summary><see cref="double"/>.</summary>
    Float64 = 11,

    /// <summary><see cref="DistArray.Complex64"/>: two <see cref="float"/>.</summary>
    Complex64 = 12,

    /// <summary><see cref="System.Numerics.Complex"/>: two <see cref="double"/>.</summary>
    Complex128 = 13,

    /// <summary><see cref="DistArray.Logical32"/>: Fortran's logical of 4 bytes.</summary>
    Logical32 = 14,

    /// <summary><see cref="DistArray.Logical64"/>: Fortran's logical of 8 bytes.</summary>
    Logical64 = 15,
}
