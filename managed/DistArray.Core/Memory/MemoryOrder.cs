namespace DistArray;

/// <summary>In which order the elements of an array lie in memory.</summary>
public enum MemoryOrder
{
    /// <summary>The last index varies fastest: C, NumPy.</summary>
    RowMajor,

    /// <summary>The first index varies fastest: Fortran.</summary>
    ColumnMajor,
}
