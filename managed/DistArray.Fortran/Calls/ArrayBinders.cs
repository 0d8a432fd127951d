using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Fortran;

/// <summary>A managed array, as it is in memory: the address of its first element.</summary>
internal sealed unsafe class ArrayBinder<T> : PointerBinder where T : unmanaged
{
    protected override void* AddressOf(object value, ref ArgumentSlot slot) => Pinned((T[])value, ref slot);

    /// <summary>Address of the first element of an array that stays where it is until the call has ended.</summary>
    /// <param name="array">The array.</param>
    /// <param name="slot">Keeps it there.</param>
    public static T* Pinned(T[] array, ref ArgumentSlot slot)
    {
        slot.Pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        return (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }
}
