namespace DistArray;

/// <summary>Calls a function of the user for each element.</summary>
internal sealed unsafe class UserKernel<T, TResult>(Func<T, TResult> function) : ElementKernel("Map", ElementTypes.Of<TResult>(), ElementTypes.Of<T>())
    where T : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++) ((TResult*)destination)[i] = function(((T*)x)[i]);
    }
}

/// <summary>Calls a function of the user for each pair of elements.</summary>
internal sealed unsafe class UserKernel<T1, T2, TResult>(Func<T1, T2, TResult> function)
    : ElementKernel("Map", ElementTypes.Of<TResult>(), ElementTypes.Of<T1>(), ElementTypes.Of<T2>())
    where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++) ((TResult*)destination)[i] = function(((T1*)x)[i], ((T2*)y)[i]);
    }
}

/// <summary>Calls a function of the user for each three elements.</summary>
internal sealed unsafe class UserKernel<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> function)
    : ElementKernel("Map", ElementTypes.Of<TResult>(), ElementTypes.Of<T1>(), ElementTypes.Of<T2>(), ElementTypes.Of<T3>())
    where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++) ((TResult*)destination)[i] = function(((T1*)x)[i], ((T2*)y)[i], ((T3*)z)[i]);
    }
}
