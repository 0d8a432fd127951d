using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Runs an <see cref="IVectorUnary{T}"/>; elements of complex numbers are two lanes.</summary>
internal sealed unsafe class VectorUnaryKernel<TOperator, T>(Ufunc ufunc, ElementType type) : UfuncKernel(ufunc, type, type)
    where TOperator : struct, IVectorUnary<T> where T : unmanaged
{
    private readonly nint _lanes = ElementTypes.SizeOf(type) / sizeof(T);

    public override LaneFunction? LaneFunction => _lanes == 1 ? new(((Func<Vector512<T>, Vector512<T>>)TOperator.Invoke).Method) : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        count *= _lanes;
        for (nint i = 0; i < count; i += Vector512<T>.Count)
            TOperator.Invoke(Vector512.Load((T*)x + i)).Store((T*)destination + i);
    }
}

/// <summary>Runs an <see cref="IVectorBinary{T}"/>; elements of complex numbers are two lanes.</summary>
internal sealed unsafe class VectorBinaryKernel<TOperator, T>(Ufunc ufunc, ElementType type) : UfuncKernel(ufunc, type, type, type)
    where TOperator : struct, IVectorBinary<T> where T : unmanaged
{
    private readonly nint _lanes = ElementTypes.SizeOf(type) / sizeof(T);

    public override LaneFunction? LaneFunction => _lanes == 1 ? new(((Func<Vector512<T>, Vector512<T>, Vector512<T>>)TOperator.Invoke).Method) : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        count *= _lanes;
        for (nint i = 0; i < count; i += Vector512<T>.Count)
            TOperator.Invoke(Vector512.Load((T*)x + i), Vector512.Load((T*)y + i)).Store((T*)destination + i);
    }
}

/// <summary>Runs an <see cref="IVectorTernary{T}"/>.</summary>
internal sealed unsafe class VectorTernaryKernel<TOperator, T>(Ufunc ufunc, ElementType type) : UfuncKernel(ufunc, type, type, type, type)
    where TOperator : struct, IVectorTernary<T> where T : unmanaged
{
    public override LaneFunction LaneFunction => new(((Func<Vector512<T>, Vector512<T>, Vector512<T>, Vector512<T>>)TOperator.Invoke).Method);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count)
            TOperator.Invoke(Vector512.Load((T*)x + i), Vector512.Load((T*)y + i), Vector512.Load((T*)z + i)).Store((T*)destination + i);
    }
}
