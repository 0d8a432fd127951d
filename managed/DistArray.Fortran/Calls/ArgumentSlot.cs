using System.Runtime.InteropServices;

namespace DistArray.Fortran;

/// <summary>Where one argument of a call lives until the call has ended.</summary>
internal unsafe struct ArgumentSlot
{
    /// <summary>Bytes of a value that is passed: the largest is a complex of 16.</summary>
    public const int ValueBytes = 16;

    /// <summary>The value that is passed, or the address that is.</summary>
    public void* Value;

    /// <summary>As many bytes as the binder asked for, aligned to 16.</summary>
    public void* Extra;

    /// <summary>Keeps a managed array in place.</summary>
    public GCHandle Pin;
}
