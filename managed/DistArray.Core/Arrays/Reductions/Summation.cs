using System.Numerics;

namespace DistArray;

/// <summary>Sums over all elements and ranks. Integers are summed exactly; whether a result can hold the sum is the same on every rank.</summary>
internal static unsafe class Summation
{
    public static bool IsInteger(ElementType type) => type is >= ElementType.Int8 and <= ElementType.UInt64;

    /// <summary>The sum in a type that the caller chooses.</summary>
    public static TResult Sum<T, TResult>(DistArray<T> array) where T : unmanaged where TResult : unmanaged, INumberBase<TResult>
    {
        ElementTypes.Of<TResult>();
        return array.ElementType switch
        {
            ElementType.Int8 => Integers<sbyte, TResult>(array),
            ElementType.UInt8 => Integers<byte, TResult>(array),
            ElementType.Int16 => Integers<short, TResult>(array),
            ElementType.UInt16 => Integers<ushort, TResult>(array),
            ElementType.Int32 => Integers<int, TResult>(array),
            ElementType.UInt32 => Integers<uint, TResult>(array),
            ElementType.Int64 => Integers<long, TResult>(array),
            ElementType.UInt64 => Integers<ulong, TResult>(array),
            ElementType.Float32 => Numbers<float, TResult>(array),
            ElementType.Float64 => Numbers<double, TResult>(array),
            ElementType.Complex64 => Numbers<Complex64, TResult>(array),
            ElementType.Complex128 => Numbers<Complex, TResult>(array),
            _ => throw new NotSupportedException($"Sum: elements of type {array.ElementType} are no numbers."),
        };
    }

    private static TResult Numbers<T, TResult>(object boxed) where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
    {
        var array = (DistArray<T>)boxed;
        if (IsInteger(ElementTypes.Of<TResult>()) || (typeof(T) != typeof(TResult) && !Widens(array.ElementType, ElementTypes.Of<TResult>())))
            throw new NotSupportedException($"Sum: elements of type {array.ElementType} are not summed as {typeof(TResult).Name}, which holds less. Use the same type or a wider one.");
        LocalView<T> view = array.LocalView;
        var kernel = new SumKernel<T, TResult>();
        if (array.Distribution.IsPrimary || array.Distribution.IsReplicated) StridedLoop.Run(ref kernel, view.Shape, sizeof(T), view.Pointer, view.Strides);
        GC.KeepAlive(array);
        TResult total = kernel.Total;
        return array.Distribution.IsReplicated ? total : array.Distribution.Communicator.Allreduce(total, Operation<TResult>.Add);
    }

    private static bool Widens(ElementType from, ElementType to) => (from, to) is
        (ElementType.Float32, ElementType.Float64 or ElementType.Complex64 or ElementType.Complex128)
        or (ElementType.Float64 or ElementType.Complex64, ElementType.Complex128);

    private static TResult Integers<T, TResult>(object boxed) where T : unmanaged, IBinaryInteger<T> where TResult : unmanaged, INumberBase<TResult>
    {
        var array = (DistArray<T>)boxed;
        LocalView<T> view = array.LocalView;
        var kernel = default(IntegerSumKernel<T>);
        if (array.Distribution.IsPrimary || array.Distribution.IsReplicated) StridedLoop.Run(ref kernel, view.Shape, sizeof(T), view.Pointer, view.Strides);
        GC.KeepAlive(array);
        Int128 total = array.Distribution.IsReplicated ? kernel.Total : Allreduce(array.Distribution.Communicator, kernel.Total);
        try
        {
            return TResult.CreateChecked(total);
        }
        catch (OverflowException exception)
        {
            throw new OverflowException($"Sum: the sum {total} does not fit into {typeof(TResult).Name}. Use a wider type, such as Sum<long>() or Sum<double>().", exception);
        }
    }

    // In pieces of 32 bits, which no number of ranks makes overflow.
    private static Int128 Allreduce(ICommunicator comm, Int128 value)
    {
        long[] pieces = [(uint)(value & uint.MaxValue), (uint)((value >> 32) & uint.MaxValue), (long)(value >> 64)];
        comm.Allreduce<long>(pieces, pieces, Operation<long>.Add);
        return pieces[0] + ((Int128)pieces[1] << 32) + ((Int128)pieces[2] << 64);
    }
}
