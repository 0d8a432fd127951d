using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Runs a kernel of one operand over a vector.</summary>
internal static unsafe class KernelLanes
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<T> Run<T>(Vector512<T> x, ElementKernel kernel) where T : unmanaged
    {
        T* tile = stackalloc T[ElementKernel.Multiple];
        x.Store(tile);
        for (int i = Vector512<T>.Count; i < ElementKernel.Multiple; i += Vector512<T>.Count) Vector512<T>.One.Store(tile + i);
        kernel.Run(tile, tile, null, null, ElementKernel.Multiple);
        return Vector512.Load(tile);
    }
}
