using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>The kernel of an <see cref="ILaneFunction{T}"/>.</summary>
internal sealed unsafe class LaneFunctionKernel<TFunction, T>(Ufunc ufunc) : ElementKernel(ufunc.ToString(), ElementTypes.Of<T>(), ElementTypes.Of<T>())
    where TFunction : struct, ILaneFunction<T> where T : unmanaged
{
    public override Ufunc Ufunc => ufunc;

    public override LaneFunction? Lanes { get; } = new(
        ((Func<Vector512<T>, Vector512<T>>)TFunction.Inside).Method,
        TFunction.IsBounded ? ((Func<Vector512<T>, Vector512<T>>)TFunction.IsInside).Method : null,
        ((Func<Vector512<T>, Vector512<T>>)Anywhere).Method);

    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        if (AreInside((T*)x, count))
        {
            for (nint i = 0; i < count; i += Vector512<T>.Count) TFunction.Inside(Vector512.Load((T*)x + i)).Store((T*)destination + i);
            return;
        }
        for (nint i = 0; i < count; i += Vector512<T>.Count) Anywhere(Vector512.Load((T*)x + i)).Store((T*)destination + i);
    }

    private static bool AreInside(T* x, nint count)
    {
        if (!TFunction.IsBounded) return true;
        Vector512<T> inside = Vector512<T>.AllBitsSet;
        for (nint i = 0; i < count; i += Vector512<T>.Count) inside &= TFunction.IsInside(Vector512.Load((T*)x + i));
        return Vector512.EqualsAll(inside.AsByte(), Vector512<byte>.AllBitsSet);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> Anywhere(Vector512<T> x)
    {
        Vector512<T> result = TFunction.Inside(x);
        if (!TFunction.IsBounded) return result;
        Vector512<byte> inside = TFunction.IsInside(x).AsByte();
        for (int i = 0; i < Vector512<T>.Count; i++)
        {
            if (inside[i * sizeof(T)] == 0) result = result.WithElement(i, TFunction.Outside(x[i]));
        }
        return result;
    }
}
