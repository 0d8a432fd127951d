using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>gfortran's array descriptor (<c>CFI_cdesc_t</c>), written without a call; compared once with what the native library writes.</summary>
internal static unsafe class FortranDescriptor
{
    /// <summary>Its version and the attribute of what is neither allocatable nor a pointer.</summary>
    public const int Version = 1, Other = 2;

    /// <summary>An address for arrays without elements.</summary>
    public static void* Nowhere { get; } = NativeMemory.AllocZeroed(64);

    /// <summary>The type code of an element type.</summary>
    internal static class Codes<T> where T : unmanaged
    {
        public static readonly short Code = Read();

        private static short Read()
        {
            // The native library knows the codes; the rest of the layout is compared with it.
            NativeStatus.Check(NativeFortran.DescriptorSize(1, out long bytes));
            byte* descriptor = stackalloc byte[(int)bytes];
            T element = default;
            long extent = 5, stride = 3 * sizeof(T);
            NativeStatus.Check(NativeFortran.DescriptorEstablish(descriptor, &element, (int)ElementTypes.Of<T>(), 1, &extent, &stride));
            bool isKnown = bytes == 48 && *(void**)descriptor == &element && *(long*)(descriptor + 8) == sizeof(T) && *(int*)(descriptor + 16) == Version
                && *(sbyte*)(descriptor + 20) == 1 && *(sbyte*)(descriptor + 21) == Other && *(long*)(descriptor + 32) == extent && *(long*)(descriptor + 40) == stride;
            return isKnown ? *(short*)(descriptor + 22)
                : throw new PlatformNotSupportedException("The Fortran compiler of libdistarray describes arrays in another way than gfortran 12 to 15. Build it with one of those.");
        }
    }
}
