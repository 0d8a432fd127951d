using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Runs an <see cref="IVectorRelation{T}"/> over 64 elements at a time, whose lanes become 64 booleans.</summary>
internal sealed unsafe class RelationKernel<TRelation, T>(Ufunc ufunc, ElementType type) : UfuncKernel(ufunc, ElementType.Boolean, type, type)
    where TRelation : struct, IVectorRelation<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i += Multiple)
            (Bytes((T*)x + i, (T*)y + i) & Vector512<byte>.One).Store((byte*)destination + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Vectors(T* x, T* y, int i) =>
        TRelation.Invoke(Vector512.Load(x + (i * Vector512<T>.Count)), Vector512.Load(y + (i * Vector512<T>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Bytes(T* x, T* y) =>
        sizeof(T) == 1 ? Vectors(x, y, 0).AsByte() : Vector512.Narrow(Words(x, y, 0), Words(x, y, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Words(T* x, T* y, int i) =>
        sizeof(T) == 2 ? Vectors(x, y, i).AsUInt16() : Vector512.Narrow(DoubleWords(x, y, 2 * i), DoubleWords(x, y, (2 * i) + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> DoubleWords(T* x, T* y, int i) =>
        sizeof(T) == 4 ? Vectors(x, y, i).AsUInt32() : Vector512.Narrow(Vectors(x, y, 2 * i).AsUInt64(), Vectors(x, y, (2 * i) + 1).AsUInt64());
}

/// <summary>Runs an <see cref="IVectorPredicate{T}"/>: a relation of an element with itself.</summary>
internal sealed unsafe class PredicateKernel<TPredicate, T>(Ufunc ufunc, ElementType type) : UfuncKernel(ufunc, ElementType.Boolean, type)
    where TPredicate : struct, IVectorPredicate<T> where T : unmanaged
{
    private readonly RelationKernel<OfFirst, T> _relation = new(ufunc, type);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count) => _relation.Run(destination, x, x, null, count);

    private readonly struct OfFirst : IVectorRelation<T>
    {
        public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => TPredicate.Invoke(x);
    }
}
