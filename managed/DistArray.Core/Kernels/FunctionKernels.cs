using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Calls a scalar function for each element, in a type of its own: that of the element, or double for float.</summary>
internal sealed unsafe class UnaryFunctionKernel<T, TValue, TFunctionResult, TResult>(Ufunc ufunc, delegate*<TValue, TFunctionResult> function)
    : UfuncKernel(ufunc, ElementTypes.Of<TResult>(), ElementTypes.Of<T>())
    where T : unmanaged where TValue : unmanaged where TFunctionResult : unmanaged where TResult : unmanaged
{
    private readonly delegate*<TValue, TFunctionResult> _function = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++)
            ((TResult*)destination)[i] = FunctionValue.To<TFunctionResult, TResult>(_function(FunctionValue.To<T, TValue>(((T*)x)[i])));
    }
}

/// <summary>Calls a scalar function of two operands for each element.</summary>
internal sealed unsafe class BinaryFunctionKernel<T1, T2, TValue1, TValue2, TFunctionResult, TResult>(Ufunc ufunc, delegate*<TValue1, TValue2, TFunctionResult> function)
    : UfuncKernel(ufunc, ElementTypes.Of<TResult>(), ElementTypes.Of<T1>(), ElementTypes.Of<T2>())
    where T1 : unmanaged where T2 : unmanaged where TValue1 : unmanaged where TValue2 : unmanaged where TFunctionResult : unmanaged where TResult : unmanaged
{
    private readonly delegate*<TValue1, TValue2, TFunctionResult> _function = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            TFunctionResult result = _function(FunctionValue.To<T1, TValue1>(((T1*)x)[i]), FunctionValue.To<T2, TValue2>(((T2*)y)[i]));
            ((TResult*)destination)[i] = FunctionValue.To<TFunctionResult, TResult>(result);
        }
    }
}

/// <summary>Calls a scalar function of three operands for each element.</summary>
internal sealed unsafe class TernaryFunctionKernel<T, TValue>(Ufunc ufunc, delegate*<TValue, TValue, TValue, TValue> function)
    : UfuncKernel(ufunc, ElementTypes.Of<T>(), ElementTypes.Of<T>(), ElementTypes.Of<T>(), ElementTypes.Of<T>())
    where T : unmanaged where TValue : unmanaged
{
    private readonly delegate*<TValue, TValue, TValue, TValue> _function = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            TValue result = _function(FunctionValue.To<T, TValue>(((T*)x)[i]), FunctionValue.To<T, TValue>(((T*)y)[i]), FunctionValue.To<T, TValue>(((T*)z)[i]));
            ((T*)destination)[i] = FunctionValue.To<TValue, T>(result);
        }
    }
}
