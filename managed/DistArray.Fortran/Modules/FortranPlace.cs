using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>Where a variable or a component of a core lies: asked of the generated companion anew after every call, so that it is never stale.</summary>
public sealed unsafe class FortranPlace
{
    private readonly nint _entry;
    private DaFortranArray _now;
    private long _epoch = -1;

    internal FortranPlace(FortranLibrary library, string name, nint entry, FortranStructure? parent)
    {
        Library = library;
        Name = name;
        _entry = entry;
        Parent = parent;
    }

    /// <summary>Name of the variable or component, for messages.</summary>
    public string Name { get; }

    /// <summary>The core's library.</summary>
    public FortranLibrary Library { get; }

    internal FortranStructure? Parent { get; }

    /// <summary>Raised whenever it lies elsewhere or has another shape.</summary>
    internal long Version { get; private set; }

    /// <summary>How it is now; an address of 0 where it is not allocated or not associated.</summary>
    internal ref readonly DaFortranArray Now
    {
        get
        {
            Library.ThrowIfDisposed();
            Parent?.ThrowIfDisposed();
            if (_epoch != Library.Epoch || Library.IsCalling) Ask();
            return ref _now;
        }
    }

    internal bool IsThere => Now.Address != null;

    /// <summary>Throws where it is not allocated.</summary>
    internal ref readonly DaFortranArray Required
    {
        get
        {
            ref readonly DaFortranArray now = ref Now;
            if (now.Address == null) ThrowAbsent();
            return ref now;
        }
    }

    /// <summary>Extents, in Fortran's order of axes.</summary>
    internal IReadOnlyList<long> Shape
    {
        get
        {
            DaFortranArray now = Required;
            return new ReadOnlySpan<long>(now.Shape, NDimOf(now, Name)).ToArray();
        }
    }

    /// <summary>Fortran's index of the first element along each axis.</summary>
    internal IReadOnlyList<long> LowerBounds
    {
        get
        {
            DaFortranArray now = Required;
            return new ReadOnlySpan<long>(now.LowerBounds, NDimOf(now, Name)).ToArray();
        }
    }

    /// <summary>Number of dimensions, where it can be shown.</summary>
    /// <exception cref="NotSupportedException">There are more than 7.</exception>
    internal static int NDimOf(in DaFortranArray array, string name) => array.Ndim <= (int)NativeFortran.MaxNdim ? array.Ndim
        : throw new NotSupportedException($"{name} has {array.Ndim} dimensions; at most {NativeFortran.MaxNdim} are shown.");

    /// <summary>Address of a scalar that never moves.</summary>
    internal static nint AddressOf(nint entry)
    {
        DaFortranArray array = default;
        ((delegate* unmanaged[Cdecl]<void*, DaFortranArray*, void>)entry)(null, &array);
        return (nint)array.Address;
    }

    private void ThrowAbsent() => throw new InvalidOperationException($"{Name} of the core {Library.Name} is not allocated (or not associated) now. Ask IsAllocated before, or call what allocates it.");

    private void Ask()
    {
        DaFortranArray array = default;
        ((delegate* unmanaged[Cdecl]<void*, DaFortranArray*, void>)_entry)(Parent is null ? null : (void*)Parent.Address, &array);
        if (_epoch < 0 || !new ReadOnlySpan<byte>(&array, sizeof(DaFortranArray)).SequenceEqual(new ReadOnlySpan<byte>(System.Runtime.CompilerServices.Unsafe.AsPointer(ref _now), sizeof(DaFortranArray))))
        {
            _now = array;
            Version++;
        }
        _epoch = Library.Epoch;
    }
}
