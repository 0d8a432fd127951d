using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>The kernels of functions of the user: one instance a delegate, as long as that lives.</summary>
internal static class UserKernels
{
    private static readonly ConditionalWeakTable<Delegate, ElementKernel> s_kernels = new();

    public static ElementKernel Find<T, TResult>(Func<T, TResult> function) where T : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserKernel<T, TResult>((Func<T, TResult>)function));

    public static ElementKernel Find<T1, T2, TResult>(Func<T1, T2, TResult> function) where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserKernel<T1, T2, TResult>((Func<T1, T2, TResult>)function));

    public static ElementKernel Find<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> function)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserKernel<T1, T2, T3, TResult>((Func<T1, T2, T3, TResult>)function));

    public static ElementKernel Find<T, TResult>(SpanFunction<T, TResult> function) where T : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserSpanKernel<T, TResult>((SpanFunction<T, TResult>)function));

    public static ElementKernel Find<T1, T2, TResult>(SpanFunction<T1, T2, TResult> function) where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserSpanKernel<T1, T2, TResult>((SpanFunction<T1, T2, TResult>)function));

    public static ElementKernel Find<T1, T2, T3, TResult>(SpanFunction<T1, T2, T3, TResult> function)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged =>
        Find(function, static function => new UserSpanKernel<T1, T2, T3, TResult>((SpanFunction<T1, T2, T3, TResult>)function));

    private static ElementKernel Find(Delegate function, ConditionalWeakTable<Delegate, ElementKernel>.CreateValueCallback create)
    {
        ArgumentNullException.ThrowIfNull(function);
        return s_kernels.GetValue(function, create);
    }
}
