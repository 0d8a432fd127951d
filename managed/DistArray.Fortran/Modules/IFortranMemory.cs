namespace DistArray.Fortran;

/// <summary>Memory of a core that pending arrays may read.</summary>
internal interface IFortranMemory
{
    /// <summary>The core is about to write: pending arrays that read the memory are computed.</summary>
    void BeforeWrite();
}
