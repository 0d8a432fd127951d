using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Runs an operator of doubles where every argument is in its range; floats widen and are rounded once. Arguments beyond go to a scalar function.</summary>
/// <remarks>.NET's own vector functions fall back to scalar ones, of other bits, for a whole vector when one lane leaves their range: an element's bits would depend on its neighbours.</remarks>
internal sealed unsafe class RangeKernel<TOperator, T>(Ufunc ufunc, T low, T high, delegate*<double, double> beyond) : UfuncKernel(ufunc, ElementTypes.Of<T>(), ElementTypes.Of<T>())
    where TOperator : struct, IVectorUnary<double> where T : unmanaged, IFloatingPoint<T>
{
    private readonly delegate*<double, double> _beyond = beyond;

    public override LaneFunction LaneFunction { get; } =
        new(((Func<Vector512<T>, Vector512<T>>)InDoubleLanes<TOperator, T>.Invoke).Method, (double.CreateChecked(low), double.CreateChecked(high)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        T* from = (T*)x, to = (T*)destination;
        Vector512<T> lowest = Vector512.Create(low), highest = Vector512.Create(high);
        for (nint i = 0; i < count; i += Vector512<T>.Count)
        {
            Vector512<T> argument = Vector512.Load(from + i);
            Vector512<T> within = Vector512.GreaterThanOrEqual(argument, lowest) & Vector512.LessThanOrEqual(argument, highest);
            if (Vector512.EqualsAll(within.AsByte(), Vector512<byte>.AllBitsSet)) InDoubleLanes<TOperator, T>.Invoke(argument).Store(to + i);
            else Partly(argument, within, to + i);
        }
    }

    // Lanes that are not within stand at 1 meanwhile.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Partly(Vector512<T> argument, Vector512<T> within, T* destination)
    {
        Vector512<T> results = InDoubleLanes<TOperator, T>.Invoke(Vector512.ConditionalSelect(within, argument, Vector512<T>.One));
        for (int i = 0; i < Vector512<T>.Count; i++)
            destination[i] = argument[i] >= low && argument[i] <= high ? results[i] : FunctionValue.To<double, T>(_beyond(FunctionValue.To<T, double>(argument[i])));
    }
}
